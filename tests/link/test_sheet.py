"""The review file keeps what people wrote into it, and says where that makes no sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.errors import DataError, Unwritten
from souverain.link import sheet
from souverain.link.reviewing import Reviewing
from souverain.link.sheet import Row

ROWS = [
    Row(entity="id:bull", name="Bull", item="Q900000001", label="Bull", score=80, why="a; b"),
    Row(entity="id:bull", name="Bull", item="Q900000002", label="bull", score=40),
    Row(entity="id:atos", name="Atos", why_not="nothing found"),
]


@pytest.fixture
def path(tmp_path):
    sheet.write(tmp_path / "review.tsv", ROWS)
    return tmp_path / "review.tsv"


def edited(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_is_written_is_read_again(path):
    assert sheet.read(path) == ROWS


def test_no_file_has_no_rows(tmp_path):
    assert sheet.read(tmp_path / "none.tsv") == []


FAULTS = {
    "no decision": ("\n\t\tid:bull", "\nyes\t\tid:bull", 2, "'yes' is no decision, in column 1"),
    "no number": ("\t80\t", "\tmany\t", 2, "'many' is no score, in column 8"),
    "a cell too many": ("\t80\t", "\t\t80\t", 2, "15 cells for 14 columns"),
    "another head": ("decision\t", "answer\t", 1, "does not name the columns"),
    "no item": ("\n\t\tid:atos", "\nexact\t\tid:atos", 4, "'exact' needs an item, in column 5"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_file_edited_with_an_error_names_line_and_column(path, name):
    old, new, line, words = FAULTS[name]
    edited(path, old, new)
    with pytest.raises(DataError, match="nothing was changed") as fault:
        sheet.read(path)
    (finding,) = fault.value.findings
    assert (finding.file, finding.line) == (str(path), line)
    assert words in finding.message


def test_two_exact_matches_of_an_entity_are_an_error(path):
    sheet.write(path, [replace(row, decision="exact") for row in ROWS[:2]])
    with pytest.raises(DataError) as fault:
        sheet.read(path)
    assert "has an exact match already, in line 2" in fault.value.findings[0].message


def test_searching_again_keeps_what_was_decided_and_refreshes_the_rest():
    old = [replace(ROWS[0], decision="reject", reason="a brewery"), ROWS[1], ROWS[2]]
    new = [replace(ROWS[0], score=85), Row(entity="id:bull", item="Q900000003")]
    joined = sheet.joined(old, new)
    assert [(row.item, row.decision, row.score) for row in joined] == [
        ("Q900000001", "reject", 85),
        ("Q900000003", "", 0),
        ("", "", 0),
    ]


def test_a_decision_on_what_is_found_no_more_is_kept():
    old = [replace(ROWS[1], decision="reject")]
    assert sheet.joined(old, ROWS[:1]) == [ROWS[0], old[0]]


def test_a_file_that_cannot_be_written_is_an_error_that_says_so(tmp_path):
    with pytest.raises(Unwritten, match="cannot be written"):
        sheet.write(tmp_path / "none" / "review.tsv", ROWS)


@pytest.mark.parametrize(
    ("decision", "left"),
    [
        ("exact", ["id:atos"]),
        ("close", ["id:atos"]),
        ("none", ["id:atos"]),
        ("later", ["id:atos"]),
        ("reject", ["id:bull", "id:atos"]),
    ],
)
def test_a_decision_settles_the_entity_but_for_a_rejection(decision, left):
    reviewing = Reviewing(list(ROWS))
    waiting = iter(reviewing)
    number, _ = next(waiting)
    reviewing.decide(number, decision)
    assert [row.entity for _, row in waiting] == left
