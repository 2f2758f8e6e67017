"""The entities that the graph has, by their names: what a reviewer picks from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from rdflib import DCTERMS, RDF, SKOS

from souverain import ttl
from souverain.files import Project
from souverain.vocab import SOV

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
# The slots that name entities, and the classes that a new one may have.
NAMED = frozenset(
    {"holder", "target", "acquirer", "parties", "person", "organization", "announcer"}
    | {"partners", "payer", "receiver", "subject", "via"}
)
OFFERED = ("Organization", "Person", "Initiative", "Service", "Programme", "Collective")
LEAST_LIKENESS = 55.0


class Entry(NamedTuple):
    """An entity: its short IRI, the name it goes by, its class, and all its names."""

    iri: str
    label: str
    kind: str
    names: tuple[str, ...]


class Catalogue:
    """The entities of a project; those that were merged into others are left out."""

    def __init__(self, project: Project, language: str = "fr") -> None:
        graph = ttl.read(project.graph / "entities.ttl", "graph/entities.ttl")
        self.entries: dict[str, Entry] = {}
        for node in sorted(set(graph.subjects(RDF.type)), key=str):
            if (node, DCTERMS.isReplacedBy, None) in graph:
                continue
            labels = [row for key in LABELS for row in sorted(graph.objects(node, key), key=str)]
            own = [str(row) for row in labels if getattr(row, "language", "") == language]
            names = tuple(dict.fromkeys(map(str, labels)))
            kinds = sorted(
                str(kind).removeprefix(str(SOV)) for kind in graph.objects(node, RDF.type)
            )
            iri = ttl.shorten(str(node))
            self.entries[iri] = Entry(iri, next(iter([*own, *names]), iri), kinds[0], names)
        self._names = [(name, iri) for iri, row in self.entries.items() for name in row.names]

    def named(self, name: str) -> Entry | None:
        """The entity of that name or short IRI, however written; None where nothing has it."""
        if name in self.entries:
            return self.entries[name]
        plain = _plain(name)
        found = (iri for known, iri in self._names if _plain(known) == plain)
        iri = next(found, None)
        return self.entries[iri] if iri else None

    def spelled(self, iri: str) -> str:
        """The name that means an entity; its short IRI where another has the same name."""
        row = self.entries.get(iri)
        return row.label if row and self.named(row.label) == row else iri

    def suggest(self, words: str, most: int = 8) -> list[Entry]:
        """The entities whose names are most like some words, the likeliest first."""
        if not words.strip():
            return list(self.entries.values())[:most]
        ranked = process.extract(
            words,
            [name for name, _ in self._names],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=most * 3,
            score_cutoff=LEAST_LIKENESS,
        )
        irs = dict.fromkeys(self._names[at][1] for _, _, at in ranked)
        return [self.entries[iri] for iri in irs][:most]

    def described(self, names: Iterable[str]) -> list[str]:
        """Each name with the entity that it means, or as new."""
        rows = ((name, self.named(name)) for name in names)
        return [f"{name} ({row.iri})" if row else f"{name} (+)" for name, row in rows]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
