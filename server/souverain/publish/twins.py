"""Claims of one article that say the same once two entities are one.

Left side by side they would count twice in every sum. So one of them stands, with the evidence of
all, and is named wherever another was; the others are withdrawn as the same claim.
"""

from __future__ import annotations

from collections import defaultdict

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from souverain import ttl
from souverain.build.identity import BESIDE_THE_CONTENT, MADE_OF_WORDS
from souverain.publish.account import Account
from souverain.publish.authored import Authored, whole
from souverain.publish.withdrawal import record, standing
from souverain.vocab import SOV

SAME = {
    "en": "The same claim as {claim}, since {old} and {new} are one: {reason}",
    "fr": "La même affirmation que {claim}, {old} et {new} ne faisant qu’un : {reason}",
}


def unify(
    authored: Authored, rewired: set[Node], account: Account, old: URIRef, new: URIRef
) -> list[str]:
    """Make one of the claims that say the same, as long as there are any; gives what was done.

    Only claims that a merge has `rewired` are compared with others, and those that name a twin.
    """
    told: list[str] = []
    while groups := _groups(authored, rewired):
        for group in groups:
            first = min(group, key=lambda claim: (claim in rewired, claim))
            for twin in sorted(group - {first}):
                reason = account.text(
                    SAME, claim=ttl.shorten(first), old=ttl.shorten(old), new=ttl.shorten(new)
                )
                _join_evidence(authored, first, twin)
                rewired |= _name_instead(authored, first, twin)
                record(authored, twin, account, reason)
                told.append(
                    f"withdrawn: {ttl.shorten(twin)}, the same as {ttl.shorten(first)}, "
                    "which has the evidence of both"
                )
    return told


def _groups(authored: Authored, rewired: set[Node]) -> list[set[URIRef]]:
    """Sets of standing claims of equal content, in each at least one that was rewired."""
    alike: dict[frozenset[object], set[URIRef]] = defaultdict(set)
    for claim in standing(authored):
        alike[_content(authored.graphs[authored.home(claim)], claim)].add(claim)
    groups = [group for group in alike.values() if len(group) > 1 and group & rewired]
    return sorted(groups, key=min)


def _content(graph: Graph, node: Node) -> frozenset[object]:
    """What a claim says, its parts included: its triples but for what its IRI is not made from."""
    worded = bool(set(graph.objects(node, RDF.type)) & MADE_OF_WORDS)
    beside = BESIDE_THE_CONTENT - {SOV.evidence} if worded else BESIDE_THE_CONTENT
    return frozenset(
        (predicate, _content(graph, value) if _is_part(value, node) else value)
        for predicate, value in graph.predicate_objects(node)
        if predicate not in beside
    )


def _is_part(value: Node, node: Node) -> bool:
    return isinstance(value, URIRef) and value != node and whole(value) == whole(node)


def _join_evidence(authored: Authored, first: URIRef, twin: URIRef) -> None:
    """Give the claim that stands, and each part that it has as its twin has, the evidence there."""
    path = authored.home(first)
    graph = authored.graphs[path]
    for subject, evidence in list(graph.subject_objects(SOV.evidence)):
        if whole(subject) == twin:
            heir = URIRef(str(subject).replace(twin, first, 1))
            if (heir, RDF.type, None) in graph:
                authored.add(path, (heir, SOV.evidence, evidence))


def _name_instead(authored: Authored, first: URIRef, twin: URIRef) -> set[Node]:
    """Let every claim that names the twin name the claim that stands; gives those claims."""
    naming: set[Node] = set()
    for path, (subject, predicate, value) in authored.triples():
        if value == twin and predicate != SOV.withdraws:
            authored.remove(path, (subject, predicate, twin))
            authored.add(path, (subject, predicate, first))
            naming.add(whole(subject))
    return naming
