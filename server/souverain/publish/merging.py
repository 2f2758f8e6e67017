"""Merging two entities that are one: what was said of the duplicate is said of the one kept.

The duplicate stays as a node with its classes, its preferred names, `dcterms:isReplacedBy` and a
note of who merged it, when and why, so that whoever has its IRI still finds the way. Claims keep
their IRIs. Two claims of one article that now say the same become one: see `twins`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import OWL, RDF, SKOS, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from souverain import ttl
from souverain.errors import UsageError
from souverain.files import Project
from souverain.publish import Edit
from souverain.publish.account import Account
from souverain.publish.authored import Authored, short, whole
from souverain.publish.twins import unify
from souverain.vocab import BASE, ORG, SOV

# From the name that counts most: what the kept entity is called already is not changed, and a
# name of the duplicate comes at the place on the right.
NAMES = {
    SKOS.prefLabel: SKOS.altLabel,
    SKOS.altLabel: SKOS.altLabel,
    SKOS.hiddenLabel: SKOS.hiddenLabel,
}
# What a group is made of is no property that two groups could have half of each.
DEFINING = (ORG.hasMember, SOV.splitKnown)
REMAINING = {RDF.type, SKOS.prefLabel, DCTERMS.isReplacedBy, *DEFINING}
MERGED = {
    "en": "Merged into {kept} on {on} by {by}: {reason}",
    "fr": "Fondue dans {kept} le {on} par {by} : {reason}",
}


def merge(project: Project, duplicate: str, kept: str, account: Account, base: str = BASE) -> Edit:
    """Merge the first entity into the second.

    Raises `UsageError` for what is no entity, for an entity and itself, for one that is replaced
    already, and for two that cannot be one.
    """
    authored = Authored(project, base)
    old, new = (authored.find(name, SOV.Entity, "entity") for name in (duplicate, kept))
    _demand_two(authored, old, new)
    _demand_compatible(authored, old, new)
    _move_names(authored, old, new)
    rewired = _rewire(authored, old, new)
    authored.add(
        authored.home(old),
        (old, DCTERMS.isReplacedBy, new),
        (old, SKOS.editorialNote, account.text(MERGED, kept=ttl.shorten(new))),
    )
    told = unify(authored, rewired, account, old, new)
    authored.write()
    notes = [
        f"merged: {ttl.shorten(old)} into {ttl.shorten(new)}, which {len(rewired)} nodes named",
        *told,
        *_named_elsewhere(project, old, new),
    ]
    return Edit(project.name(authored.home(old)), notes)


def _demand_two(authored: Authored, old: URIRef, new: URIRef) -> None:
    if old == new:
        raise UsageError(
            f"{ttl.shorten(old)} cannot be merged into itself",
            hint="name the duplicate first, and the entity to keep second",
        )
    for entity in (old, new):
        if other := authored.value(entity, DCTERMS.isReplacedBy):
            raise UsageError(
                f"{ttl.shorten(entity)} is replaced already, by {short([other])}",
                hint=f"name {short([other])} in its place",
            )


def _demand_compatible(authored: Authored, old: URIRef, new: URIRef) -> None:
    """Two entities cannot be one when their classes, links or members say that they differ."""
    classes = authored.classes(old) | authored.classes(new)
    for group in _disjoint(authored):
        if len(classes & group) > 1:
            raise UsageError(
                f"{ttl.shorten(old)} and {ttl.shorten(new)} cannot be one: nothing is "
                f"{short(classes & group)} at once",
                hint="correct the class of one of them in graph/ first, if it is wrong",
            )
    for predicate in (SKOS.exactMatch, *DEFINING):
        ours, theirs = (_values(authored, entity, predicate) for entity in (old, new))
        if ours and theirs and ours != theirs:
            raise UsageError(
                f"{ttl.shorten(old)} and {ttl.shorten(new)} cannot be one: their "
                f"{ttl.shorten(predicate)} differ ({short(ours)}; {short(theirs)})",
                hint="correct one of the two in graph/ first, if it is wrong",
            )


def _disjoint(authored: Authored) -> Iterator[set[Node]]:
    """Sets of classes of which a thing can be of one only."""
    core = authored.core
    for axiom in core.subjects(RDF.type, OWL.AllDisjointClasses):
        yield {kind for row in core.objects(axiom, OWL.members) for kind in Collection(core, row)}
    for one, other in core.subject_objects(OWL.disjointWith):
        yield {one, other}


def _values(authored: Authored, entity: URIRef, predicate: URIRef) -> set[Node]:
    return {value for graph in authored.graphs.values() for value in graph[entity:predicate]}


def _move_names(authored: Authored, old: URIRef, new: URIRef) -> None:
    """Give the kept entity the classes and names of the duplicate that it lacks."""
    here, there = authored.home(old), authored.home(new)
    authored.add(there, *((new, RDF.type, kind) for kind in _values(authored, old, RDF.type)))
    for source, place in NAMES.items():
        known = {name for kind in NAMES for name in _values(authored, new, kind)}
        for name in _values(authored, old, source) - known:
            authored.add(there, (new, place, name))
        if source not in REMAINING:
            authored.remove(here, *((old, source, n) for n in _values(authored, old, source)))


def _rewire(authored: Authored, old: URIRef, new: URIRef) -> set[Node]:
    """Say of the kept entity what was said of the duplicate; gives what had to change."""
    rewired: set[Node] = set()
    for path, (subject, predicate, value) in authored.triples():
        moved = subject == old and predicate not in REMAINING
        if moved or value == old:
            place = authored.home(new) if moved and path == authored.home(old) else path
            authored.remove(path, (subject, predicate, value))
            end = new if value == old else value
            authored.add(place, (new if moved else subject, predicate, end))
            rewired |= {whole(subject)} - {old}
    return rewired


def _named_elsewhere(project: Project, old: URIRef, new: URIRef) -> Iterator[str]:
    """What a person has to change: questions and rules that name the duplicate."""
    named = re.compile(rf"{re.escape(old)}(?![\w-])|\b{re.escape(ttl.shorten(old))}(?![\w-])")
    for path in (*project.question_files(), *project.rule_files()):
        if named.search(path.read_text(encoding="utf-8")):
            yield f"to do: {project.name(path)} names {ttl.shorten(old)}: name {ttl.shorten(new)}"
