"""The values of a thing's properties, each as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from souverain.explanation import Node, times
from souverain.explanation.evidence import slug
from souverain.explanation.kinds import OWN_TEXTS
from souverain.explanation.phrase import NARROW_NO_BREAK, NO_BREAK, polish, text
from souverain.pages.page import Page
from souverain.store import Term
from souverain.ttl import expand, shorten
from souverain.vocab import SOV

# In these a number is a share of a hundred.
SHARES = frozenset(
    {
        "percentage",
        "percentageMin",
        "percentageMax",
        "percentageExclusiveMin",
        "percentageExclusiveMax",
        "intervalMin",
        "intervalMax",
        "derivedPercentage",
        "derivedMin",
        "derivedMax",
    }
)
NUMBERS = frozenset(
    {"amountValue", "amountMin", "amountMax", "quantityValue", "quantityMin", "quantityMax"}
)
# What the project wrote; every other text with a language stands so in an article.
OURS = OWN_TEXTS | {"skos:prefLabel", "rdfs:label"}
TRUTHS = frozenset({"true", "false"})
NOT_TOLD = frozenset({"", "Entity", "Term", "Article"})
LONGEST_STATEMENT = 300


class Value(NamedTuple):
    """Some words in a language, and where they lead; `is_printed` where an article prints them.

    A date that no article prints whole has a mark, and the reason in `note`.
    """

    text: str
    href: str = ""
    language: str = ""
    is_printed: bool = False
    mark: str = ""
    note: str = ""


class Row(NamedTuple):
    """A property of a thing, what it is called, where it is explained, and its values."""

    name: str
    label: str
    href: str
    values: tuple[Value, ...]


def rows(page: Page, node: Node, names: Iterable[str]) -> list[Row]:
    """The rows of those properties that a thing has, in that order."""
    return [row(page, node, name) for name in names if node.all(name)]


def row(page: Page, node: Node, name: str) -> Row:
    """One property of a thing."""
    iri = expand(name) if ":" in name else str(SOV[name])
    values = tuple(value(page, name, term) for term in _shown(page, node, name))
    return Row(name, page.label(iri) or name, page.href(iri), values)


def value(page: Page, name: str, term: Term) -> Value:
    """One value of a property."""
    if not term.is_iri:
        return _literal(page, name, term)
    node = page.site.facts.node(term.text)
    if node.all("edtf"):
        return when(page, node)
    return Value(called(page, term.text), page.href(term.text))


def when(page: Page, node: Node) -> Value:
    """A date in words, with its mark where no article prints it whole."""
    words = page.explainer.writer.words
    mark = times.mark(node, words)
    written = str(times.date(node, words)).removesuffix(mark).removesuffix(", ")
    return Value(written, mark=mark, note=page.explainer.writer.note(node, "inferenceNote"))


def called(page: Page, iri: str) -> str:
    """What anything is called: by its name, by what it states, or by the end of its IRI."""
    node = page.site.facts.node(iri)
    if "Article" in node.kinds:
        return page.t("site.article", name=slug(iri))
    if page.explainer.writer.kind(node) in NOT_TOLD:
        return page.label(iri) or page.site.facts.label(iri, "") or last(iri)
    return stated(page, node)


def stated(page: Page, node: Node) -> str:
    """What a claim states, without who says so; the beginning, where it is long."""
    spans = tuple(page.explainer.writer.statement(node))
    written = text(polish(spans, page.language))
    return written if len(written) <= LONGEST_STATEMENT else f"{written[:LONGEST_STATEMENT]}…"


def last(iri: str) -> str:
    """The end of an IRI, for what has no name."""
    name = shorten(iri).rpartition(":")[2]
    return name.rstrip("/#").rpartition("/")[2].rpartition("#")[2] or iri


def share(page: Page, digits: str) -> str:
    """A share of a hundred, as the language writes it."""
    return f"{page.explainer.writer.words.number(digits)}{NO_BREAK}%"


def kinds(page: Page, node: Node) -> list[Value]:
    """The classes of a thing, in words."""
    return [value(page, "rdf:type", term) for term in node.all("rdf:type")]


def _shown(page: Page, node: Node, name: str) -> list[Term]:
    """Of what the project wrote in several languages, that in the language of the page."""
    terms = list(node.all(name))
    if name not in OWN_TEXTS:
        return terms
    ours = [term for term in terms if term.language in {"", page.language}]
    return ours or terms[:1]


def _literal(page: Page, name: str, term: Term) -> Value:
    if name in SHARES:
        return Value(share(page, term.text))
    if name in NUMBERS:
        return Value(_grouped(page, term.text))
    if term.text in TRUTHS:
        return Value(page.t(f"claim.{term.text}"))
    is_printed = bool(term.language) and name not in OURS
    return Value(term.text, language=term.language, is_printed=is_printed)


def _grouped(page: Page, digits: str) -> str:
    """A large number, in groups of three digits."""
    whole, _, rest = digits.partition(".")
    if not whole.isdigit():
        return digits
    between = NARROW_NO_BREAK if page.language == "fr" else ","
    groups = f"{int(whole):,}".replace(",", between)
    return page.explainer.writer.words.number(f"{groups}.{rest}") if rest.strip("0") else groups


def short(iri: str) -> str:
    """The last part of an IRI, as it stands in an address and in `id` attributes."""
    return iri.rpartition("/")[2]
