"""What a relationship of BODS 0.4 says of a stake: its interest, its source, its annotations."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from souverain.export import records
from souverain.export.ownership import roles, sentences
from souverain.export.records import Stake, Statement, When
from souverain.export.selection import Selection

Claimed = Stake | Statement
TYPES = {"Shares": "shareholding", "VotingRights": "votingRights"}
NO_DATE = "No date is known: that of the dataset stands here."
PLACE = "/recordDetails/interests/0"
BOUNDS = {
    "percentage_min": {False: "minimum", True: "exclusiveMinimum"},
    "percentage_max": {False: "maximum", True: "exclusiveMaximum"},
}


def unknown(description: str) -> dict[str, str]:
    """A party of which nothing is said."""
    return {"reason": "informationUnknownToPublisher", "description": description}


def interest(selection: Selection, stake: Stake) -> dict[str, Any]:
    """How much is held and how, as far as it is said; a remainder has no number."""
    told = [stake.words.text] if stake.words else []
    found: dict[str, Any] = {
        "type": TYPES.get(stake.interest, "unknownInterest"),
        "directOrIndirect": "indirect" if stake.via else stake.directness.lower() or "unknown",
        "details": " ".join([*told, *sentences.remarks(selection, stake)]),
    }
    if share := _share(stake):
        found["share"] = share
    return found | _span(stake)


def office(selection: Selection, role: Statement) -> dict[str, Any]:
    """A role as an interest: who runs or presides over something, in the printed words."""
    found = {
        "type": roles.INTERESTS[roles.kind(role)],
        "directOrIndirect": "unknown",
        "details": " ".join([roles.words(role), *roles.remarks(selection, role)]),
    }
    return found | _span(role)


def _span(claim: Claimed) -> dict[str, str]:
    """From when to when, as far as it is said."""
    begun = claim.valid_from.earliest if claim.valid_from else ""
    found = {"startDate": begun, "endDate": _end(claim)}
    return {name: day for name, day in found.items() if day}


def _share(stake: Stake) -> dict[str, float]:
    if stake.is_derived:
        least, most = stake.interval or (None, None)
        return _numbers({"minimum": least, "maximum": most})
    if stake.percentage is not None:
        return _numbers({"exact": stake.percentage})
    return _numbers(
        {
            BOUNDS["percentage_min"][stake.min_exclusive]: stake.percentage_min,
            BOUNDS["percentage_max"][stake.max_exclusive]: stake.percentage_max,
        }
    )


def _numbers(found: dict[str, Decimal | None]) -> dict[str, float]:
    return {name: float(number) for name, number in found.items() if number is not None}


def _end(stake: Claimed) -> str:
    """The last day, or that by which it had ended; nothing where it has not."""
    if stake.valid_until:
        return stake.valid_until.latest or stake.valid_until.earliest
    return statement_date(stake) if stake.status == "Ended" else ""


def statement_date(stake: Claimed) -> str:
    """The last day on which the claim can have been made; nothing where none is known."""
    return (stake.as_of.latest or stake.as_of.earliest) if stake.as_of else ""


def source(selection: Selection, stake: Claimed) -> dict[str, Any]:
    """The article with the words, and those whom it cites; or the project, of what it computed."""
    if stake.is_derived:
        by = {"name": "The Souverain project", "uri": f"{selection.origin.base}dataset"}
        return {"type": ["primaryResearch"], "url": stake.iri, "assertedBy": [by]}
    speakers = [records.entity(selection, row.speaker) for row in stake.said]
    return {
        "type": ["thirdParty"],
        "description": "\n".join(map(sentences.quoted, stake.quotes)),
        "url": stake.article,
        "assertedBy": [{"name": row.label(), "uri": row.iri} for row in speakers]
        or [{"name": f"article {stake.article.rpartition('/')[2]}", "uri": stake.article}],
    }


def annotated(
    selection: Selection, stake: Claimed, statement: dict[str, Any]
) -> list[dict[str, str]]:
    """The claim and each quote as links, and how each date is known that is no printed day."""
    found = [_link("", stake.iri, f"The claim: {stake.status}, {stake.modality or stake.rule}.")]
    for quote in stake.quotes:
        found.append(_link(PLACE, quote.iri, sentences.quoted(quote)))
    found += [_comment(pointer, text) for pointer, text in _dates(stake)]
    if not statement_date(stake):
        found.append(
            _comment("/statementDate", "No date is known: that of the dataset stands here.")
        )
    pointed = statement["recordDetails"]["interests"][0]
    return [row for row in found if _has(pointed, row["statementPointerTarget"])]


def _dates(stake: Claimed) -> Iterator[tuple[str, str]]:
    if stake.as_of and _is_rough(stake.as_of):
        told = sentences.dated(stake.as_of, "The article can have been published in")
        yield "/statementDate", f"The last day that is possible. {told}"
    if stake.valid_from and _is_rough(stake.valid_from):
        told = sentences.dated(stake.valid_from, "Held since")
        yield f"{PLACE}/startDate", f"The first day that is possible. {told}"
    if stake.valid_until and _is_rough(stake.valid_until):
        told = sentences.dated(stake.valid_until, "Held until")
        yield f"{PLACE}/endDate", f"The last day that is possible. {told}"
    if stake.status == "Ended" and not stake.valid_until:
        yield f"{PLACE}/endDate", "It had ended by then; when is not said."


def _is_rough(when: When) -> bool:
    """Whether a date is more than one printed day."""
    return not when.is_stated or when.earliest != when.latest


def _has(interest: dict[str, Any], pointer: str) -> bool:
    """Whether what is pointed at is there."""
    name = pointer.removeprefix(PLACE).removeprefix("/")
    return not pointer.startswith(f"{PLACE}/") or name in interest


def _link(pointer: str, url: str, text: str) -> dict[str, str]:
    return {
        "statementPointerTarget": pointer,
        "motivation": "linking",
        "url": url,
        "description": text,
    }


def _comment(pointer: str, text: str) -> dict[str, str]:
    return {"statementPointerTarget": pointer, "motivation": "commenting", "description": text}
