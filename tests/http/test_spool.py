"""What waits for a slow reader comes out as it went in, wherever it waited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from souverain.http.limits import Limits
from souverain.http.spool import Room, Spool

LIMITS = Limits(memory_bytes=10, all_memory_bytes=16, spool_bytes=40, all_spool_bytes=60)


@given(st.lists(st.one_of(st.binary(min_size=1, max_size=12), st.integers(1, 30)), max_size=40))
def test_bytes_come_out_in_order(steps):
    room = Room(LIMITS)
    free = vars(room).copy()
    spool = Spool(room, LIMITS)
    put, taken = b"", b""
    for step in steps:
        if isinstance(step, int):
            taken += spool.take(step)
            continue
        try:
            spool.put(step)
        except OSError:
            break
        put += step
        assert len(spool) == len(put) - len(taken)
    while spool:
        taken += spool.take(7)
    assert taken == put
    assert vars(room) == free


def test_one_answer_has_its_share_of_the_file():
    spool = Spool(Room(LIMITS), LIMITS)
    spool.put(b"a" * 40)
    with pytest.raises(OSError, match="more waits for slow readers than may"):
        spool.put(b"a")
    spool.close()


def test_all_answers_together_have_theirs():
    room = Room(LIMITS)
    first, second = Spool(room, LIMITS), Spool(room, LIMITS)
    first.put(b"a" * 40)
    second.put(b"b" * 20)
    with pytest.raises(OSError, match="more waits for slow readers than may"):
        second.put(b"b" * 10)
    first.close()
    second.put(b"b" * 10)
    assert second.take(100) == b"b" * 30


def test_memory_that_all_answers_use_up_is_made_up_for_by_the_file():
    room = Room(LIMITS)
    spools = [Spool(room, LIMITS) for _ in range(3)]
    for spool in spools:
        spool.put(b"a" * 8)
    assert (room.memory_bytes, room.spool_bytes) == (0, 52)
    assert [spool.take(100) for spool in spools] == [b"a" * 8] * 3
