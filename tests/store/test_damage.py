"""A store that is not as it was left: what is said of it, and that nothing is made worse."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from souverain.commit import writer
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.errors import CorruptStore, Unanswered, UsageError
from souverain.patch import Patch
from souverain.source import Source
from souverain.versions import folder, wholeness
from souverain.versions.nature import Nature
from souverain.vocab import BASE

from .writable import Writable, eventually, insert, known, line

LAST = "versions/00000003"


def cut(*paths: Path) -> None:
    """Leave a few bytes of each file."""
    for path in paths:
        replace(path, path.read_bytes()[:20])


def flip(*paths: Path) -> None:
    """Change a byte of each file."""
    for path in paths:
        content = path.read_bytes()
        replace(path, content[:10] + bytes([content[10] ^ 255]) + content[11:])


def replace(path: Path, content: bytes) -> None:
    """Write a file anew: other versions keep theirs, which may be the same one."""
    path.unlink()
    path.write_bytes(content)


def told(root: Path, name: str, **other: object) -> None:
    """Change some of what a file of JSON says; `None` takes it out."""
    path = root / name
    rows = {**json.loads(path.read_text()), **other}
    rows = {key: value for key, value in rows.items() if value is not None}
    replace(path, json.dumps(rows).encode())


@dataclass(frozen=True)
class Damage:
    """What is done to a store, which file is named, and whether a commit comes across it."""

    spoil: Callable[[Path], object]
    named: str
    stops_a_commit: bool = True


def data(root: Path) -> Path:
    return root / LAST / "data"


RECORD, CHANGES = f"{LAST}/commit.json", f"{LAST}/changes.rdfp"
OF_A_VERSION = {
    "tables that were cut": Damage(lambda it: cut(*data(it).glob("*.sst")), f"{LAST}/data"),
    "tables that are gone": Damage(
        lambda it: [path.unlink() for path in data(it).glob("*.sst")], f"{LAST}/data"
    ),
    "a manifest that was cut": Damage(lambda it: cut(*data(it).glob("MANIFEST*")), f"{LAST}/data"),
    "data that are no store": Damage(lambda it: (data(it) / "CURRENT").unlink(), f"{LAST}/data"),
    "data that are gone": Damage(lambda it: shutil.rmtree(data(it)), f"{LAST}/data"),
    "a record that is gone": Damage(lambda it: (it / RECORD).unlink(), RECORD),
    "a record that was cut": Damage(lambda it: cut(it / RECORD), RECORD),
    "a record that is no text": Damage(lambda it: replace(it / RECORD, b"\xff\xfe"), RECORD),
    "a record that is a list": Damage(lambda it: replace(it / RECORD, b"[]"), RECORD),
    "a record without a checksum": Damage(lambda it: told(it, RECORD, checksum=None), RECORD),
    "a checksum that is none": Damage(lambda it: told(it, RECORD, checksum="x"), RECORD),
    "a count that is none": Damage(lambda it: told(it, RECORD, quads="many"), RECORD),
    "a record of another version": Damage(lambda it: told(it, RECORD, number=2), RECORD),
    "a count that is not that of the data": Damage(
        lambda it: told(it, RECORD, quads=99), f"{LAST}/data", stops_a_commit=False
    ),
    "a patch that is gone": Damage(
        lambda it: (it / CHANGES).unlink(), CHANGES, stops_a_commit=False
    ),
    "a version that is gone": Damage(lambda it: shutil.rmtree(it / LAST), LAST),
    "a current version that never was": Damage(
        lambda it: (it / "current").write_text("4\n"), "versions/00000004"
    ),
}
OF_THE_STORE = {
    "no current version": Damage(lambda it: (it / "current").unlink(), "current"),
    "a current version without a number": Damage(
        lambda it: (it / "current").write_text("three"), "current"
    ),
    "an empty file": Damage(lambda it: (it / "current").write_text(""), "current"),
    "a file of nulls": Damage(lambda it: (it / "current").write_bytes(bytes(8)), "current"),
    "a file that is no text": Damage(lambda it: (it / "current").write_bytes(b"\xff"), "current"),
    "no form": Damage(lambda it: (it / "store.json").unlink(), "store.json"),
    "a form that was cut": Damage(lambda it: cut(it / "store.json"), "store.json"),
    "a form that is a list": Damage(lambda it: replace(it / "store.json", b"[]"), "store.json"),
    "a form that says too little": Damage(
        lambda it: told(it, "store.json", base=None), "store.json"
    ),
    "a form that says too much": Damage(lambda it: told(it, "store.json", more=1), "store.json"),
    "shapes that there are none of": Damage(
        lambda it: told(it, "store.json", shapes="round"), "store.json"
    ),
}
DAMAGES = OF_A_VERSION | OF_THE_STORE


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sound") / "store"
    made = folder.create(root, Nature("union", "none", BASE))
    for name in "abc":
        quad = line(name).replace(" .", " <urn:graph> .")
        assert commit(made, Patch.of((), [quad]), Stamp("Ada")).commit
    return root


@pytest.fixture
def root(_sound: Path, tmp_path: Path) -> Path:
    """A store of three versions, to spoil."""
    return shutil.copytree(_sound, tmp_path / "store")


def read(root: Path) -> list[str]:
    """The things that are known of in a store."""
    loaded = Source("", BASE, "", "union", str(root)).load()
    return [name for name in "abc" if loaded.dataset.about(f"urn:{name}")]


def asked(root: Path) -> dict[str, object]:
    """What a writer tells of a change."""
    patch = Patch.of((), [line("d").replace(" .", " <urn:graph> .")]).text()
    request = {"store": str(root), "project": "", "patch": patch, "author": "Ada", "message": ""}
    return writer.answer({**request, "parent": None, "dry_run": False, "keep": 0})


def tree(root: Path) -> dict[str, bytes]:
    """All that is in a folder."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", OF_A_VERSION)
