"""The updates of SPARQL 1.1 and 1.2, each done over HTTP on a store that holds its state before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .manifest import Suite
from .updates import SUITES, Update, updates

ENTRIES = [(suite.name, entry) for suite in SUITES.values() for entry in updates(suite)]


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.name)
def test_a_suite_has_as_many_entries_as_it_had(suite: Suite):
    assert len({entry.name for entry in updates(suite)}) == suite.entries


@pytest.mark.parametrize(
    ("suite", "entry"), ENTRIES, ids=[f"{suite}-{entry.name}" for suite, entry in ENTRIES]
)
def test_an_update_leaves_the_state_after_or_is_told_to_be_none(
    update_faults: Callable[[str], dict[str, str]], suite: str, entry: Update
):
    assert update_faults(suite)[entry.name] == ""
