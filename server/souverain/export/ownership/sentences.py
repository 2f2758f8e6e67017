"""What the formats of ownership have no field for, said in English."""

from __future__ import annotations

from collections.abc import Iterator

from souverain.explanation.facts import local
from souverain.export import records
from souverain.export.records import Quote, Stake, When
from souverain.export.selection import Selection

JOINT = "Parties that hold something together; how they share it is not said."
MEMBER = "A member of those who hold together; what it has of it is not said."
INFERRED = {
    "InferredYear": "The year is inferred, and not printed.",
    "UnknownYear": "The year is not known.",
}


def remarks(selection: Selection, stake: Stake) -> Iterator[str]:
    """What a reader has to know of a stake beside its parties, figure and dates."""
    yield from (text for text, holds in _marks(stake) if holds)
    if stake.is_derived:
        yield f"Computed by the rule {stake.rule} from {', '.join(stake.premises)}."
    for how, iris in _others(stake):
        if iris:
            yield f"{how} {_names(selection, iris)}."
    if not stake.is_certain:
        yield perhaps(selection)
    yield from (note.text for note in stake.notes)


def perhaps(selection: Selection) -> str:
    """That a claim holds perhaps at the date that was asked for."""
    return f"Whether it held at {selection.wanted.at} is not certain."


def _marks(stake: Stake) -> tuple[tuple[str, bool], ...]:
    return (
        ("The remainder after other shares; no figure is printed.", stake.is_remainder),
        ("The figure is printed as rough.", stake.basis == "Approximate"),
        ("Another claim about this holding is to be preferred.", stake.rank == "Deprecated"),
    )


def _others(stake: Stake) -> tuple[tuple[str, tuple[str, ...]], ...]:
    programme = (stake.programme,) if stake.programme else ()
    return (
        ("Held through", stake.via),
        ("Held on behalf of", stake.on_behalf_of),
        ("Within", programme),
    )


def dated(when: When, what: str) -> str:
    """How a date is known that a format wants as a day; `what` it is the date of."""
    printed = f", printed « {when.words} »" if when.words else ""
    told = [f"{what}: {when.edtf}{printed}.", INFERRED.get(when.basis, ""), when.note]
    return " ".join(filter(None, told))


def quoted(quote: Quote) -> str:
    """Words of an article, and where they stand in it."""
    return f"« {quote.exact} » ({local(quote.article)}, {quote.start}–{quote.end})"


def _names(selection: Selection, iris: tuple[str, ...]) -> str:
    return ", ".join(f"{records.entity(selection, iri).label()} <{iri}>" for iri in iris)