def test_where_the_current_version_is_damaged_one_that_is_whole_is_named(root, name):
    OF_A_VERSION[name].spoil(root)
    with pytest.raises(CorruptStore) as caught:
        read(root)
    assert str(root / OF_A_VERSION[name].named) in str(caught.value)
    # Where `current` says 4, there is a third one that is whole.
    last = folder.open(root).current - 1
    assert f"version {last} is whole" in caught.value.hint
    assert f"write {last} into {root / 'current'}" in caught.value.hint


@pytest.mark.parametrize("name", OF_THE_STORE)
def test_what_is_damaged_of_the_store_is_named_with_what_to_do(root, name):
    OF_THE_STORE[name].spoil(root)
    with pytest.raises(CorruptStore) as caught:
        read(root)
    assert str(root / OF_THE_STORE[name].named) in str(caught.value)
    assert "restore a backup" in caught.value.hint


@pytest.mark.parametrize("name", [name for name, row in DAMAGES.items() if row.stops_a_commit])
def test_a_damaged_store_is_not_written_to(root, name):
    DAMAGES[name].spoil(root)
    before = tree(root)
    said = asked(root)
    assert said["fault"] == "nothing was changed: the store is damaged"
    assert str(root) not in f"{said['fault']} {said['hint']}"
    assert str(root / DAMAGES[name].named) in str(said["complaint"])
    assert tree(root) == before


def test_going_back_to_a_version_that_is_whole_costs_the_later_ones_alone(root, tmp_path):
    cut(*data(root).glob("*.sst"))
    shutil.move(root / LAST, tmp_path / "damaged")
    (root / "current").write_text("2\n")
    assert read(root) == ["a", "b"]
    assert asked(root)["commit"]["number"] == 3


def test_where_no_version_is_whole_a_backup_is_the_advice(root):
    for number in (1, 2, 3):
        cut(root / f"versions/0000000{number}/commit.json")
    with pytest.raises(CorruptStore, match=r"commit\.json") as caught:
        read(root)
    assert caught.value.hint.startswith("restore a backup")


@pytest.mark.parametrize("current", ["0", "1"])
def test_versions_that_no_writer_has_left_are_never_removed(root, current):
    (root / "current").write_text(current)
    before = tree(root)
    assert "damaged" in str(asked(root)["fault"])
    assert tree(root) == before


def test_a_flipped_byte_is_seen_by_whoever_reads_the_data(root):
    flip(*data(root).glob("*.sst"))
    with pytest.raises(CorruptStore, match="checksum mismatch"):
        read(root)


