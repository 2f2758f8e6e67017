from __future__ import annotations

import inspect

import pytest

from souverain import errors
from souverain.cli.faults import EXIT_CODES, exit_code
from souverain.errors import DataError, Finding, SouverainError, TurtleError

CLASSES = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, SouverainError)
]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_the_drawing_of_the_tree_shows_every_class(kind):
    assert f" {kind.__name__} " in (errors.__doc__ or "")


@pytest.mark.parametrize(
    "kind", [kind for kind in CLASSES if kind is not SouverainError], ids=lambda kind: kind.__name__
)
def test_every_error_has_an_exit_code(kind):
    assert exit_code(kind.__new__(kind)) in {1, 2, 3}


def test_a_class_stands_in_the_table_once():
    assert not any(
        issubclass(one, other) for one in EXIT_CODES for other in EXIT_CODES if one is not other
    )


def test_a_finding_names_place_node_rule_and_remedy():
    finding = Finding("graph/a.ttl", 3, "id:x", "shape:stake", "too many", "take one away")
    assert str(finding) == ("graph/a.ttl:3 id:x too many [shape:stake]\n    -> take one away")


def test_a_finding_about_a_whole_file_has_no_line():
    assert str(Finding("graph/a.ttl", 0, "", "empty", "empty file")) == (
        "graph/a.ttl empty file [empty]"
    )


def test_a_turtle_error_is_a_fault_of_the_data_with_its_line():
    fault = TurtleError("graph/a.ttl", 7, "expected .")
    assert isinstance(fault, DataError)
    assert [finding.line for finding in fault.findings] == [7]
