"""The queries of SPARQL 1.0, 1.1 and 1.2, each asked in every format that it can be answered in."""

from __future__ import annotations

import pytest

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS

from . import asking, counts
from .failures import FAILURES, Failure
from .manifest import SUITES, Entry, Suite, entries

ENTRIES = {(suite.name, entry.name): entry for suite in SUITES.values() for entry in entries(suite)}
COUNTED = [(suite, column) for suite in SUITES.values() for column in counts.asked(suite)]
HTML = "text/html"


class KnownFailure(Exception):
    """An entry fails in just the formats that `failures.tsv` names."""


def case(suite: str, entry: Entry) -> object:
    """An entry as a test, which must fail where it is known to."""
    known = FAILURES.get((suite, entry.name))
    marks = (
        [pytest.mark.xfail(raises=KnownFailure, strict=True, reason=known.reason)] if known else []
    )
    return pytest.param(suite, entry, marks=marks, id=f"{suite}-{entry.name}")


@pytest.mark.parametrize(
    ("suite", "entry"), [case(suite, entry) for (suite, _), entry in ENTRIES.items()]
)
def test_an_entry_is_answered_in_every_format(faults: asking.FaultsOf, suite: str, entry: Entry):
    found = faults("souverain", suite)[entry.name]
    known = FAILURES.get((suite, entry.name))
    if known and found.keys() == known.formats:
        raise KnownFailure(found)
    assert found == {}, "and failures.tsv says otherwise" if known else ""


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.name)
def test_a_suite_has_as_many_entries_as_it_had(suite: Suite):
    assert len({entry.name for entry in entries(suite)}) == suite.entries


@pytest.mark.parametrize(
    ("suite", "column"), COUNTED, ids=[f"{suite.name}-{column}" for suite, column in COUNTED]
)
def test_as_many_entries_pass_as_on_the_oxigraph_server(
    faults: asking.FaultsOf, record_property, suite: Suite, column: str
):
    count = counts.of(
        suite, column, faults("souverain", suite.name), faults("oxigraph", suite.name)
    )
    record_property(counts.PROPERTY, list(vars(count).values()))
    assert count.ours >= count.theirs


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.name)
def test_a_store_that_was_written_to_answers_as_the_files_do(faults: asking.FaultsOf, suite: Suite):
    read, written = (
        {name: sorted(found) for name, found in faults(server, suite.name).items()}
        for server in ("souverain", "writable")
    )
    assert written == read


@pytest.mark.parametrize("failure", FAILURES.values(), ids=lambda row: f"{row.suite}-{row.entry}")
def test_a_known_failure_is_of_an_entry_in_formats_that_it_is_asked_in(failure: Failure):
    assert failure.formats <= set(asking.columns(ENTRIES[failure.suite, failure.entry]))
    assert failure.formats


@pytest.mark.parametrize("failure", FAILURES.values(), ids=lambda row: f"{row.suite}-{row.entry}")
def test_the_reason_of_a_failure_is_no_excuse(failure: Failure):
    assert len(failure.reason.split()) >= 5
    assert "not done" not in failure.reason
    assert "todo" not in failure.reason.lower()


def test_every_format_that_is_offered_is_asked_for():
    offered = {row.media_type for row in (*RESULT_FORMATS, *GRAPH_FORMATS)} - {HTML}
    assert offered == {media_type for media_type, _ in asking.FORMATS.values()}
