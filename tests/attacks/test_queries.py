"""Each query of the tables, alone: refused cleanly or answered rightly, in time."""

from __future__ import annotations

import pytest

from . import report
from .conftest import LATE_SECONDS, LIMIT_SECONDS, Attacked
from .queries import OF_THE_PROJECT, OF_THE_RING, WRONG, Attack
from .report import Note
from .stranger import Reply, assert_closed_mouthed, assert_refused

# Those of a class after the first few ask for less time themselves: the tests would take too long.
FIRST = 3
SHORT_SECONDS = 0.4


def rows(tables: dict[str, dict[str, Attack]]) -> list[tuple[str, str]]:
    return [(table, name) for table, attacks in tables.items() for name in attacks]


def assert_fended_off(
    attacked: Attacked, attacks: dict[str, Attack], name: str, note: Note
) -> None:
    attack = attacks[name]
    seconds = LIMIT_SECONDS if name in list(attacks)[:FIRST] else SHORT_SECONDS
    reply = attacked.stranger().ask(attack.text, seconds=seconds)
    note(report.REFUSED, name, reply.seconds - seconds)
    if reply.status == 200 and attack.answer is not WRONG:
        assert_right(reply, attack)
    else:
        assert_refused(reply)
        # That would be a worker that broke down, and nobody knows of what.
        assert not reply.told["type"].endswith("worker-lost"), reply
    assert reply.seconds < seconds + LATE_SECONDS, reply
    assert attacked.is_well()


def assert_right(reply: Reply, attack: Attack) -> None:
    """The answer that was expected, or one that is broken off so that nobody takes it for whole."""
    if attack.answer is None:
        assert not reply.is_whole or reply.told, reply
        assert_closed_mouthed(reply)
    elif isinstance(attack.answer, bool):
        assert reply.told["boolean"] is attack.answer
    else:
        (row,) = reply.bindings
        assert str(attack.answer) in row.values()


@pytest.mark.parametrize(("table", "name"), rows(OF_THE_PROJECT))
def test_a_query_is_fended_off(over_the_project, table, name, note):
    assert_fended_off(over_the_project, OF_THE_PROJECT[table], name, note)


@pytest.mark.parametrize(("table", "name"), rows(OF_THE_RING))
def test_a_query_of_much_data_is_fended_off(over_the_ring, table, name, note):
    assert_fended_off(over_the_ring, OF_THE_RING[table], name, note)
