"""Where the data is: the one module that knows a project's folders.

A project is a folder that holds `ontology/`, `graph/` and `seeds/`. The package carries one of
its own, read-only, from which `init` makes others.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from souverain.errors import NotAProject, PathExists, ReadOnlyProject, Unreadable, Unwritten

# `graph` comes last: a folder counts as a project once it has that one.
FOLDERS = ("seeds", "ontology", "graph")
# By their first folder (or file) under graph/: what was, and what others say. No claims: they are
# reached by GRAPH or FROM only, and conform to their shapes each by itself.
APART = frozenset({"history", "wikidata"})


@dataclass(frozen=True)
class Project:
    """A folder of data, and whether we may write into it."""

    root: Path
    writable: bool

    @property
    def ontology(self) -> Path:
        """The folder of what the words mean."""
        return self.root / "ontology"

    @property
    def graph(self) -> Path:
        """The folder of what we say with them."""
        return self.root / "graph"

    @property
    def seeds(self) -> Path:
        """The folder of the articles."""
        return self.root / "seeds"

    @property
    def changelog(self) -> str:
        """What changed from version to version; empty where no file tells it."""
        path = self.root / "CHANGELOG.md"
        return read(path, path.name) if path.is_file() else ""

    def graph_files(self) -> list[Path]:
        """The Turtle files of the graph."""
        return self._listed("graph/**/*.ttl")

    def is_apart(self, path: Path) -> bool:
        """Whether a file of the graph is no part of what the project says itself."""
        return path.relative_to(self.graph).with_suffix("").parts[0] in APART

    def ontology_files(self) -> list[Path]:
        """The core ontology, then its alignments."""
        return [self.ontology / "core.ttl", *self._listed("ontology/alignments/*.ttl")]

    def shapes_files(self) -> list[Path]:
        """The SHACL shapes for the graph."""
        return self._listed("ontology/shapes/*.ttl")

    def external_shapes_files(self) -> list[Path]:
        """The shapes for what others say, and those that hold of every node."""
        names = ("external*", "node", "prefixes")
        return [path for name in names for path in self._listed(f"ontology/shapes/{name}.ttl")]

    def example_files(self) -> list[Path]:
        """The examples of good data."""
        return self._listed("ontology/examples/*.ttl")

    def rule_files(self) -> list[Path]:
        """The SPARQL rules that compute the derived layer."""
        return self._listed("ontology/rules/*.rq")

    def question_files(self) -> list[Path]:
        """The competency questions."""
        return self._listed("ontology/questions/*.rq")

    def comparison_files(self) -> list[Path]:
        """The queries that set what articles say beside what Wikidata says."""
        return self._listed("ontology/comparison/*.rq")

    def federated_files(self) -> list[Path]:
        """The questions that ask another endpoint as well."""
        return self._listed("ontology/federated/*.rq")

    def basis(self) -> str:
        """A digest of the ontology and the articles: of all that the graph is checked by."""
        found = hashlib.sha256()
        for folder in (self.ontology, self.seeds):
            for path in sorted(row for row in folder.rglob("*") if row.is_file()):
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                found.update(f"{path.relative_to(self.root).as_posix()} {content}\n".encode())
        return found.hexdigest()

    def name(self, path: Path) -> str:
        """What a message calls a file: its path from the root, with slashes."""
        return path.relative_to(self.root).as_posix() if self._holds(path) else str(path)

    def read(self, path: Path) -> str:
        """The text of one of its files; raises `Unreadable`."""
        return read(path, self.name(path))

    def write(self, path: Path, text: str) -> bool:
        """Whether the file had to change; it is replaced whole, or not at all."""
        return bool(self.write_all({path: text}))

    def write_all(self, texts: Mapping[Path, str], gone: Sequence[Path] = ()) -> list[Path]:
        """The files that had to change, once all are written and those that go are removed.

        Each is replaced whole, and none before all stand beside them: a full disk changes nothing.
        """
        if not self.writable:
            raise ReadOnlyProject
        staged: dict[Path, Path] = {}
        try:
            for path, content in _changed(texts):
                staged[path] = path.with_name(f".{path.name}.{os.getpid()}")
                try:
                    _write_through(staged[path], content)
                except OSError as fault:
                    raise Unwritten(self.name(path), fault.strerror) from fault
            for path, aside in staged.items():
                aside.replace(path)
        finally:
            for aside in staged.values():
                aside.unlink(missing_ok=True)
        for path in gone:
            path.unlink()
        return [*staged, *gone]

    def _holds(self, path: Path) -> bool:
        return path.is_relative_to(self.root)

    def _listed(self, pattern: str) -> list[Path]:
        return sorted(self.root.glob(pattern))


def read(path: Path, name: str = "") -> str:
    """The text of a file, character for character; `name` is what an error calls the file.

    Raises `Unreadable` where there is no such file, and, with the line, where it is no UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise Unreadable(name or str(path), f"cannot be read: {fault.strerror}") from fault
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise Unreadable(name or str(path), "not UTF-8", line) from fault


def packaged() -> Project:
    """The data that came with the program: in the wheel, or in the checkout it is run from."""
    package = Path(__file__).parent
    for root in (package / "data", package.parent.parent):
        if _is_project(root):
            return Project(root, writable=False)
    raise NotAProject(str(package / "data"))


def find(folder: str = "") -> Project:
    """The project in a folder; with none named, in the current folder, else the packaged one.

    Raises `NotAProject` when the folder that was named holds no graph.
    """
    root = Path(folder).resolve()
    if _is_project(root):
        return Project(root, writable=True)
    if folder:
        raise NotAProject(folder)
    return packaged()


def init(target: Path, source: Project) -> Project:
    """A new project with a copy of the source's data, in a folder that is new or empty.

    The copy is made aside and moved into place, so that a failure leaves nothing behind.
    """
    target = target.resolve()
    existed = target.exists()
    if existed and (not target.is_dir() or any(target.iterdir())):
        raise PathExists(str(target))
    aside = target if existed else _nearest_folder(target)
    with tempfile.TemporaryDirectory(prefix=".souverain-", dir=aside) as folder:
        staged = Path(folder) / target.name
        for name in FOLDERS:
            shutil.copytree(source.root / name, staged / name, copy_function=shutil.copyfile)
        if existed:
            for name in FOLDERS:
                (staged / name).rename(target / name)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.rename(target)
    return Project(target, writable=True)


def _changed(texts: Mapping[Path, str]) -> Iterator[tuple[Path, bytes]]:
    for path, text in texts.items():
        content = text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != content:
            yield path, content


def _write_through(path: Path, content: bytes) -> None:
    """Write a file to the disk itself, with the folder that it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _is_project(root: Path) -> bool:
    return (root / "graph").is_dir()


def _nearest_folder(path: Path) -> Path:
    return next(folder for folder in path.parents if folder.is_dir())
