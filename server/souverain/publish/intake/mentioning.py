"""Where the article names the entities of its claims: no entity comes in without a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.term import Node

from souverain.intake.candidate import Mention
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.claiming import Scene
from souverain.text import Span
from souverain.vocab import ORG, SOV

# Small words that a name may begin with, or join its parts by.
_ARTICLE = re.compile(r"^(?:l[’']|d[’']|le |la |les |du |des |de |the )", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z]{2,6}")


def mention(scene: Scene, rows: Iterable[Accepted], entities: Iterable[URIRef]) -> None:
    """Write a mention for each name of each entity that stands in the article.

    Raises `Unclaimable` for an entity that the article does not name.
    """
    drafted = list(_drafted(scene, rows))
    for entity in entities:
        groups = scene.entities.authored.classes(entity)
        found = dict(_by_label(scene, entity)) | _by_draft(scene, entity, drafted)
        if not found and SOV.HolderGroup in groups:
            found = _of_group(scene, entity, drafted)
        if not found:
            name = next(iter(scene.entities.labels(entity)), str(entity))
            raise Unclaimable(
                f"the article does not name {name!r}",
                hint="edit the slot to a name that the article has, or choose the entity of it",
            )
        for form, (kind, spans) in found.items():
            values: list[tuple[URIRef, Node]] = [
                (SOV.mentions, entity),
                (SOV.mentionKind, SOV[kind]),
                (SOV.surfaceForm, Literal(form)),
            ]
            scene.writing.claim("", "Mention", values, spans)


Forms = dict[str, tuple[str, list[Span]]]


def _by_label(scene: Scene, entity: URIRef) -> Iterator[tuple[str, tuple[str, list[Span]]]]:
    """The names of an entity that stand in the article as whole words, at every place."""
    text = scene.writing.article.text
    for label in dict.fromkeys(scene.entities.labels(entity)):
        if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text):
            is_short = bool(_ABBREVIATION.fullmatch(label))
            longest = max(scene.entities.labels(entity), key=len)
            kind = "Abbreviation" if is_short and longest != label else "Name"
            yield label, (kind, [])


def _by_draft(scene: Scene, entity: URIRef, drafted: list[tuple[URIRef, Mention]]) -> Forms:
    """The words by which drafts name an entity, each at its own places: variants, descriptions."""
    found: Forms = {}
    known = set(scene.entities.labels(entity))
    for named, place in drafted:
        span = scene.writing.article.span(place.start, place.end)
        if named != entity or span.exact in known or not span.exact.strip():
            continue
        bare = _ARTICLE.sub("", span.exact)
        kind = "Name" if bare[:1].isupper() else "Circumlocution"
        spans = found.setdefault(span.exact, (kind, []))[1]
        if span not in spans:
            spans.append(span)
    return found


def _of_group(scene: Scene, entity: URIRef, drafted: list[tuple[URIRef, Mention]]) -> Forms:
    """The words from the first to the last member of a group, where one draft names them all."""
    members = set(scene.entities.authored.values(entity, ORG.hasMember))
    article = scene.writing.article
    for start, end in article.sentences:
        places = [row for named, row in drafted if named in members and start <= row.start < end]
        places += [
            Mention(at, at + len(label), "", label)
            for member in members
            if isinstance(member, URIRef)
            for label in scene.entities.labels(member)
            if (at := article.text.find(label, start, end)) >= 0
        ]
        if len({row.name for row in places}) > 1:
            span = article.span(min(r.start for r in places), max(r.end for r in places))
            return {span.exact: ("Name", [span])}
    return {}


def _drafted(scene: Scene, rows: Iterable[Accepted]) -> Iterator[tuple[URIRef, Mention]]:
    for row in rows:
        for place in row.candidate.mentions:
            if place.name in _all_names(row):
                yield scene.entities.find(place.name, place.slot, row.candidate), place


def _all_names(row: Accepted) -> set[str]:
    slots = (name for slot in row.candidate.slots for name in row.candidate.names(slot))
    return {*slots, *row.candidate.via}
