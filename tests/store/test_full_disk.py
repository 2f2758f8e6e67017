"""A disk that is full: a write is refused, what there was is served, and the next write works."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from souverain import tokens
from souverain.errors import Unwritten
from souverain.versions import folder
from souverain.versions.folder import Nature
from souverain.vocab import BASE

from .writable import Writable, insert, known, remains

SIZE_BYTES = 32 * 1024 * 1024
MOUNT = ("mount", "-t", "tmpfs", "-o", f"size={SIZE_BYTES}", "tmpfs")
# Each is used up at another step of a commit: the checkpoint, the engine’s settings, its log.
ROOM_BYTES = (0, 60_000, 150_000)


def large(name: str) -> str:
    """An update of some 300 kilobytes that cannot be made smaller."""
    return insert(name, random.Random(name).randbytes(150_000).hex())


class Limit:
    """No file may be larger than that: what a process may write is limited by the kernel."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def fill(self, writable: Writable, room_bytes: int) -> None:
        """Leave so much room."""
        self._set(writable, room_bytes)

    def empty(self, writable: Writable) -> None:
        """Make room again."""
        self._set(writable, resource.RLIM_INFINITY)

    def _set(self, writable: Writable, most_bytes: int) -> None:
        threads = Path(f"/proc/{writable.pid}/task").glob("*/children")
        children = [pid for path in threads for pid in path.read_text().split()]
        for pid in (writable.pid, *map(int, children)):
            with contextlib.suppress(ProcessLookupError):
                _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (most_bytes, hard))


class Small(Limit):
    """A disk of its own, which another file fills up."""

    def fill(self, writable: Writable, room_bytes: int) -> None:
        """Leave so much room."""
        told = os.statvfs(self.root)
        free_bytes = told.f_bavail * told.f_frsize
        # The log may have taken the last of it meanwhile.
        with contextlib.suppress(OSError), (self.root / "filler").open("wb", buffering=0) as filler:
            filler.write(bytes(max(free_bytes - room_bytes, 0)))

    def empty(self, writable: Writable) -> None:
        """Make room again."""
        (self.root / "filler").unlink()


@contextlib.contextmanager
def mounted(root: Path) -> Iterator[Path]:
    """A file system of its own in memory."""
    subprocess.run([*MOUNT, str(root)], check=True)
    try:
        yield root
    finally:
        subprocess.run(["umount", "--lazy", str(root)], check=True)


def may_mount() -> bool:
    """Whether a file system can be had: else a limit on the size of a file stands for it alone."""
    with tempfile.TemporaryDirectory() as root:
        if subprocess.run([*MOUNT, root], capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", "--lazy", root], check=True)
    return True


@pytest.fixture(params=[Limit, Small] if may_mount() else [Limit])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Limit]:
    with contextlib.ExitStack() as stack:
        root = tmp_path / "disk"
        root.mkdir()
        if request.param is Small:
            stack.enter_context(mounted(root))
        yield request.param(root)


@pytest.fixture
def writable(launch: Any, disk: Limit) -> Iterator[Writable]:
    """A server whose store, and whose log, are on that disk."""
    made = Writable(launch, disk.root / "store", "--log", disk.root / "log")
    assert made.update(insert("before")).status == 200
    yield made
    made.stop()


def test_a_write_is_refused_whole_and_the_next_one_kept_once_there_is_room(disk, writable):
    for number, room_bytes in enumerate(ROOM_BYTES):
        disk.fill(writable, room_bytes)
        refused = writable.update(large(f"refused{number}"))
        assert (refused.status, refused.slug) == (503, "unkept"), (room_bytes, refused)
        assert "no room left" in refused.told["detail"], (room_bytes, refused)
        assert str(disk.root) not in refused.body.decode()
        assert folder.open(writable.root).current == number + 1
        assert writable.ask(known("before"))
        disk.empty(writable)
        assert writable.update(large(f"kept{number}")).status == 200, room_bytes
        assert remains(writable.root) == []
        assert not writable.ask(f"ASK {{ <urn:refused{number}> ?p ?o }}")


def test_a_full_disk_costs_lines_of_the_log_and_no_answer(disk, writable):
    assert writable.get("/health").status == 200
    disk.fill(writable, 0)
    for number in range(50):
        assert writable.get(f"/sparql?query=ASK%7B%7D%23{number}{'x' * 300}").status == 200
    disk.empty(writable)
    assert b"log_dropped" in writable.get("/metrics").body
    assert writable.update(insert("after")).status == 200


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file may hold anything."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limit[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_a_token_that_cannot_be_kept_is_not_given_and_the_others_stay(tmp_path, request):
    root = folder.create(tmp_path / "store", Nature("strict", "none", BASE)).root
    kept, text = tokens.add(root, "write", "Ada")
    request.getfixturevalue("full")
    with pytest.raises(Unwritten, match=r"tokens\.json"):
        tokens.add(root, "write", "Grace")
    with pytest.raises(Unwritten):
        tokens.revoke(root, kept.id)
    assert tokens.read(root) == [kept]
    assert tokens.Keyring(root).find(text) == kept
    assert remains(root) == []
