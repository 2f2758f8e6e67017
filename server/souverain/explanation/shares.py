"""How much somebody holds: as printed first, and never a number where none is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from souverain.explanation.facts import Node, local
from souverain.explanation.phrase import NO_BREAK, Look, Phrase, Span, join, plain, quote

if TYPE_CHECKING:
    from souverain.explanation.writer import Writer

BOUNDS = {
    "percentageMin": "at_least",
    "percentageExclusiveMin": "more_than",
    "percentageMax": "at_most",
    "percentageExclusiveMax": "less_than",
}
_LETTERS = re.compile(r"[^\W\d_]")


def share(writer: Writer, node: Node) -> Phrase:
    """How much is held, as printed first; a remainder has no number."""
    printed, number = node.one("percentageText"), node.one("percentage")
    if printed and not _LETTERS.search(printed):
        return plain(printed.replace(" ", NO_BREAK), Look.FIGURE)
    parts = [quote(printed)]
    if local(node.one("stakeBasis")) == "Remainder":
        parts = parts if printed else [plain(writer.words["phrases.rest"])]
    elif bounds := _bounds(writer, node) or (_percent(writer, number) if number else ""):
        parts.append(plain(f"({bounds})") if printed else plain(bounds, Look.FIGURE))
    return join(parts, " ")


def interest(writer: Writer, node: Node) -> Phrase:
    """What the share is a share of: the shares, the votes, or what is not said."""
    interest = local(node.one("interest"))
    if any(span.look is Look.QUOTE for span in share(writer, node).spans):
        interest = "Unspecified"
    return plain(writer.words.concept("interest", interest) or "")


def nothing(writer: Writer, node: Node) -> Phrase:
    """What is not held at all."""
    return plain(writer.words.concept("nothing", local(node.one("interest"))) or "")


def together(writer: Writer, node: Node) -> Phrase:
    """That several hold it jointly, where how they share it is not known."""
    is_joint = writer.facts.value(node, "holder").one("splitKnown") == "false"
    # The space stands in the words, for the slot follows a word that must not end in one.
    return Phrase((Span(writer.words["phrases.together"]),)) if is_joint else Phrase()


def figure(writer: Writer, node: Node) -> Phrase:
    """A computed share, with the interval that its premises give."""
    number, words = writer.words.number, writer.words
    shown = plain(_percent(writer, node.one("derivedPercentage")), Look.FIGURE)
    least, most = node.one("derivedMin"), node.one("derivedMax")
    if not (least and most):
        return shown
    between = words["phrases.range"].format(least=number(least), most=number(most))
    return join([shown, plain(f"({between})")], " ")


def _bounds(writer: Writer, node: Node) -> str:
    rows = [
        writer.words[f"phrases.{form}"].format(number=_percent(writer, node.one(name)))
        for name, form in BOUNDS.items()
        if node.all(name)
    ]
    return ", ".join(rows)


def _percent(writer: Writer, digits: str) -> str:
    return f"{writer.words.number(digits)}{NO_BREAK}%"
