from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    Store,
)

from souverain import canonical, tokens
from souverain.commit import files
from souverain.errors import BadBackup, CorruptStore, PathExists, Unanswered, UsageError
from souverain.patch import Patch
from souverain.versions import backup, data, digest, folder, manifest, writing
from souverain.versions.folder import DATA, Folder
from souverain.versions.nature import Nature
from souverain.vocab import BASE

from .conftest import DATE, EX, content, keep, line, read

NODE = NamedNode(f"{EX}a")
ODD = ["", 'a"b', "\\", "a\nb\r\t", "\u0000\u0001\u007f", "\u0085\u2028", "é\U0001f600", "_:b0"]


def quads(*texts: str) -> list[Quad]:
    return [Quad(NODE, NODE, Literal(text), NODE) for text in texts]


def blank(*names: str) -> list[Quad]:
    return [Quad(BlankNode(name), NODE, Literal(str(n))) for n, name in enumerate(names)]


def held(*rows: Quad) -> Store:
    store = Store()
    store.extend(rows)
    return store


def hashed(store: Store) -> str:
    return canonical.digest(store)


def whole(found: Folder) -> list[list[str]]:
    """What is in every version, each of which is whole."""
    return [content(found, n) for n in range(1, found.current + 1)]


def history(found: Folder) -> dict[int, list[str]]:
    """What is in every version, whether or not its data are there."""
    return {n: sorted(data.lines(data.load(found, n))) for n in range(1, found.current + 1)}


def beside(path: Path) -> set[str]:
    return {row.name for row in path.parent.iterdir()}


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_the_short_way_to_the_hash_is_that_of_the_specification(text):
    store = held(*quads(text, "b", "c"), Quad(NODE, NODE, Literal("d", language="fr")))
    canonical = Dataset(store)
    canonical.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(row for row in str(canonical).split("\n") if row)
    expected = hashlib.sha256("".join(f"{row}\n" for row in lines).encode()).hexdigest()
    assert hashed(store) == expected


def test_the_names_of_blank_nodes_do_not_change_the_hash():
    assert hashed(held(*blank("a", "b"))) == hashed(held(*blank("x", "y")))


@pytest.mark.parametrize("other", [blank("a", "a"), blank("a"), quads("a"), []], ids=len)
def test_other_quads_have_another_hash(other):
    assert hashed(held(*other)) != hashed(held(*blank("a", "b")))


def test_nothing_has_the_hash_of_nothing():
    assert hashed(Store()) == digest.EMPTY.hash


def test_what_cannot_be_named_in_time_has_a_sum_and_no_hash(store, tmp_path, monkeypatch):
    monkeypatch.setattr(digest, "HASH_SECONDS", 1)
    nodes = [BlankNode() for _ in range(12)]
    keep(store, data.lines(Quad(a, NODE, b) for a in nodes for b in nodes if a != b))
    made = backup.backup(store, tmp_path / "backup", DATE)
    assert (made.quads, made.hash) == (132, "")
    assert made.checksum == store.commit(1).checksum
    assert backup.restore(tmp_path / "backup", tmp_path / "again") == made


def test_a_restored_store_has_every_version(told, tmp_path):
    made = backup.backup(told, tmp_path / "backup", DATE)
    assert backup.restore(tmp_path / "backup", tmp_path / "again") == made
    again = folder.open(tmp_path / "again")
    assert whole(again) == whole(told)
    assert list(again.commits()) == list(told.commits())
    assert [again.patch_text(n) for n in (1, 2, 3)] == [told.patch_text(n) for n in (1, 2, 3)]


def test_a_restored_store_is_another_one_and_goes_on(told, tmp_path):
    backup.backup(told, tmp_path / "backup", DATE)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    again = folder.open(tmp_path / "again")
    assert again.nature.id != told.nature.id
    assert keep(again, [line("d")]) == 4
    assert told.current == 3


def test_a_restored_store_can_be_backed_up(told, tmp_path):
    made = backup.backup(told, tmp_path / "backup", DATE)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    assert backup.backup(folder.open(tmp_path / "again"), tmp_path / "second", DATE).digest == (
        made.digest
    )
    assert all(folder.open(tmp_path / "second").is_whole(n) for n in (1, 2, 3))


