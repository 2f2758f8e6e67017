from __future__ import annotations

import pytest

from souverain.commit import reverting
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.errors import NoSuchVersion, Unrevertable
from souverain.patch import Patch
from souverain.versions import blame, folder, wording
from souverain.versions.nature import Nature
from souverain.vocab import BASE, PREFIXES

from .conftest import EX, content, keep, line, read

ENTITIES = f"<{BASE}graph/entities>"
ORANGE = f"<{BASE}id/orange>"


def undo(store, number: int) -> int:
    patch = reverting.without(store, number)
    return keep(store, patch.added, patch.removed, patch.created, patch.dropped)


def graphs(store, number: int) -> set[str]:
    return {graph.value for graph in read(store, number).named_graphs()}


# What is said of a thing.


def traced(store, name: str) -> list[tuple[str, int, int]]:
    return [
        (trace.line, trace.brought.number, trace.removed.number if trace.removed else 0)
        for trace in blame.traces(store, f"{EX}{name}")
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a", [(line("a"), 1, 3)]),
        ("b", [(line("b"), 1, 0)]),
        ("c", [(line("c", "g"), 2, 3)]),
        ("d", []),
        # The beginning of an IRI is another one.
        ("", []),
    ],
)
def test_each_quad_has_the_version_that_brought_it_and_that_took_it(told, name, expected):
    assert traced(told, name) == expected


def test_what_came_again_has_the_version_that_brought_it_last(told):
    keep(told, [line("a")])
    assert traced(told, "a") == [(line("a"), 4, 0)]


def test_what_is_there_comes_before_what_is_gone(told):
    keep(told, [line("a", "z")])
    assert traced(told, "a") == [(line("a", "z"), 4, 0), (line("a"), 1, 3)]


def test_a_trace_has_the_record_of_its_version(told):
    (trace,) = blame.traces(told, f"{EX}c")
    assert (trace.brought, trace.last) == (told.commit(2), told.commit(3))


# Taking back.


def test_taking_a_version_back_leaves_the_later_ones(told):
    keep(told, [line("d")])
    keep(told, [line("e")])
    assert undo(told, 4) == 6
    assert told.difference(3, 6) == Patch((), (line("e"),))


def test_what_was_taken_away_comes_back_with_its_graph(told):
    undo(told, 3)
    assert told.difference(2, 4) == Patch()
    assert graphs(told, 4) == {f"{EX}g"}


def test_taking_back_twice_gives_what_was(told):
    undo(told, 3)
    undo(told, 4)
    assert told.commit(5).checksum == told.commit(3).checksum
    assert graphs(told, 5) == graphs(told, 3)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (1, [f"<{EX}a>", "was added, and is there no more"]),
        (2, [f"<{EX}c>", f"<{EX}g>", "was added, and is there no more"]),
    ],
)
def test_what_a_later_version_took_cannot_be_taken_back(told, number, found):
    with pytest.raises(Unrevertable) as raised:
        reverting.without(told, number)
    (finding,) = raised.value.findings
    assert all(part in str(finding) for part in found)


def test_what_a_later_version_put_back_cannot_be_put_back(told):
    keep(told, [line("a")])
    with pytest.raises(Unrevertable) as raised:
        reverting.without(told, 3)
    assert ["is there again" in str(finding) for finding in raised.value.findings] == [True]


def test_what_went_and_came_again_can_be_taken_back(store):
    keep(store, [line("a")])
    keep(store, [], [line("a")])
    keep(store, [line("a")])
    undo(store, 1)
    assert content(store, 4) == []


def test_a_graph_with_something_else_in_it_stays(store):
    keep(store, [line("a", "g")], created=[f"{EX}g"])
    keep(store, [line("b", "g")])
    undo(store, 1)
    assert content(store, 3) == [line("b", "g")]
    assert graphs(store, 3) == {f"{EX}g"}


def test_an_empty_graph_can_be_taken_back(store):
    keep(store, created=[f"{EX}g"])
    undo(store, 1)
    assert graphs(store, 2) == set()


@pytest.mark.parametrize("number", [0, 4])
def test_a_version_that_is_not_there_cannot_be_taken_back(told, number):
    with pytest.raises(NoSuchVersion):
        reverting.without(told, number)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_going_back_gives_the_content_of_that_version(told, number):
    patch = reverting.back_to(told, number)
    if patch:
        keep(told, patch.added, patch.removed, patch.created, patch.dropped)
    now = told.current
    assert content(told, now) == (content(told, number) if number else [])
    assert graphs(told, now) == (graphs(told, number) if number else set())


def test_going_to_a_version_that_is_not_there_is_refused(told):
    with pytest.raises(NoSuchVersion):
        reverting.back_to(told, 4)


def test_a_version_of_a_store_with_shapes_is_taken_back(shop, project):
    name = f'{ORANGE} <{PREFIXES["skos"]}prefLabel> "Orange"@fr {ENTITIES} .'
    other = f'{ORANGE} <{PREFIXES["skos"]}prefLabel> "Orange SA"@fr {ENTITIES} .'
    commit(shop, Patch.of([name], [other]), Stamp("Ada"), project)
    commit(shop, reverting.without(shop, 2), Stamp("Ada"), project)
    assert shop.commit(3).checksum == shop.commit(1).checksum


@pytest.mark.parametrize(
    ("shapes", "kept"), [("project", ["entities"]), ("none", ["derived/rank", "entities"])]
)
def test_only_a_store_with_shapes_computes_anything(tmp_path, shapes, kept):
    store = folder.create(tmp_path / "store", Nature("union", shapes, BASE))
    names = {name: f"{BASE}graph/{name}" for name in ("derived/rank", "entities")}
    rows = {name: f"<{EX}a> <{EX}a> <{EX}a> <{graph}> ." for name, graph in names.items()}
    whole = Patch.of(rows.values(), rows.values(), names.values(), names.values())
    expected = [[rows[name] for name in kept], [names[name] for name in kept]]
    authored = reverting.authored(whole, store)
    assert [list(authored.removed), list(authored.created)] == expected
    assert [list(authored.added), list(authored.dropped)] == expected


# Quads in words.


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (f"<{PREFIXES['sov']}Stake>", "sov:Stake"),
        (f"<{EX}a>", f"<{EX}a>"),
        ("_:b0", "_:b0"),
        ('"a"', '"a"'),
        ('"a\\nb\\"c"', '"a\\nb\\"c"'),
        ('"a"@fr', '"a"@fr'),
        (f'"47"^^<{PREFIXES["xsd"]}decimal>', '"47"^^xsd:decimal'),
        (f'"a"^^<{EX}t>', f'"a"^^<{EX}t>'),
        (f"<<( <{EX}a> <{EX}b> _:c )>>", f"<<( <{EX}a> <{EX}b> _:c )>>"),
    ],
)
def test_a_term_is_short(term, words):
    (row,) = wording.rows([f"<{EX}a> <{EX}p> {term} ."])
    assert row == ("", f"<{EX}a>", f"<{EX}p>", words)


def test_changes_of_one_thing_stand_together():
    patch = Patch.of([line("b"), line("a", "g")], [line("a"), f"<{EX}b> <{EX}name> <{EX}a> ."])
    told = [(sign, row.graph, row.subject) for sign, row in wording.changes(patch)]
    assert told == [
        ("+", "", f"<{EX}a>"),
        ("-", "", f"<{EX}b>"),
        ("+", "", f"<{EX}b>"),
        ("-", f"<{EX}g>", f"<{EX}a>"),
    ]
