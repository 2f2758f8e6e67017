"""More than one process at a store: each write is kept, and all that serve it follow."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from souverain import cli, tokens
from souverain.cli import load, stored
from souverain.errors import Busy, DataError
from souverain.patch import Patch
from souverain.versions import folder, wholeness, writing
from souverain.versions.folder import Folder, Nature
from souverain.versions.writing import Draft
from souverain.vocab import BASE

from .writable import STRICT, Writable, eventually, insert, known, line, remains


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def pair(launch: Any, root: Path) -> Iterator[tuple[Writable, Writable]]:
    """Two servers that both write to one store."""
    both = Writable(launch, root), Writable(launch, root)
    yield both
    for one in both:
        one.stop()


def test_two_servers_that_write_at_once_lose_nothing_and_follow_each_other(pair, root):
    def write(row: tuple[int, str]) -> int:
        writer, name = row
        reply = pair[writer].update(insert(name))
        assert reply.status == 200, reply
        return int(reply.told["version"])

    rows = [(number % 2, f"thing{number}") for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        versions = list(threads.map(write, rows))
    assert sorted(versions) == list(range(1, 9))
    found = folder.open(root)
    for (_, name), version in zip(rows, versions, strict=True):
        assert found.patch(version).added == (line(name),)
    for one in pair:
        for _, name in rows:
            assert eventually(lambda one=one, name=name: one.ask(known(name)))
    for version in versions:
        wholeness.verify(found, version)


def test_a_change_made_for_a_version_that_another_server_has_passed_is_told(pair):
    assert pair[0].update(insert("a")).status == 200
    assert pair[1].update(insert("b")).status == 200
    late = pair[0].update(insert("c"), "?parent=1")
    assert (late.status, late.slug) == (409, "conflict")


def test_a_server_that_only_reads_follows_one_that_writes(launch, pair, root):
    reader = launch("serve", "--port", 0, "--store", root)
    reading = Writable.__new__(Writable)
    reading.server, reading.token = reader, ""
    try:
        assert pair[0].update(insert("a")).status == 200
        assert eventually(lambda: reading.ask(known("a")))
        assert reading.update(insert("b")).status == 403
    finally:
        reader.stop()


def test_what_a_command_loads_beside_a_server_is_served_and_can_be_written_to(
    pair, root, souverain, tmp_path
):
    assert pair[0].update(insert("a")).status == 200
    (tmp_path / "data.nq").write_text(f"{line('a')}\n{line('b')}\n")
    done = souverain("load", tmp_path / "data.nq", "--store", root)
    assert done.returncode == 0, done.stderr
    assert eventually(lambda: pair[0].ask(known("b")) and pair[1].ask(known("b")))
    assert pair[1].update(insert("c")).status == 200
    wholeness.verify(folder.open(root), 3)


def test_a_command_that_was_overtaken_changes_nothing(monkeypatch, root, tmp_path, capsys):
    """Between the moment that `load` works out its change, and the one that it would be kept."""
    store = folder.create(root, Nature("strict", "none", BASE))
    append(store, "a")
    (tmp_path / "data.nq").write_text(f"{line('b')}\n")
    worked_out = load._change

    def overtaken(*arguments: Any) -> Patch:
        change = worked_out(*arguments)
        append(store, "c")
        return change

    monkeypatch.setattr(load, "_change", overtaken)
    # It would work its change out again, some times.
    monkeypatch.setattr(stored, "TRIES", 1)
    assert cli.run(["load", str(tmp_path / "data.nq"), "--store", str(root)]) == 2
    assert "made for version 1, and the current one is 2" in capsys.readouterr().err
    assert store.current == 2
    wholeness.verify(store, 2)


def append(store: Folder, *added: str, removed: tuple[str, ...] = ()) -> None:
    patch = Patch.of(removed, [line(name) for name in added])
    with store.locked():
        writing.append(store, Draft(patch, "2026-01-01T00:00:00Z", "Ada", ""))


UNFIT = {
    "a line that is there already": Patch.of((), [line("a")]),
    "a line that is not there": Patch.of([line("b")], ()),
    "a line given twice": Patch.of((), [line("b"), line("b")]),
    "a line in another writing": Patch.of((), ["<urn:b>   <urn:value> '1' ."]),
}


@pytest.mark.parametrize("name", UNFIT)
def test_a_change_that_is_none_of_the_current_version_is_never_kept(root, name):
    store = folder.create(root, Nature("strict", "none", BASE))
    append(store, "a")
    draft = Draft(UNFIT[name], "2026-01-01T00:00:00Z", "Ada", "")
    with store.locked(), pytest.raises(DataError):
        writing.append(store, draft)
    assert store.current == 1
    assert remains(root) == []
    wholeness.verify(store, 1)


def test_who_waits_too_long_for_another_writer_is_told_so(root):
    store = folder.create(root, Nature("strict", "none", BASE))
    with store.locked(), pytest.raises(Busy, match="another process"), store.locked(0.1):
        pass


@pytest.fixture
def hurried(launch: Any, root: Path) -> Iterator[Writable]:
    """A server that gives a commit one second."""
    made = Writable(launch, root, "--commit-seconds", 1)
    yield made
    made.stop()


def writers(writable: Writable) -> list[int]:
    """The processes that make, or wait to make, a commit."""
    threads = Path(f"/proc/{writable.pid}/task").glob("*/children")
    told = [pid for path in threads for pid in path.read_text().split()]
    return [
        int(pid)
        for pid in told
        if "souverain.commit.writer" in Path(f"/proc/{pid}/cmdline").read_text()
    ]


def test_a_commit_that_takes_too_long_is_killed_and_changes_nothing(hurried, root):
    assert eventually(lambda: len(writers(hurried)) == 1)
    (waiting,) = writers(hurried)
    with (root / "lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        late = hurried.update(insert("late"))
    assert (late.status, late.slug) == (503, "unkept")
    assert "more than 1 seconds" in late.told["detail"]
    assert eventually(lambda: not Path(f"/proc/{waiting}").exists())
    assert folder.open(root).current == 0
    assert remains(root) == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=str)
def test_a_writer_that_is_lost_while_it_waits_costs_no_more_than_a_write(launch, root, number: int):
    writable = Writable(launch, root, "--commit-seconds", 5)
    try:
        assert eventually(lambda: len(writers(writable)) == 1)
        os.kill(writers(writable)[0], number)
        first = writable.update(insert("first"))
        assert first.status in (200, 503), first
        assert writable.update(insert("second")).status == 200
        assert writable.ask(known("second"))
        assert writable.ask(known("first")) is (first.status == 200)
    finally:
        writable.stop()


def test_a_token_made_beside_a_server_can_write_at_once(pair, root):
    _, text = tokens.add(root, "write")
    pair[0].token = text
    assert pair[0].update(insert("a")).status == 200


def test_an_empty_folder_becomes_a_store_that_can_be_written_to(launch, root):
    server = launch("serve", "--port", 0, "--store", root, "--writable", *STRICT)
    server.stop()
    assert folder.open(root).nature.default_graph == "strict"
