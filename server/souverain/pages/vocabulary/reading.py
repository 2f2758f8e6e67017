"""The files of a vocabulary, read as graphs that can be walked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph

from souverain import rules
from souverain.errors import TurtleError, Unreadable
from souverain.files import Project
from souverain.store import Dataset


class Reader:
    """Reads files of one project; `faults` tell which could not be read, and why."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.faults: list[str] = []

    def graph(self, paths: Iterable[Path]) -> Graph:
        """The union of those Turtle files that can be read.

        The engine reads Turtle ten times faster than rdflib, which then reads N-Triples.
        """
        lines = "".join(map(self._lines, paths))
        return Graph(bind_namespaces="none").parse(data=lines, format="nt")

    def text(self, path: Path) -> str:
        """The text of a file; empty where it cannot be read."""
        try:
            return self.project.read(path)
        except Unreadable as fault:
            self.faults.append(str(fault))
            return ""

    def _lines(self, path: Path) -> str:
        try:
            store = rules.store([self.text(path)])
        except SyntaxError as fault:
            reason = fault.msg.partition(": ")[2] or fault.msg
            told = TurtleError(self.project.name(path), fault.lineno or 0, reason)
            self.faults.append(str(told))
            return ""
        return Dataset.of(store, is_union=True).ntriples()
