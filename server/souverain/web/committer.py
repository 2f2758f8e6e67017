"""The writer processes as the server sees them: one waits, and is asked once."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from souverain.commit.outcome import Outcome, Stamp
from souverain.errors import Conflict, Finding, Unkept, Unsound
from souverain.patch import Patch
from souverain.versions.commits import Commit

LOG = logging.getLogger(__name__)
# Named and not imported: it brings all the checks with it.
WRITER = "souverain.commit.writer"
# A process may be lost between the moment that a change is kept and the one that it says so.
UNSURE = "look whether the change is there, and send it again where it is not"


@dataclass(frozen=True)
class Place:
    """Where commits are made: the store, the project that it is checked by, and their limits.

    `shapes` is the setting of that name: with `none`, no check need be made ready.
    """

    store: str
    project: str
    shapes: str
    seconds: float
    keep: int


class Committer:
    """Has one commit after another made, each by a process that is there already."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._next: asyncio.Future[subprocess.Popen[bytes]] | None = None

    def prepare(self) -> None:
        """Start the process for the next commit."""
        if self._next is None:
            self._next = asyncio.ensure_future(asyncio.to_thread(_started, self._place))

    async def close(self) -> None:
        """End the process that waits."""
        if self._next:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(_end, await self._next)

    async def commit(self, patch: Patch, stamp: Stamp, parent: int, *, dry_run: bool) -> Outcome:
        """What came of a patch that was made for the version `parent`.

        Raises what `commit.commit` raises, and `Unkept` where it took too long, or was lost.
        """
        place = self._place
        request = {
            "store": place.store,
            "project": place.project,
            "author": stamp.author,
            "message": stamp.message,
            "parent": parent,
            "dry_run": dry_run,
            "keep": place.keep,
        }
        process = await self._taken()
        try:
            given = await asyncio.to_thread(_given, request, patch)
            told, complaint = await asyncio.to_thread(process.communicate, given, place.seconds)
        except subprocess.TimeoutExpired:
            raise Unkept(
                f"checking and keeping the change took more than {place.seconds:g} seconds",
                hint=UNSURE,
            ) from None
        finally:
            await asyncio.to_thread(_end, process)
            self.prepare()
        if not told:
            LOG.error("a commit was lost: %s", complaint.decode("utf-8", "replace"))
            raise Unkept("the process that keeps the change was lost", hint=UNSURE)
        return await asyncio.to_thread(_outcome, told, parent)

    async def _taken(self) -> subprocess.Popen[bytes]:
        """The process that waits, or another one where it is gone."""
        self.prepare()
        assert self._next
        task, self._next = self._next, None
        try:
            process = await task
            if process.poll() is None:
                return process
            return await asyncio.to_thread(_started, self._place)
        except OSError as fault:
            LOG.error("no process for a commit can be started: %s", fault)
            raise Unkept("no process can be started that would keep the change") from None


def _started(place: Place) -> subprocess.Popen[bytes]:
    # Not by the loop: uvloop 0.23 lets its descriptors be inherited.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", WRITER, str(os.getpid()), place.shapes, place.project],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing of a process, whether it has ended or not."""
    with process:
        if process.poll() is None:
            process.kill()


def _given(request: dict[str, Any], patch: Patch) -> bytes:
    return json.dumps({**request, "patch": patch.text()}).encode("utf-8")


def _outcome(answer: bytes, parent: int) -> Outcome:
    told = json.loads(answer)
    if "findings" in told:
        raise Unsound(Finding(**row) for row in told["findings"])
    if "conflict" in told:
        raise Conflict(parent, parent + 1)
    if "fault" in told:
        if told["complaint"]:
            LOG.error("a change was not kept: %s", told["complaint"])
        raise Unkept(told["fault"], hint=told["hint"])
    made = told["commit"]
    return Outcome(Commit(**made) if made else None, Patch.parse(told["patch"]))
