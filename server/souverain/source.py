"""What a server serves: a project, or any RDF file or folder, read where it will be asked.

A source is small and can be handed to another process; only `load` reads the data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode, RdfFormat, Store

from souverain import files, iri, service, statistics, stored
from souverain.errors import CorruptStore, TurtleError, Unreadable, UsageError
from souverain.files import Project
from souverain.question import Question
from souverain.question import load as load_questions
from souverain.store import Dataset, unite
from souverain.versions import data, folder, wholeness
from souverain.versions.nature import Nature
from souverain.vocab import BASE, PREFIXES

PROJECT = "project"
STRICT = "strict"
UNION = "union"
# Beyond this, counting classes by property takes longer than a start may.
COUNTED_TRIPLES = 1_000_000
# Where each write counts them again, less.
COUNTED_AT_WRITES = 50_000


@dataclass(frozen=True)
class Loaded:
    """A dataset that is ready to be asked, and what is told of it without asking.

    `basis` is a digest of the files of the project that it was read with, beside its graphs.
    """

    dataset: Dataset
    version: str
    served_triples: int
    description: str
    questions: Mapping[str, Question] = field(default_factory=dict)
    number: int = 0
    basis: str = ""

    def summary(self) -> dict[str, Any]:
        """The same in words and numbers, for another process."""
        return asdict(
            Summary(
                version=self.version,
                triples=self.dataset.triples,
                served_triples=self.served_triples,
                named=dict(self.dataset.named),
                is_union=self.dataset.is_union,
                description=self.description,
                questions=dict(self.questions),
                number=self.number,
            )
        )


@dataclass(frozen=True)
class Summary:
    """What is told of a dataset without asking it.

    `version` is a digest of its content; `description` holds VoID statistics in Turtle, with IRIs
    relative to the document that they will stand in; `served_triples` are those that were read,
    without those that describe the service. `questions` are those that the site asks, by name, in
    words and numbers as the rest. `number` is that of the version of a store, else 0.
    """

    version: str
    triples: int
    served_triples: int
    named: Mapping[str, int]
    is_union: bool
    description: str
    questions: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0


@dataclass(frozen=True)
class Source:
    """Where the data are.

    `project` is a project's folder, or empty for the one that `files.find` finds; `data`, where it
    is not empty, is an RDF file or folder that is served instead. In a strict default graph there
    is only what the files put there; else it is the union of all named graphs.

    `store`, where it is not empty, is the folder of a store whose graphs are served instead of the
    project's, as they were in the version `number`, or in the current one where that is 0.
    """

    project: str = ""
    base: str = BASE
    data: str = ""
    default_graph: str = UNION
    store: str = ""
    number: int = 0

    def load(self) -> Loaded:
        """The data, read; raises `DataError` or `UsageError`."""
        if self.store:
            found = folder.open(Path(self.store))
            try:
                return self._stored(found)
            except CorruptStore as fault:
                raise wholeness.advised(fault, found) from None
        if self.data:
            return self._described(*self.read())
        dataset = Dataset.load(files.find(self.project), self.base)
        return self._described(dataset, dataset.version)

    def _stored(self, found: folder.Folder) -> Loaded:
        number, nature = self.number or found.current, found.nature
        if nature.default_graph == STRICT:
            dataset = Dataset.of(data.load(found, number), is_union=False, prefixes={})
            return replace(self._described(dataset, f"{nature.id}-{number}"), number=number)
        project = self._checking(nature)
        store, version = stored.read(found, number, project, self.base)
        loaded = self._described(Dataset.of(store, is_union=False), version, nature.shapes)
        return replace(loaded, number=number, basis=_basis(project))

    def advance(self, loaded: Loaded, number: int) -> Loaded | None:
        """What was loaded, changed to that version; `None` where it must be read anew."""
        if not self.store or number < loaded.number:
            return None
        found = folder.open(Path(self.store))
        numbers, dataset = (loaded.number, number), loaded.dataset
        if found.nature.default_graph != STRICT:
            if loaded.basis != _basis(self._checking(found.nature)):
                return None
            version = stored.advance(dataset.store, found, numbers, self.base)
            counted = Dataset.of(dataset.store, is_union=False)
            told = self._described(counted, version, found.nature.shapes)
            return replace(told, number=number, basis=loaded.basis)
        # Nothing hangs on the data but counts.
        for later in range(loaded.number + 1, number + 1):
            patch = found.patch(later)
            data.apply(dataset.store, patch)
            dataset = dataset.counted(data.sizes(patch), patch.created, patch.dropped)
        told = self._described(dataset, f"{found.nature.id}-{number}")
        return replace(told, number=number)

    def _checking(self, nature: Nature) -> Project | None:
        """The project that a store is checked by, where it has shapes."""
        return files.find(self.project) if nature.shapes == PROJECT else None

    def _described(self, dataset: Dataset, version: str, shapes: str = PROJECT) -> Loaded:
        counted = dataset.triples <= (COUNTED_AT_WRITES if self.store else COUNTED_TRIPLES)
        described = statistics.turtle(dataset) if counted else ""
        if self.default_graph == STRICT:
            return Loaded(dataset, version, dataset.triples, described)
        has_own = not self.data and shapes == PROJECT
        questions = load_questions(files.find(self.project)) if has_own else {}
        service.add(dataset.store, self.base, questions, described)
        whole = Dataset.of(dataset.store, dataset.is_union, dataset.prefixes)
        return Loaded(whole, version, dataset.triples, described)

    def read(self) -> tuple[Dataset, str]:
        """The files of `data` as they are, and a digest of their bytes."""
        store, digest = Store(), hashlib.sha256(self.default_graph.encode("utf-8"))
        for path, name, format in self._files():
            digest.update(f"\n{name} {_digest(path, name)}".encode())
            self._load(store, path, name, format)
        strict = self.default_graph == STRICT
        if not strict:
            unite(store)
        prefixes = {} if strict else PREFIXES
        return Dataset.of(store, not strict, prefixes), digest.hexdigest()

    def _load(self, store: Store, path: Path, name: str, format: RdfFormat) -> None:
        stem = name.rpartition(".")[0]
        graph = NamedNode(iri.graph(_encoded(stem), self.base))
        apart = self.default_graph == UNION and not format.supports_datasets
        options: dict[str, Any] = {"to_graph": graph} if apart else {}
        try:
            store.bulk_load(path=path, format=format, base_iri=graph.value, **options)
        except SyntaxError as fault:
            reason = fault.msg.partition(": ")[2] or fault.msg
            raise TurtleError(name, fault.lineno or 0, reason, format.name) from None
        except (OSError, ValueError) as fault:
            raise Unreadable(name, f"cannot be read: {fault}") from None

    def _files(self) -> list[tuple[Path, str, RdfFormat]]:
        root = Path(self.data)
        found = list(_rdf_files(root))
        if not found:
            reason = "holds no RDF file" if root.is_dir() else "is no RDF file that is there"
            endings = ", ".join(f".{name}" for name in EXTENSIONS)
            raise UsageError(f"{self.data} {reason}", hint=f"name a file or folder with {endings}")
        return found


def _basis(project: Project | None) -> str:
    return project.basis() if project else ""


EXTENSIONS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "n3": RdfFormat.N3,
    "rdf": RdfFormat.RDF_XML,
    "owl": RdfFormat.RDF_XML,
    "xml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def _rdf_files(root: Path) -> Iterator[tuple[Path, str, RdfFormat]]:
    """Each file with an ending of the table, its name below the root, and its format."""
    for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
        format = EXTENSIONS.get(path.suffix.lstrip(".").lower())
        if format and path.is_file():
            yield path, path.relative_to(root if root.is_dir() else root.parent).as_posix(), format


def _digest(path: Path, name: str) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as fault:
        raise Unreadable(name, f"cannot be read: {fault.strerror}") from None


def _encoded(name: str) -> str:
    """A path as a part of an IRI."""
    return quote(name, safe="/~!$&'()*+,;=:@")
