from __future__ import annotations

import shutil

import pytest

from souverain.versions import verifying, writing

from .conftest import EX, keep, line

COMMIT, CHANGES = "commit.json", "changes.rdfp"


def damaged(store) -> list[tuple[str, str]]:
    return [(finding.file, finding.message) for finding in verifying.findings(store)]


def test_a_store_as_it_was_left_has_no_finding(told):
    assert damaged(told) == []


def test_an_empty_store_has_no_finding(store):
    assert damaged(store) == []


def test_a_store_with_shapes_has_no_finding(shop):
    assert damaged(shop) == []


def test_what_was_thinned_out_is_no_damage(told):
    writing.thin(told, keep=1)
    assert damaged(told) == []


def replace(store, number: int, name: str, old: str, new: str) -> None:
    path = store.path(number) / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def cut(store, number: int) -> None:
    for path in (store.path(number) / "data").glob("*.sst"):
        path.unlink()


# What is done to a store, and which file of which version is named with which words.
DAMAGES = {
    "no record": (
        lambda store: (store.path(2) / COMMIT).unlink(),
        [(2, COMMIT, "No such file")],
    ),
    "half a record": (
        lambda store: (store.path(2) / COMMIT).write_text('{"number": 2'),
        [(2, COMMIT, "it is no record")],
    ),
    "another record": (
        lambda store: shutil.copy(store.path(1) / COMMIT, store.path(2) / COMMIT),
        [(2, COMMIT, "it is the record of version 1")],
    ),
    "no patch": (lambda store: (store.path(2) / CHANGES).unlink(), [(2, CHANGES, "No such file")]),
    "a patch that is none": (
        lambda store: (store.path(2) / CHANGES).write_text("nonsense"),
        [(2, CHANGES, "none of an RDF Patch")],
    ),
    "a shorter patch": (
        lambda store: replace(store, 1, CHANGES, f"A {line('a')}\n", ""),
        [(1, CHANGES, "adds 1, and the record says 0 and 2")],
    ),
    "another patch": (
        lambda store: replace(store, 1, CHANGES, line("a"), line("x")),
        [(1, CHANGES, "does not add up")],
    ),
    "another sum": (
        lambda store: replace(store, 3, COMMIT, '"checksum": "', '"checksum": "f'),
        [(3, CHANGES, "does not add up"), (3, "data", "does not add up")],
    ),
    "data that cannot be read": (lambda store: cut(store, 2), [(2, "data", ".sst")]),
    "the data of another version": (
        lambda store: (
            shutil.rmtree(store.path(2) / "data"),
            shutil.copytree(store.path(1) / "data", store.path(2) / "data"),
        ),
        [(2, "data", "there are 2 quads, and the record says 3")],
    ),
    "no data in the newest": (
        lambda store: shutil.rmtree(store.path(3) / "data"),
        [(3, "data", "No such file")],
    ),
}


@pytest.mark.parametrize(("spoil", "named"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_named(told, spoil, named):
    spoil(told)
    found = damaged(told)
    assert [file for file, _ in found] == [f"versions/{n:08}/{name}" for n, name, _ in named]
    for (_, message), (_, _, words) in zip(found, named, strict=True):
        assert words in message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Orange", "Orang", "does not add up"),
        ("sov:Organization", "<https://w3id.org/souverain/ontology#Organization>", ""),
        ("PREFIX skos:", "PREFIX skos", "entities.ttl: "),
    ],
)
def test_a_file_that_says_something_else_than_the_data_is_named(shop, old, new, words):
    replace(shop, 1, "graph/entities.ttl", old, new)
    found = damaged(shop)
    assert [file for file, _ in found] == (["versions/00000001/graph"] if words else [])
    assert all(words in message for _, message in found)


def test_the_versions_after_a_damaged_one_are_read_too(told):
    keep(told, [line("d")], created=[f"{EX}h"])
    (told.path(2) / COMMIT).unlink()
    cut(told, 4)
    assert [file for file, _ in damaged(told)] == [
        f"versions/00000002/{COMMIT}",
        "versions/00000004/data",
    ]


@pytest.mark.parametrize(
    ("number", "advice"), [(3, "version 2 is whole"), (2, "souverain restore BACKUP")]
)
def test_it_is_told_what_to_do(told, number, advice):
    cut(told, number)
    fault = verifying.fault(told, list(verifying.findings(told)))
    assert advice in fault.hint
    assert str(fault).endswith(": 1 finding")
