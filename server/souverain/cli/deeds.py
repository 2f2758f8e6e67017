"""What `souverain review` does by its options, on a desk: a row of the table for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.intake.decisions import Decision
    from souverain.intake.desk import Desk


def _accept(desk: Desk, options: dict[str, Any]) -> Iterator[Decision | None]:
    return (desk.accept(item) for item in _accepted(desk, options["accept"]))


def _set(desk: Desk, options: dict[str, Any]) -> Iterator[Decision | None]:
    return (desk.edit(item, slots) for item, slots in _assigned(options["set"]).items())


def _reject(desk: Desk, options: dict[str, Any]) -> Iterator[Decision | None]:
    return (desk.reject(item, options["reason"]) for item in options["reject"])


def _evidence(desk: Desk, options: dict[str, Any]) -> Iterator[Decision | None]:
    return (desk.evidence(item, claim) for item, claim in options["evidence"])


def _undo(desk: Desk, _: dict[str, Any]) -> Iterator[Decision | None]:
    yield desk.undo()


DEEDS: Mapping[str, Callable[[Desk, dict[str, Any]], Iterator[Decision | None]]] = {
    "accept": _accept,
    "set": _set,
    "reject": _reject,
    "evidence": _evidence,
    "undo": _undo,
}


def _accepted(desk: Desk, items: tuple[str, ...]) -> list[str]:
    if items != ("all",):
        return list(items)
    return [card.id for card in desk.cards() if card.candidate and not card.verdict]


def _assigned(rows: tuple[tuple[str, str], ...]) -> dict[str, dict[str, str]]:
    """The slots to set of each card, by its id."""
    found: dict[str, dict[str, str]] = {}
    for item, text in rows:
        slot, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"{text!r} sets nothing", hint="write it so: --set ID percentage=33,4")
        found.setdefault(item, {})[slot.strip()] = value
    return found
