"""Announcements from accepted drafts: about claims that their words make, or the words alone."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import URIRef
from rdflib.term import Node

from souverain.publish.intake import dating
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.claiming import Scene, modality
from souverain.publish.intake.writing import Part
from souverain.vocab import SOV

STATUSES = {"Planned": "Expected", "InForce": "Made", "Ended": "Made"}


def announcement(scene: Scene, row: Accepted, others: Sequence[Accepted]) -> None:
    """Who announced what, by which channel.

    It is about the claims of the drafts whose quotes meet its own, or of those in its sentence;
    where there are none, about the statement itself, as its words.
    """
    announcers = scene.parties(row, "announcer")
    if not announcers:
        raise Unclaimable(f"{row} names nobody who announces", hint="edit announcer")
    if row.candidate.status not in STATUSES:
        raise Unclaimable(
            f"{row}: an announcement is made or expected",
            hint="edit status to InForce or Planned, or reject the draft",
        )
    about = _about(scene, row, others) or [_statement(scene, row, announcers[0])]
    channel = next(iter(row.candidate.names("channel")), "UnknownChannel")
    values: list[tuple[URIRef, Node | Part]] = [
        *((SOV.announcer, announcer) for announcer in announcers),
        *((SOV.about, claim) for claim in about),
        (SOV.channel, SOV[channel]),
        (SOV.announcementStatus, SOV[STATUSES[row.candidate.status]]),
        modality(row),
        *dating.at(row, SOV.announcedWhen, scene.writing.article, scene.base),
    ]
    scene.writing.claim(row.id, "Announcement", values, scene.spans(row))


def _about(scene: Scene, row: Accepted, others: Sequence[Accepted]) -> list[Node]:
    """The claims of drafts that its quote meets; else of those in its sentence."""
    said = row.candidate
    for start, end in ((said.start, said.end), _sentence(scene, said.start, said.end)):
        met = [
            other for other in others if start < other.candidate.end and other.candidate.start < end
        ]
        made = (scene.writing.of_draft.get(other.id, ()) for other in met)
        found = [node for nodes in made for node in nodes if not _observes(scene, node)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _observes(scene: Scene, node: Node) -> bool:
    """Whether a claim tells how far a transaction is, which is announced with it."""
    return (node, SOV.observes, None) in scene.writing.graph or "/statusobservation-" in str(node)


def _sentence(scene: Scene, start: int, end: int) -> tuple[int, int]:
    met = [row for row in scene.writing.article.sentences if row[0] < end and row[1] > start]
    return (met[0][0], met[-1][1]) if met else (start, end)


def _statement(scene: Scene, row: Accepted, speaker: URIRef) -> Node:
    """What is announced, where no claim says it: the words, as those of the announcer."""
    values: list[tuple[URIRef, Node | Part]] = [
        (SOV.speaker, speaker),
        (SOV.opinionKind, SOV.Statement),
        modality(row),
    ]
    return scene.writing.claim(row.id, "Opinion", values, scene.spans(row))