def test_data_that_are_others_than_they_were_are_seen_by_their_checksum(root):
    shutil.rmtree(root / LAST / "data")
    shutil.copytree(root / "versions/00000002/data", root / LAST / "data")
    told(root, RECORD, quads=2)
    with pytest.raises(CorruptStore, match="checksum"):
        wholeness.verify(folder.open(root), 3)


def test_a_patch_that_is_not_that_of_the_record_is_seen(root):
    replace(root / CHANGES, b"TX .\nTC .\n")
    with pytest.raises(CorruptStore, match="what it changed"):
        wholeness.verify(folder.open(root), 3)


def test_a_patch_that_is_none_is_seen(root):
    replace(root / CHANGES, b"nonsense\n")
    with pytest.raises(CorruptStore, match=r"changes\.rdfp"):
        wholeness.verify(folder.open(root), 3)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_version_that_is_as_it_was_left_is_whole(root, number):
    wholeness.verify(folder.open(root), number)


HALVES = {
    "before the first line": "",
    "in the middle of a line": "echo '[]'; printf '<urn:a> <urn'",
}


@pytest.mark.parametrize("name", HALVES)
def test_a_reader_that_was_killed_is_no_damage(root, tmp_path, monkeypatch, name):
    reader = tmp_path / "reader"
    reader.write_text(f"#!/bin/sh\n{HALVES[name]}\nkill -9 $$\n")
    reader.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(reader))
    with pytest.raises(Unanswered, match="was killed"):
        read(root)


def test_a_reader_that_tells_nonsense_without_end_is_not_waited_for(root, tmp_path, monkeypatch):
    reader = tmp_path / "reader"
    reader.write_text("#!/bin/sh\necho '[]'\nexec yes nonsense\n")
    reader.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(reader))
    with pytest.raises((CorruptStore, Unanswered)):
        read(root)


def test_a_store_of_a_newer_form_is_refused_and_says_what_reads_it(root):
    told(root, "store.json", format=99)
    with pytest.raises(UsageError, match="99") as caught:
        folder.open(root)
    assert "program" in caught.value.hint


def test_a_store_that_never_came_to_be_is_made_all_the_same(tmp_path):
    (tmp_path / "versions").mkdir()
    (tmp_path / "lock").touch()
    (tmp_path / ".store.json.1").write_text("{")
    assert folder.create(tmp_path, Nature("strict", "none", BASE)).current == 0


def test_no_store_is_made_over_another_one(root):
    with pytest.raises(UsageError, match="not empty"):
        folder.create(root, Nature("strict", "none", BASE))


@pytest.mark.parametrize("name", ["tables that were cut", "no current version", "no form"])
def test_a_server_does_not_start_over_a_damaged_store_and_says_why(souverain, root, name):
    DAMAGES[name].spoil(root)
    done = souverain("serve", "--port", 0, "--store", root, "--shapes", "none")
    assert done.returncode == 2
    assert str(root / DAMAGES[name].named) in done.stderr
    assert "->" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_goes_on_serving_what_it_has_until_the_store_is_mended(launch, tmp_path):
    writable = Writable(launch, tmp_path / "store")
    try:
        assert writable.update(insert("a")).status == 200
        # Another process commits, and its data are lost before anyone reads them.
        aside, versions = tmp_path / "data", writable.root / "versions"
        shutil.copytree(versions / "00000001", versions / "00000002")
        shutil.move(versions / "00000002/data", aside)
        told(versions / "00000002", "commit.json", number=2)
        (writable.root / "current").write_text("2\n")
        refused = writable.update(insert("b"))
        assert (refused.status, refused.slug) == (503, "unkept")
        assert "damaged" in refused.told["detail"]
        assert str(writable.root) not in refused.body.decode()
        assert writable.ask(known("a"))
        shutil.move(aside, versions / "00000002/data")
        assert eventually(lambda: writable.update(insert("b")).status == 200)
        assert writable.ask(known("b"))
    finally:
        told_in_the_log = writable.stop()
    assert str(versions / "00000002/data") in told_in_the_log
    assert "version 1 is whole" in told_in_the_log
