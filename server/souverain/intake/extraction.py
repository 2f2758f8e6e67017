"""Drafting all that an article probably says, and the sentences that may say one thing more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from souverain.errors import ServiceError
from souverain.intake import hints, scene, speech, stakes, succession, triggers, verifier
from souverain.intake.anchor import Anchor
from souverain.intake.candidate import Candidate, Span
from souverain.intake.choosing import chosen
from souverain.intake.drafting import Drafter
from souverain.intake.frames import bearing, sharing, tables
from souverain.intake.frames.telling import told
from souverain.intake.known import Known
from souverain.intake.rule import Rule
from souverain.intake.rules import (
    acquisitions,
    amounts,
    announcements,
    fundings,
    lives,
    mergers,
    partnerships,
    roles,
)
from souverain.intake.rules import stakes as of_stakes
from souverain.intake.text import Text

Extractor = Callable[[Text, Known, str | None], Iterable[Candidate]]

# The kinds in the order in which they are drafted: a later one may stand on an earlier one.
TABLES: Sequence[tuple[str, Sequence[Rule]]] = (
    ("role", roles.RULES),
    ("acquisition", acquisitions.RULES),
    ("merger", mergers.RULES),
    ("stake", of_stakes.RULES),
    ("announcement", announcements.RULES),
    ("partnership", partnerships.RULES),
    ("funding", fundings.RULES),
    ("amount", amounts.RULES),
    ("lifecycle", lives.RULES),
)
_RULES = (
    *(rule for _, rules in TABLES for rule in rules),
    *(frame.rule for frames in tables.FRAMES.values() for frame in frames),
    *(row.rule for row in bearing.BEARINGS),
)
PRIORS = {rule.name: rule.prior for rule in _RULES}


@dataclass(frozen=True)
class Draft:
    """What an article probably says; `flagged` are the sentences that a person should read.

    `rejected` counts what an extractor gave that does not stand in the text; `failures` say which
    outside service failed, whose drafts are then missing.
    """

    candidates: tuple[Candidate, ...]
    flagged: tuple[Span, ...]
    rejected: int = 0
    failures: tuple[ServiceError, ...] = ()


def draft(
    text: Text,
    known: Known,
    published: str | None = None,
    extractors: Sequence[Extractor] = (),
) -> Draft:
    """The candidates of an article, verified, in the order of the text.

    `published` is EDTF; without it no relative date is resolved. `extractors` are asked besides
    the rules. Raises `DataError` for a date that is not EDTF, `MissingExtra` where hints are
    wanted without spaCy.
    """
    given = [*rules(text, known, published)]
    failures = []
    for extractor in extractors:
        try:
            given += extractor(text, known, published)
        except ServiceError as fault:
            failures.append(fault)
    verified = [verifier.verified(text.content, candidate) for candidate in given]
    kept = chosen([candidate for candidate in verified if candidate])
    if known.judge:
        kept = [known.judge.judged(candidate) for candidate in kept]
    flagged = tuple(triggers.flagged(text.content))
    return Draft(tuple(kept), flagged, verified.count(None), tuple(failures))


def rules(text: Text, known: Known, published: str | None) -> Iterable[Candidate]:
    """What the rules find: the extractor that is always asked."""
    anchor = Anchor.of(published)
    hinted = hints.of(text.content, text.language) if known.hinted else ()
    seen = scene.see(text.content, known, hinted, anchor)
    drafter = Drafter(text.content, seen, known.rates)
    for kind, table in TABLES:
        for rule in table:
            for match in drafter.matches(rule):
                made = _of_match(drafter, kind, rule, match)
                drafter.made += made
                yield from made
        for frame in tables.FRAMES.get(kind, ()):
            made = [*told(drafter, kind, frame)]
            drafter.made += made
            yield from made
        if kind == "stake":
            yield from sharing.told(drafter)
        drafter.made = chosen(drafter.made)
        if kind == "role":
            drafter.learn_offices()


def _of_match(drafter: Drafter, kind: str, rule: Rule, match: re.Match[str]) -> list[Candidate]:
    if kind == "announcement":
        return speech.spoken(drafter, rule, match)
    if rule.tells in {"follows", "replaced", "leaving"}:
        return list(succession.told(drafter, rule, match))
    draft = drafter.begin(kind, rule, match)
    if not drafter.fill(draft, match):
        return []
    return list(stakes.told(drafter, draft, match) if kind == "stake" else drafter.finish(draft))
