"""What the graph knows already: its entities by each of their names, and how rules fared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from rdflib.namespace import RDF, SKOS

from souverain.files import Project
from souverain.intake import calibration, judge
from souverain.intake.judge import Judge
from souverain.intake.letters import folded, plain
from souverain.store import Dataset
from souverain.vocab import BASE, ORG, SOV

LABELS = (str(SKOS.prefLabel), str(SKOS.altLabel), str(SKOS.hiddenLabel))
# The classes whose members a sentence may name as holder, target or speaker.
SORTS = {
    "Person": "person",
    "Organization": "firm",
    "Initiative": "firm",
    "Service": "firm",
    "Programme": "firm",
    "HolderGroup": "group",
}


@dataclass(frozen=True)
class Entity:
    """An entity: its IRI, its label, its sort (firm, person or group), its names, its members.

    `proper` tells whether it may be named in small letters: a service is not by words alone.
    """

    iri: str
    label: str
    sort: str
    names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    proper: bool = True


@dataclass(frozen=True)
class Known:
    """The entities, how often each rule was right, and the judge that reviews made, if any.

    `hinted` tells whether the model of spaCy is asked as well what words name.
    """

    entities: tuple[Entity, ...] = ()
    rates: Mapping[str, float] = field(default_factory=dict, hash=False)
    judge: Judge | None = None
    hinted: bool = False

    @classmethod
    def load(
        cls, project: Project, language: str = "fr", base: str = BASE, *, hinted: bool = False
    ) -> Known:
        """The entities of a project, with their labels in a language.

        Raises `TurtleError` where a file of the graph does not parse, `DataError` where a log of
        decisions does not read.
        """
        dataset = Dataset.load(project, base)
        found: dict[str, Entity] = {}
        for name in SORTS:
            for iri, predicate in dataset.naming(str(SOV[name])):
                if predicate == str(RDF.type) and iri not in found:
                    found[iri] = _entity(dataset, iri, name, language)
        entities = tuple(_with_members(row, found) for _, row in sorted(found.items()))
        return cls(entities, calibration.of(project), judge.of(project), hinted)

    @cached_property
    def by_name(self) -> Mapping[str, Entity]:
        """The entities by the folded form of each name; the first of two that share one."""
        rows: dict[str, Entity] = {}
        for entity in self.entities:
            for name in entity.names:
                rows.setdefault(folded(name), entity)
        return rows

    @cached_property
    def small(self) -> frozenset[str]:
        """The names that are known in small letters too, as they stand."""
        firms = (entity for entity in self.entities if entity.sort in {"firm", "person"})
        names = (plain(name) for entity in firms if entity.proper for name in entity.names)
        return frozenset(name for name in names if name[:1].islower())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any name in a folded text, the longest first."""
        return any_of(self.by_name)

    def named(self, words: str) -> Entity | None:
        """The entity that has these words as a name, however they are written."""
        return self.by_name.get(folded(words))


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the folded names as whole words; nothing where there are none."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    inner = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in longest if name)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)" if inner else r"(?!)")


def _entity(dataset: Dataset, iri: str, kind: str, language: str) -> Entity:
    about = dataset.about(iri)
    names = [(key, term) for key, term in about if key in LABELS]
    preferred = [term for key, term in names if key == LABELS[0]]
    own = [term.text for term in preferred if term.language == language]
    label = next(iter([*own, *(term.text for term in preferred)]), iri.rpartition("/")[2])
    members = tuple(term.text for key, term in about if key == str(ORG.hasMember))
    printed = tuple(dict.fromkeys([label, *(term.text for _, term in names)]))
    return Entity(iri, label, SORTS[kind], printed, members, kind in {"Person", "Organization"})


def _with_members(entity: Entity, found: Mapping[str, Entity]) -> Entity:
    members = tuple(found[iri].label if iri in found else iri for iri in entity.members)
    return replace(entity, members=members)