def test_a_backup_tells_the_newest_version(told, tmp_path):
    made = backup.backup(told, tmp_path / "backup", DATE)
    record = told.commit(3)
    assert (made.version, made.date) == (3, DATE)
    assert (made.quads, made.checksum) == (record.quads, record.checksum)
    assert made.hash == hashed(read(told, 3))
    assert manifest.read(tmp_path / "backup") == made


def test_an_empty_store_can_be_backed_up(store, tmp_path):
    made = backup.backup(store, tmp_path / "backup", DATE)
    assert (made.version, made.digest) == (0, digest.EMPTY)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    assert keep(folder.open(tmp_path / "again"), [line("a")]) == 1


def test_tokens_stay_where_they_are(told, tmp_path):
    tokens.add(told.root, "write")
    backup.backup(told, tmp_path / "backup", DATE)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    assert not any(path.name == tokens.FILE for path in (tmp_path / "backup").rglob("*"))
    assert tokens.read(tmp_path / "again") == []


def inodes(root: Path) -> int:
    return len({path.stat().st_ino for path in root.rglob("*.sst")})


def test_what_versions_share_is_there_once(told, tmp_path):
    backup.backup(told, tmp_path / "backup", DATE)
    assert inodes(tmp_path / "backup") == inodes(told.root)
    assert inodes(told.root) < len(list(told.root.rglob("*.sst")))
    # Some copies have lost the links: a restored store has them again.
    shutil.copytree(tmp_path / "backup", tmp_path / "copied")
    backup.restore(tmp_path / "copied", tmp_path / "again")
    assert inodes(tmp_path / "again") <= inodes(told.root)


def test_a_backup_shares_nothing_with_the_store(told, tmp_path):
    backup.backup(told, tmp_path / "backup", DATE)
    own = {path.stat().st_ino for path in told.root.rglob("*") if path.is_file()}
    assert not own & {path.stat().st_ino for path in (tmp_path / "backup").rglob("*")}


def test_thinned_versions_come_as_they_are(told, tmp_path):
    before = history(told)
    assert writing.thin(told, keep=1) == [1, 2]
    backup.backup(told, tmp_path / "backup", DATE)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    again = folder.open(tmp_path / "again")
    assert [again.is_whole(n) for n in (1, 2, 3)] == [False, False, True]
    assert history(again) == before


def test_a_version_that_is_thinned_meanwhile_comes_without_its_data(told, tmp_path, monkeypatch):
    before, shared = history(told), backup.shared

    def thinning(path: Path) -> object:
        if path.is_relative_to(told.path(2)):
            writing.thin(told, keep=1)
        return shared(path)

    monkeypatch.setattr(backup, "shared", thinning)
    backup.backup(told, tmp_path / "backup", DATE)
    backup.restore(tmp_path / "backup", tmp_path / "again")
    again = folder.open(tmp_path / "again")
    assert not again.is_whole(2)
    assert history(again) == before


@pytest.mark.parametrize("name", ["file", "full"])
def test_a_backup_overwrites_nothing(told, tmp_path, name):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    (tmp_path / "file").touch()
    with pytest.raises(PathExists):
        backup.backup(told, tmp_path / name, DATE)
    assert (tmp_path / "full" / "mine").exists()


