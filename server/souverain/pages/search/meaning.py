"""What somebody means who names a thing: by its IRI, its short name, its slug, or any spelling."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from souverain.errors import BadValue
from souverain.iri import is_absolute
from souverain.pages import words
from souverain.pages.linked.naming import called
from souverain.pages.page import Page
from souverain.pages.search import index
from souverain.vocab import PREFIXES

MOST_NEAR = 5
# The prefixes by which things of the graph are named in addresses of the site.
SHORT = ("id", "article", "sov")
# Where only the last part of an IRI is given, it is looked for in these.
FOLDERS = ("id/", "articles/", "ontology#")


class Unclear(NamedTuple):
    """Why a text cannot be taken: the name of the words that say it, and what stands in them.

    The words that say what to do instead are called the same, with `_hint` after it. `things` are
    those that may be meant: their short names, and what they are called.
    """

    words: str
    values: Mapping[str, str]
    things: tuple[tuple[str, str], ...] = ()

    def reason(self, language: str) -> str:
        """What is the matter."""
        return words.read(language)(self.words, **self.values)

    def hint(self, language: str) -> str:
        """What to do."""
        return words.read(language)(f"{self.words}_hint", **self.values)

    def fault(self, parameter: str) -> BadValue:
        """The same as an error."""
        return BadValue(parameter, self.reason("en"), self.hint("en"))


def find(page: Page, given: str, preferred: Collection[str] = ()) -> str | Unclear:
    """The IRI of the thing that is meant, or why it is not plain which.

    Of several things of one name it is the one that is preferred. An IRI is taken as it is,
    whether the graph knows it or not.
    """
    if iri := _written(given):
        return iri
    if iri := _by_slug(page, given):
        return iri
    found = index.of(page.site).spellings.called(given)
    found = [iri for iri in found if iri in preferred] or found
    if len(found) == 1:
        return found[0]
    shown = found or [row.iri for row in index.of(page.site).spellings.near(given, MOST_NEAR)]
    things = tuple((short(iri), called(page, iri)) for iri in shown[:MOST_NEAR])
    near = "; ".join(f"{name} ({brief})" for brief, name in things)
    reason = "several" if found else "unknown" if shown else "strange"
    return Unclear(f"asking.{reason}", {"text": given, "near": near}, things)


def short(iri: str) -> str:
    """How an IRI stands in the address of a page."""
    for prefix in SHORT:
        if iri.startswith(PREFIXES[prefix]):
            return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"
    return iri


def text(page: Page, iri: str) -> str:
    """A text that means the thing and nothing else: its name, if no other thing has it."""
    name = called(page, iri)
    found = index.of(page.site).spellings.called(name)
    return name if found == [iri] else short(iri)


def _written(text: str) -> str:
    """The IRI that a text is, in full or with a prefix; nothing where it is none."""
    prefix, colon, rest = text.partition(":")
    if colon and prefix in PREFIXES and rest:
        whole = PREFIXES[prefix] + rest
        return whole if is_absolute(whole) else ""
    return text if "://" in text and is_absolute(text) else ""


def _by_slug(page: Page, text: str) -> str:
    for folder in FOLDERS:
        iri = f"{page.site.base}{folder}{text}"
        if is_absolute(iri) and page.site.facts.node(iri):
            return iri
    return ""
