from __future__ import annotations

import json
import resource
import signal
from pathlib import Path

import pytest

from souverain.errors import UsageError
from souverain.web.journal import QUERY_CHARACTERS, Journal


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


@pytest.fixture
def journal(path: Path):
    made = Journal(str(path))
    yield made
    made.close()


def test_a_note_is_a_line_of_json(journal, path):
    journal.note("192.0.2.1", status=200, query="ASK {\n}")
    journal.flush()
    (line,) = lines(path)
    assert (line["status"], line["query"]) == (200, "ASK {\n}")
    assert str(line["time"]).endswith("Z")


def test_an_address_is_hashed_and_tells_clients_apart(journal, path):
    for client in ("192.0.2.1", "192.0.2.2", "192.0.2.1"):
        journal.note(client)
    journal.flush()
    first, other, again = (line["client"] for line in lines(path))
    assert first == again != other
    assert "192.0.2" not in path.read_text("utf-8")


def test_another_run_hashes_an_address_in_another_way(journal, tmp_path):
    other = Journal(str(tmp_path / "other"))
    assert journal.hashed("192.0.2.1") != other.hashed("192.0.2.1")
    other.close()


def test_a_very_long_query_is_cut_and_its_length_told(journal, path):
    journal.note("x", query="a" * (QUERY_CHARACTERS + 1))
    journal.flush()
    (line,) = lines(path)
    assert len(str(line["query"])) == QUERY_CHARACTERS
    assert line["query_characters"] == QUERY_CHARACTERS + 1


def test_a_log_that_was_moved_away_goes_on_in_a_new_file(journal, path, tmp_path):
    journal.note("x", number=1)
    journal.flush()
    path.rename(tmp_path / "old")
    journal.reopen()
    journal.note("x", number=2)
    journal.flush()
    assert [line["number"] for line in lines(path)] == [2]


def test_a_full_disk_drops_lines_and_counts_them():
    journal = Journal("/dev/full")
    journal.note("x")
    journal.flush()
    assert journal.dropped == 1
    journal.close()


def test_a_disk_that_fills_up_costs_no_line_that_comes_after(journal, path):
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    for number in range(9):
        journal.note("x", number=number)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, limit[1]))
    try:
        journal.flush()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    journal.note("x", number="after")
    journal.flush()
    *kept, _broken, after = path.read_text("utf-8").splitlines()
    assert json.loads(after)["number"] == "after"
    assert [json.loads(line)["number"] for line in kept] == list(range(len(kept)))
    assert journal.dropped == 9 - len(kept)


def test_a_log_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        Journal(str(tmp_path))


def test_without_a_name_nothing_is_kept():
    journal = Journal("")
    journal.note("x")
    journal.flush()
    assert journal.dropped == 0
