"""The dates of a draft as the graph keeps them: printed, or worked out and marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.term import Node

from souverain import dates, iri
from souverain.errors import DataError
from souverain.publish.intake import printed
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.writing import Part
from souverain.text import Article
from souverain.vocab import BASE, SOV

NOTES = {
    "en": "The quote prints no year; it was worked out from the date of the article.",
    "fr": "La citation n’imprime pas d’année ; elle a été calculée d’après la date de l’article.",
}
OPEN = {"", ".."}


def when(edtf: str, quote: str, article: Article, base: str = BASE) -> Part:
    """A date: its year stated where the quote prints it, inferred from the article where not."""
    if words := printed.year(quote, edtf):
        rows: list[tuple[URIRef, Node]] = [
            (SOV.edtf, Literal(edtf)),
            (SOV.printedWords, Literal(words, lang=article.language)),
            (SOV.yearBasis, SOV.StatedYear),
        ]
    elif edtf.startswith("X"):
        rows = [(SOV.edtf, Literal(edtf)), (SOV.yearBasis, SOV.UnknownYear)]
    else:
        rows = [
            (SOV.edtf, Literal(_uncertain(edtf))),
            (SOV.yearBasis, SOV.InferredYear),
            (SOV.inferredFrom, iri.article(article.slug, base)),
            *((SOV.inferenceNote, Literal(text, lang=lang)) for lang, text in NOTES.items()),
        ]
    return Part(tuple(rows))


def at(
    row: Accepted, predicate: URIRef, article: Article, base: str = BASE
) -> Iterator[tuple[URIRef, Part]]:
    """The one date of an event, where the draft has one."""
    if row.candidate.date:
        _demand_edtf(row)
        yield predicate, when(row.candidate.date, row.candidate.quote, article, base)


def lasting(row: Accepted, article: Article, base: str = BASE) -> Iterator[tuple[URIRef, Part]]:
    """From when and until when a situation holds, where the draft says one or the other.

    A date alone is the end of what ended; else it says neither, and `aside` tells it.
    """
    if not row.candidate.date:
        return
    _demand_edtf(row)
    first, slash, last = row.candidate.date.partition("/")
    if not slash:
        first, last = ("", first) if row.candidate.status == "Ended" else ("", "")
    for predicate, edtf in ((SOV.validFrom, first), (SOV.validUntil, last)):
        if edtf not in OPEN:
            yield predicate, when(edtf, row.candidate.quote, article, base)


def aside(row: Accepted) -> list[str]:
    """A note of the date that no slot of the claim holds."""
    date = row.candidate.date
    return [f"Said of {date}."] if date and "/" not in date else []


def _uncertain(edtf: str) -> str:
    """The date with its year marked as uncertain (EDTF level 2), unless something is already."""
    return edtf if re.search("[?~%]", edtf) else re.sub(r"(\d{4})", r"\1?", edtf, count=1)


def _demand_edtf(row: Accepted) -> None:
    try:
        dates.bounds(row.candidate.date)
    except DataError as fault:
        raise Unclaimable(str(fault), hint="edit the date, or leave it out") from fault
