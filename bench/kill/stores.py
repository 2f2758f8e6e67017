"""The stores that are written to: what serves each, and what a write of its own looks like."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.kill.ledger import Mark
from bench.servers import SOUVERAIN
from souverain.versions import folder
from souverain.vocab import BASE, PREFIXES

# Each write has so many quads, which are there all, or not at all.
PARTS = 5
# Few enough that versions are thinned while it goes on.
KEPT_VERSIONS = 30
_PART = re.compile(r'"kill (\d+) (\d+)"')


@dataclass(frozen=True)
class Kind:
    """A kind of store: the options that serve it, how it is filled, and where the marks stand."""

    name: str
    options: tuple[str, ...]
    load: tuple[str, ...]
    graph: str
    subject: str
    predicate: str
    language: str = ""
    # How long a write takes, before any was seen.
    write_seconds: float = 2.0

    def make(self, root: Path) -> str:
        """Fill the store, where that is to be done, and give the token to write with."""
        if self.load:
            _run("load", *self.load, "--store", str(root))
        else:
            folder.create(root, folder.Nature("strict", "none", BASE))
        return _run("token", "add", "--store", str(root), "--scope", "admin").splitlines()[-1]

    def serving(self, root: Path) -> list[str]:
        """The options of `souverain serve`."""
        more = ["--keep-versions", str(KEPT_VERSIONS), "--client-seconds-per-minute", "100000"]
        return ["--store", str(root), "--writable", *self.options, *more]

    def update(self, mark: Mark) -> str:
        """The update that writes a mark: by INSERT DATA, or every other one by INSERT and WHERE."""
        quads = " ".join(self._triple(mark, part) for part in range(PARTS))
        if mark % 2:
            return f"INSERT DATA {{ GRAPH <{self.graph}> {{ {quads} }} }}"
        return f"INSERT {{ GRAPH <{self.graph}> {{ {quads} }} }} WHERE {{}}"

    def asking(self, mark: Mark) -> str:
        """The query whether all of a mark is there."""
        quads = " ".join(self._triple(mark, part) for part in range(PARTS))
        return f"ASK {{ GRAPH <{self.graph}> {{ {quads} }} }} #{mark}"

    @property
    def listing(self) -> str:
        """The query for every part of every mark."""
        pattern = f"<{self.subject}> <{self.predicate}> ?part"
        return f"SELECT ?part {{ GRAPH <{self.graph}> {{ {pattern} }} }}"

    def _triple(self, mark: Mark, part: int) -> str:
        text = f'"kill {mark} {part}"{self.language}'
        return f"<{self.subject}> <{self.predicate}> {text} ."


def marks(texts: Iterable[str]) -> tuple[set[Mark], set[Mark]]:
    """The marks in some texts: those that are whole, and those that are not."""
    found: dict[Mark, set[int]] = {}
    for text in texts:
        for mark, part in _PART.findall(text):
            found.setdefault(int(mark), set()).add(int(part))
    whole = {mark for mark, parts in found.items() if len(parts) == PARTS}
    return whole, found.keys() - whole


def _run(*arguments: str) -> str:
    done = subprocess.run([*SOUVERAIN, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


STRICT = Kind(
    "strict",
    ("--shapes", "none", "--default-graph", "strict"),
    (),
    "urn:kill:graph",
    "urn:kill:subject",
    "urn:kill:part",
)
PROJECT = Kind(
    "project",
    ("--commit-seconds", "600"),
    ("--message", "the files"),
    f"{BASE}graph/entities",
    f"{PREFIXES['id']}orange",
    f"{PREFIXES['skos']}altLabel",
    "@fr",
    20.0,
)
