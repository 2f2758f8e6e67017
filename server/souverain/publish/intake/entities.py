"""Whom the names in a draft mean: entities that the graph has, and new ones with their IRIs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from souverain import iri, ttl
from souverain.errors import UnknownName
from souverain.intake.candidate import Candidate
from souverain.intake.catalogue import OFFERED
from souverain.publish.authored import Authored
from souverain.vocab import ORG, SOV

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
HOME = "entities.ttl"
AND = {"en": "and", "fr": "et"}
# The class of a new entity, by the slot that names it.
CLASSES: Mapping[str, str] = {"person": "Person"}
DEFAULT = "Organization"


class Entities:
    """The entities of a project by their names; what is minted goes into `graph/entities.ttl`."""

    def __init__(
        self, authored: Authored, kinds: Mapping[str, str], persons: Iterable[str]
    ) -> None:
        self.authored = authored
        self.minted: list[URIRef] = []
        self._kinds = dict.fromkeys(persons, "Person") | dict(kinds)
        self._home: Path = authored.project.graph / HOME
        self._by_name: dict[str, list[URIRef]] = {}
        self._labels: dict[URIRef, list[str]] = {}
        for _, (subject, predicate, value) in authored.triples():
            if predicate in LABELS and isinstance(subject, URIRef):
                self._know(subject, str(value))

    def labels(self, entity: URIRef) -> list[str]:
        """Every name of an entity, the preferred ones first."""
        return self._labels.get(entity, [])

    def find(self, name: str, slot: str, candidate: Candidate) -> URIRef:
        """The entity that a name means in a slot of a candidate; a new one where none has it.

        A name may be the IRI itself, such as `id:orange`; else the mention of the candidate
        decides, then the name. Raises `UnknownName` for an IRI that nothing has.
        """
        if name.startswith("id:"):
            return self.authored.find(name, SOV.Entity, "entity")
        for mention in candidate.mentions:
            if mention.name == name and mention.iri:
                return self._current(URIRef(ttl.expand(mention.iri)))
        known = [self._current(row) for row in self._by_name.get(_folded(name), ())]
        if known:
            return self._fitting(known, slot)
        return self._mint(name, self._kinds.get(name) or CLASSES.get(slot, DEFAULT))

    def group(self, members: list[URIRef]) -> URIRef:
        """The group of joint holders, whose split is not known."""
        for group in sorted(self.authored.of_class(SOV.HolderGroup)):
            if set(self.authored.values(group, ORG.hasMember)) == set(members):
                return group
        names = {
            language: f" {word} ".join(self._preferred(row, language) for row in members)
            for language, word in AND.items()
        }
        group = self._new(names["fr"])
        self.authored.add(
            self._home,
            (group, RDF.type, SOV.HolderGroup),
            (group, SOV.splitKnown, Literal(False)),
            *((group, ORG.hasMember, member) for member in members),
            *((group, SKOS.prefLabel, Literal(text, lang=lang)) for lang, text in names.items()),
        )
        self._know(group, names["fr"])
        return group

    def _mint(self, name: str, kind: str) -> URIRef:
        if kind not in OFFERED:
            raise UnknownName("class of a new entity", kind, OFFERED)
        entity = self._new(name)
        self.authored.add(
            self._home,
            (entity, RDF.type, SOV[kind]),
            *((entity, SKOS.prefLabel, Literal(name, lang=language)) for language in AND),
        )
        self._know(entity, name)
        return entity

    def _new(self, name: str) -> URIRef:
        taken = {str(s) for _, (s, _, _) in self.authored.triples()}
        entity = next(
            node
            for slug in _slugs(name)
            if str(node := iri.entity(slug, self.authored.base)) not in taken
        )
        self.minted.append(entity)
        return entity

    def _know(self, entity: URIRef, name: str) -> None:
        self._labels.setdefault(entity, []).append(name)
        rows = self._by_name.setdefault(_folded(name), [])
        if entity not in rows:
            rows.append(entity)

    def _current(self, entity: URIRef) -> URIRef:
        """The entity that an entity was merged into, or itself."""
        replaced = self.authored.value(entity, DCTERMS.isReplacedBy)
        return self._current(replaced) if isinstance(replaced, URIRef) else entity

    def _fitting(self, known: list[URIRef], slot: str) -> URIRef:
        """Of several of one name, one whose class the slot would give; then by IRI."""
        wanted = {SOV[CLASSES.get(slot, DEFAULT)], SOV.Initiative}
        return min(known, key=lambda row: (not self.authored.classes(row) & wanted, str(row)))

    def _preferred(self, entity: URIRef, language: str) -> str:
        rows = self.authored.values(entity, SKOS.prefLabel)
        own = [str(row) for row in rows if isinstance(row, Literal) and row.language == language]
        return next(iter([*own, *map(str, rows)]), ttl.shorten(entity))


def _slugs(name: str) -> Iterator[str]:
    """A slug for a name, then the same with numbers: small letters and hyphens, no dot."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "entity"
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
