"""What a time, a proportion and a statement of Wikibase mean."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from souverain.link.moments import UNKNOWN, moment
from souverain.link.shares import share
from souverain.link.statements import Reference, Value, statements
from souverain.link.wikibase import Item

from .wikidata import JULIAN, PERCENT, amount, entity, item, statement, time

MOMENTS = {
    "a day": ("+2012-10-02T00:00:00Z", 11, "2012-10-02", (2012, 10, 2), (2012, 10, 2)),
    "an hour": ("+2012-10-02T13:00:00Z", 12, "2012-10-02", (2012, 10, 2), (2012, 10, 2)),
    "a month": ("+2012-10-00T00:00:00Z", 10, "2012-10", (2012, 10, 1), (2012, 10, 31)),
    "a month with a day": (
        "+2012-10-01T00:00:00Z",
        10,
        "2012-10",
        (2012, 10, 1),
        (2012, 10, 31),
    ),
    "a year": ("+2012-00-00T00:00:00Z", 9, "2012", (2012, 1, 1), (2012, 12, 31)),
    "a year, padded": ("+00000002012-01-01T00:00:00Z", 9, "2012", (2012, 1, 1), (2012, 12, 31)),
    "a decade": ("+2010-00-00T00:00:00Z", 8, "201X", (2010, 1, 1), (2019, 12, 31)),
    "a century": ("+1950-00-00T00:00:00Z", 7, "19XX~", (1901, 1, 1), (2000, 12, 31)),
    "its last year": (
        "+2000-00-00T00:00:00Z",
        7,
        "19XX~",
        (1901, 1, 1),
        (2000, 12, 31),
    ),
    "a millennium": ("+1500-00-00T00:00:00Z", 6, "1XXX~", (1001, 1, 1), (2000, 12, 31)),
    "a day untold": (
        "+2012-10-00T00:00:00Z",
        11,
        "2012-10",
        (2012, 10, 1),
        (2012, 10, 31),
    ),
}


@pytest.mark.parametrize("name", MOMENTS)
def test_a_time_is_as_precise_as_it_says(name):
    text, precision, edtf, first, last = MOMENTS[name]
    assert moment(time(text, precision)) == (edtf, date(*first), date(*last))


NO_MOMENTS = {
    "before the year 1": time("-0044-03-15T00:00:00Z", 11),
    "vaguer than a millennium": time("+12000-00-00T00:00:00Z", 5),
    "a year that no calendar has": time("+0000-00-00T00:00:00Z", 9),
    "a day that no month has": time("+2011-02-30T00:00:00Z", 11),
    "no time": {"time": "soon", "precision": 11},
}


@pytest.mark.parametrize("name", NO_MOMENTS)
def test_a_time_that_no_date_can_hold_is_none(name):
    assert moment(NO_MOMENTS[name]) is None


@pytest.mark.parametrize(
    ("text", "precision", "edtf"),
    [
        ("+1582-10-04T00:00:00Z", 11, "1582-10-14"),
        ("+1917-10-25T00:00:00Z", 11, "1917-11-07"),
        ("+1917-10-00T00:00:00Z", 10, "1917"),
    ],
)
def test_a_time_of_the_julian_calendar_is_converted_or_only_its_year_is_told(text, precision, edtf):
    found = moment(time(text, precision, JULIAN))
    assert found
    assert found.edtf == edtf


SHARES = {
    "digits": (amount("+0.444"), "44.4", "44.35", "44.45"),
    "a half": (amount("+0.5"), "50", "49.5", "50.5"),
    "the whole": (amount("+1"), "100", "99.5", "100"),
    "nothing": (amount("+0"), "0", "0", "0.5"),
    "percent": (amount("+22.2", PERCENT), "22.2", "22.15", "22.25"),
    "bounds": (amount("+0.3", lowerBound="+0.25", upperBound="+0.35"), "30", "25", "35"),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_proportion_is_a_percentage_with_what_its_digits_stand_for(name):
    value, *expected = SHARES[name]
    assert share(value) == tuple(map(Decimal, expected))


@pytest.mark.parametrize(
    "value",
    [
        amount("+1000", "http://www.wikidata.org/entity/Q900000099"),
        amount("+1.5"),
        amount("-0.1"),
        amount("many"),
        amount("NaN"),
    ],
    ids=["of another unit", "more than all", "less than nothing", "no number", "not a number"],
)
def test_what_is_no_share_of_a_whole_is_none(value):
    assert share(value) is None


def read(*rows):
    """The statements of an item with these."""
    told = entity("Q900000001", *rows)
    return list(statements(Item("Q900000001", "Q900000001", "", statements=told["claims"])))


def test_a_statement_keeps_its_rank_its_qualifiers_and_its_references():
    references = [
        [
            ("P248", item("Q900000008")),
            ("P854", "https://example.org/a"),
            ("P813", time("+2020-01-02T00:00:00Z", 11)),
            ("P1476", {"text": "Un  titre", "language": "fr"}),
        ],
        [("P854", "not an address")],
    ]
    (found,) = read(
        statement(
            "Q900000001$A-1",
            "P127",
            item("Q900000002"),
            ("P1107", amount("+0.444")),
            ("P580", time("+2012-00-00T00:00:00Z", 9)),
            ("P582", "somevalue"),
            ("P585", time("+2012-10-00T00:00:00Z", 10)),
            ("P5102", item("Q900000003")),
            ("P1106", amount("+3")),
            rank="deprecated",
            references=references,
        )
    )
    assert found.rank == "deprecated"
    assert found.value == Value(iri="http://www.wikidata.org/entity/Q900000002")
    assert found.share
    assert found.share.percentage == Decimal("44.4")
    assert [row and row.edtf for row in (found.start, found.point)] == ["2012", "2012-10"]
    assert found.end == UNKNOWN
    assert found.qualifiers == ("P5102 Q900000003", "P1106 +3")
    assert found.references == (
        Reference(
            ("http://www.wikidata.org/entity/Q900000008",),
            ("https://example.org/a",),
            ("P813 2020-01-02", "P1476 Un titre (fr)"),
        ),
        Reference((), (), ("P854 not an address",)),
    )


@pytest.mark.parametrize(
    ("property", "value", "expected"),
    [
        ("P169", "somevalue", Value(missing="UnknownValue")),
        ("P749", "novalue", Value(missing="NoValue")),
        ("P856", "https://example.org/", Value(iri="https://example.org/")),
        ("P856", "https://example.org/a b", Value(text="https://example.org/a b")),
        ("P1278", "969500EXAMPLE0000000", Value(text="969500EXAMPLE0000000")),
        ("P571", time("-0044-03-15T00:00:00Z", 11), Value(text="-0044-03-15T00:00:00Z")),
    ],
)
def test_a_value_is_kept_as_what_it_is(property, value, expected):
    (found,) = read(statement("Q900000001$B", property, value))
    assert found.value == expected


def test_a_second_date_of_a_kind_is_kept_as_a_text():
    starts = [("P580", time(f"+{year}-00-00T00:00:00Z", 9)) for year in (2012, 2014)]
    (found,) = read(statement("Q900000001$C", "P127", item("Q900000002"), *starts))
    assert found.start
    assert (found.start.edtf, found.qualifiers) == ("2012", ("P580 2014",))


def test_a_share_that_cannot_be_read_is_kept_as_a_text():
    told = ("P1107", amount("+1.5"))
    (found,) = read(statement("Q900000001$D", "P127", item("Q900000002"), told))
    assert (found.share, found.qualifiers) == (None, ("P1107 +1.5",))


def test_what_is_not_taken_is_left():
    assert read(statement("Q900000001$E", "P31", item("Q900000002"))) == []
