"""Which words of which article a thing stands on, and which claims stand on a thing."""

from __future__ import annotations

from collections.abc import Mapping

from souverain.explanation.facts import Facts, Node

MOST_DIGITS = 9


def slug(article: str) -> str:
    """What an article is called: the last part of its IRI."""
    return article.rpartition("/")[2]


def quoted(facts: Facts, node: Node) -> list[tuple[Node, dict[str, str]]]:
    """Each evidence of a thing, in the order of the text, with its words and where they stand."""
    rows = [(facts.node(iri), selected(facts, facts.node(iri))) for iri in node.texts("evidence")]
    return sorted(rows, key=lambda row: bounds(row[1]))


def selected(facts: Facts, evidence: Node) -> dict[str, str]:
    """What the selectors of an evidence say: exact, prefix, suffix, start and end."""
    return {
        name.removeprefix("oa:"): terms[0].text
        for selector in evidence.texts("oa:hasSelector")
        for name, terms in facts.node(selector).values.items()
    }


def bounds(words: Mapping[str, str]) -> tuple[int, int]:
    """Where what is selected begins and ends; 0 for what is said in no number."""
    start, end = (words.get(name, "") for name in ("start", "end"))
    return _number(start), _number(end)


def naming_claims(facts: Facts, node: Node) -> list[Node]:
    """The claims that name a thing and are not withdrawn; of an article, those that it asserts."""
    asserts = "Article" in node.kinds
    names = [by for by, name in facts.naming(node.iri) if not asserts or name == "assertedIn"]
    nodes = map(facts.node, dict.fromkeys(name.partition("#")[0] for name in names))
    return [row for row in nodes if row.all("assertedIn") and not facts.by(row.iri, "withdraws")]


def _number(text: str) -> int:
    is_one = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_one else 0