def test_a_backup_that_breaks_off_leaves_nothing(told, tmp_path, monkeypatch):
    def full(root: Path) -> dict[str, str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(manifest, "digests", full)
    before = beside(told.root)
    with pytest.raises(OSError, match="No space"):
        backup.backup(told, tmp_path / "backup", DATE)
    assert beside(told.root) == before


def test_a_damaged_version_is_not_backed_up_as_if_it_were_whole(told, tmp_path):
    for path in (told.path(3) / DATA).glob("*.sst"):
        path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(CorruptStore, match="00000003"):
        backup.backup(told, tmp_path / "backup", DATE)
    assert not (tmp_path / "backup").exists()


def test_data_that_are_not_those_of_the_record_are_not_backed_up(told, tmp_path):
    record = told.path(3) / "commit.json"
    record.write_text(record.read_text().replace('"quads": 1', '"quads": 2'))
    with pytest.raises(CorruptStore, match="holds 1 quads"):
        backup.backup(told, tmp_path / "backup", DATE)


def tell(root: Path, **changed: object) -> None:
    path = root / manifest.NAME
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGES = {
    "no manifest": (lambda root: (root / manifest.NAME).unlink(), "backup.json is not there"),
    "half a manifest": (
        lambda root: (root / manifest.NAME).write_text('{"version": 3'),
        "backup.json cannot be read",
    ),
    "an empty manifest": (
        lambda root: (root / manifest.NAME).write_text("[]"),
        "backup.json cannot be read",
    ),
    "a newer form": (lambda root: tell(root, format=2), "has the form 2"),
    "no file": (
        lambda root: (root / "versions/00000002/data/CURRENT").unlink(),
        "versions/00000002/data/CURRENT cannot be read",
    ),
    "no version": (
        lambda root: shutil.rmtree(root / "versions/00000001"),
        "versions/00000001/commit.json cannot be read",
    ),
    "a cut patch": (
        lambda root: (root / "versions/00000001/changes.rdfp").write_text("TX ."),
        "versions/00000001/changes.rdfp is not what was written",
    ),
    "another current version": (
        lambda root: (root / "current").write_text("2\n"),
        "current is not what was written",
    ),
    "a flipped bit": (
        lambda root: flip(min((root / "versions/00000003/data").glob("*.sst"))),
        ".sst is not what was written",
    ),
    "another hash": (lambda root: tell(root, hash="0" * 64), "adds up to something else"),
    "another sum": (lambda root: tell(root, checksum="0" * 64), "adds up to something else"),
    "another version": (lambda root: tell(root, version=1), "adds up to something else"),
}


@pytest.mark.parametrize(("spoil", "named"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_backup_becomes_no_store(kept, tmp_path, spoil, named):
    spoil(kept)
    before = beside(kept)
    with pytest.raises(BadBackup) as raised:
        backup.restore(kept, tmp_path / "again")
    assert any(named in str(finding) for finding in raised.value.findings)
    assert beside(kept) == before


@pytest.mark.parametrize(("spoil", "named"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_backup_becomes_no_version(kept, store, spoil, named):
    spoil(kept)
    with pytest.raises(BadBackup) as raised:
        files.of_backup(store, kept)
    assert any(named in str(finding) for finding in raised.value.findings)


def test_a_backup_is_restored_over_no_other_folder(kept, tmp_path):
    with pytest.raises(PathExists):
        backup.restore(kept, kept)
    assert manifest.read(kept)


def restored(found: Folder, source: Path) -> int:
    patch = files.of_backup(found, source)
    return keep(found, patch.added, patch.removed, patch.created, patch.dropped)


def test_the_content_of_a_backup_becomes_the_next_version(told, kept):
    keep(told, [line("d"), line("e", "h")], created=[f"{EX}h"])
    assert restored(told, kept) == 5
    assert told.commit(5).checksum == told.commit(3).checksum
    assert told.difference(3, 5) == Patch()
    assert not list(read(told, 5).named_graphs())


@pytest.mark.parametrize(
    "nature",
    [Nature("union", "none", BASE), Nature("strict", "none", EX)],
    ids=["default graph", "base"],
)
def test_the_content_of_another_kind_of_store_is_refused(kept, tmp_path, nature):
    other = folder.create(tmp_path / "other.store", nature)
    with pytest.raises(UsageError, match="backup has"):
        files.of_backup(other, kept)


def test_a_process_that_was_killed_is_no_damage(told, monkeypatch):
    program = "import os; os.kill(os.getpid(), 9)"
    run = digest.subprocess.run
    monkeypatch.setattr(
        digest.subprocess,
        "run",
        lambda command, **options: run([command[0], "-c", program], **options),
    )
    with pytest.raises(Unanswered, match="was killed"):
        digest.of(told.path(3) / DATA)
