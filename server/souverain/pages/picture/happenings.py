"""What is told on the time line: announcements, events, and how far transactions have come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from souverain.explanation import Facts, Node
from souverain.explanation.facts import local
from souverain.vocab import SOV

ANNOUNCEMENT, EVENT, TRANSACTION = "announcement", "event", "transaction"
KINDS = {
    "Announcement": (ANNOUNCEMENT, "announcedWhen", "announcementStatus"),
    "LifecycleEvent": (EVENT, "eventWhen", "eventStatus"),
    "StatusObservation": (TRANSACTION, "observedWhen", "transactionStatus"),
}
# Without a date of its own, what is said has the date of its article; what happened has none.
DATED_BY_ARTICLE = frozenset({"Announcement", "StatusObservation"})
ABOUT = (
    "target",
    "mergingParty",
    "concerns",
    "initiative",
    "supported",
    "about",
    "relyingParty",
    "receiver",
    "acquirer",
)
# A confirmed purchase is not a completed one.
DONE = frozenset({"Made", "Completed", "UnderWay"})
_QUALIFIERS = re.compile(r"[?~%]")
MONTH = 7  # characters of 2012-10


@dataclass(frozen=True)
class Happening:
    """A claim with its place in time.

    `when` has no values where nothing places it; `is_own` tells whether the date is its own, not
    that of its article. `subjects` are what it is about, the nearest first.
    """

    iri: str
    kind: str
    status: str
    node: Node
    when: Node
    is_own: bool
    speakers: tuple[str, ...]
    subjects: tuple[str, ...]

    @property
    def since(self) -> str:
        """The first day that its date can mean; nothing where it has none."""
        return self.when.one("earliest")

    @property
    def column(self) -> str:
        """The year and month, or the year alone, in which it is drawn."""
        start = _QUALIFIERS.sub("", self.when.one("edtf").partition("/")[0])
        return start[:MONTH] if start else self.since[:MONTH]

    @property
    def is_inferred(self) -> bool:
        """Whether no article prints the date whole."""
        return local(self.when.one("yearBasis")) != "StatedYear"

    @property
    def is_done(self) -> bool:
        """Whether it is told as done, and not as planned, expected or given up."""
        return self.status in DONE


def read(facts: Facts) -> list[Happening]:
    """All that is told and not withdrawn, in the order of time; what has no date comes last."""
    found = [_read(facts, name, node) for name, node in _nodes(facts)]
    return sorted(found, key=lambda row: (row.since or "9999", row.iri))


def _nodes(facts: Facts) -> Iterator[tuple[str, Node]]:
    for name in KINDS:
        for node in facts.by(str(SOV[name]), "rdf:type"):
            if not facts.by(node.iri, "withdraws"):
                yield name, node


def _read(facts: Facts, name: str, node: Node) -> Happening:
    kind, slot, status = KINDS[name]
    own = facts.value(node, slot)
    other = facts.value(node, "asOf") if name in DATED_BY_ARTICLE else Node("", {})
    when = own if own.all("earliest") else other
    return Happening(
        iri=node.iri,
        kind=kind,
        status=local(node.one(status)),
        node=node,
        when=when,
        is_own=bool(own),
        speakers=tuple(node.texts("announcer") or node.texts("attributedTo")),
        subjects=tuple(dict.fromkeys(_subjects(facts, node))),
    )


def _subjects(facts: Facts, node: Node, depth: int = 0) -> Iterator[str]:
    """What a claim is about: of an announcement, what the announced situations are about."""
    for name in ABOUT:
        for term in node.all(name):
            other = facts.node(term.text)
            if not term.is_iri:
                continue
            if other.all("assertedIn"):
                if depth < 2:
                    yield from _subjects(facts, other, depth + 1)
            else:
                yield term.text
    for iri in node.texts("observes"):
        yield from _subjects(facts, facts.node(iri), depth + 1)
