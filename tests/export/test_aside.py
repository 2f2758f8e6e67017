"""Where an export is made: what a killed run left goes with the next, what is alive stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from souverain.export import aside, target

# Makes a target, says so, and waits to be killed.
WRITER = """
import sys
from pathlib import Path
from souverain.export import target

with target.named(Path(sys.argv[1]), is_folder=sys.argv[2] == "folder", force=True) as made:
    (made.path / "part" if made.path.is_dir() else made.path).write_text("half")
    print(made.path, flush=True)
    sys.stdin.read()
"""
KINDS = ("file", "folder")


@contextmanager
def writing(path: Path, kind: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has begun to write, and is killed after the block."""
    command = [sys.executable, "-c", WRITER, str(path), kind]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert Path(process.stdout.readline().strip()).exists()
        try:
            yield process
        finally:
            process.kill()
    assert process.returncode == -signal.SIGKILL


def write(path: Path, kind: str, **options: bool) -> None:
    with target.named(path, is_folder=kind == "folder", **options) as made:
        (made.path / "part" if kind == "folder" else made.path).write_text("whole")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path, kind):
    with writing(tmp_path / "out", kind):
        pass
    assert [name.startswith(".out.") for name in names(tmp_path)] == [True]
    write(tmp_path / "out", kind)
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_living_run_has_stays(tmp_path: Path, kind):
    with writing(tmp_path / "out", kind):
        (held,) = names(tmp_path)
        write(tmp_path / "out", kind)
        assert names(tmp_path) == [held, "out"]


def test_what_a_run_of_another_name_left_stays(tmp_path: Path):
    with writing(tmp_path / "out", "folder"):
        pass
    (left,) = names(tmp_path)
    write(tmp_path / "out.nt", "file")
    write(tmp_path / "ou", "file")
    assert names(tmp_path) == [left, "ou", "out.nt"]


def test_what_others_put_there_stays(tmp_path: Path):
    (tmp_path / ".out.0123456789ab").write_text("a file of somebody")
    (tmp_path / ".out.folder").mkdir()
    write(tmp_path / "out", "file")
    assert names(tmp_path) == [".out.0123456789ab", ".out.folder", "out"]


def test_killed_between_two_names_what_stood_there_comes_back(tmp_path: Path):
    """A folder cannot take the place of another at once; nothing is lost in between."""
    path = tmp_path / "out"
    write(path, "folder")
    with writing(path, "folder"):
        (held,) = (tmp_path / name for name in names(tmp_path) if name != "out")
        path.rename(held / aside.BEFORE)
    aside.clear(path)
    assert names(tmp_path) == ["out"]
    assert (path / "part").read_text() == "whole"


def test_what_cannot_take_its_place_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "out"
    write(path, "folder")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(target.Unwritten):
        write(path, "folder", force=True)
    assert names(tmp_path) == ["out"]
    assert (path / "part").read_text() == "whole"


@pytest.mark.parametrize("fault", [PermissionError, OSError], ids=["closed", "without locks"])
def test_a_folder_that_cannot_be_locked_ends_the_run_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault
):
    def refuse(*_: object) -> None:
        raise fault(1, "Operation not permitted")

    where = "aside.os.open" if fault is PermissionError else "aside.fcntl.flock"
    monkeypatch.setattr(f"souverain.export.{where}", refuse)
    with pytest.raises(target.Unwritten, match="not permitted"):
        write(tmp_path / "out", "file")
    monkeypatch.undo()
    assert names(tmp_path) == []


def test_a_folder_that_is_taken_each_time_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def take(path: Path, *_: object) -> int:
        Path(path).rmdir()
        raise FileNotFoundError(path)

    monkeypatch.setattr("souverain.export.aside.os.open", take)
    with pytest.raises(target.Unwritten, match="taken away each time"):
        write(tmp_path / "out", "file")
    monkeypatch.undo()
    assert names(tmp_path) == []


def test_what_another_user_left_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    left = tmp_path / ".out.0123456789ab"
    left.mkdir()
    opened = os.open

    def refuse(path: Path, *options: int, **more: int) -> int:
        if Path(path) == left:
            raise PermissionError(13, "Permission denied")
        return opened(path, *options, **more)

    monkeypatch.setattr("souverain.export.aside.os.open", refuse)
    write(tmp_path / "out", "file")
    assert names(tmp_path) == [left.name, "out"]
