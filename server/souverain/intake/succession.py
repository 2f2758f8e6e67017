"""Offices that pass from one person to another: who follows whom, where one's office is told.

« Elle remplace Jean Morvan » says which office he had where the article tells hers, and « Lise
Perrin lui succédera » which she will have where it tells his; « il a démissionné » ends what he
was said to be. Where neither office is told nothing is drafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter
from souverain.intake.filling import Filling
from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_SENTENCES_AROUND = 6
_PERSON = "person"
# Offices that nobody follows in.
_FOR_EVER = re.compile(
    r"fond|cré[ée]|found|historique|^patron|^dirigeante?s?$|actionnaire|associé|dirig[eé]|^dirigeant"
)


def told(drafter: Drafter, rule: Rule, match: re.Match[str]) -> Iterator[Candidate]:
    """The roles that a match tells through another that was drafted."""
    subjects = drafter.filler.subject(match.start(), _PERSON, ())
    if rule.tells == "leaving":
        if office := _office(drafter, subjects, match):
            yield from _draft(drafter, rule, match, subjects, office, ended=True)
        return
    other = drafter.filler.span(*match.span("other"), False, _PERSON, subjects.names)
    new, old = (other, subjects) if rule.tells == "replaced" else (subjects, other)
    theirs, his = _office(drafter, new, match, held=True), _office(drafter, old, match)
    if theirs and not his:
        yield from _draft(drafter, rule, match, old, theirs, ended=True)
    if his and not theirs:
        yield from _draft(drafter, rule, match, new, his, ended=False)


def _office(
    drafter: Drafter, who: Filling, match: re.Match[str], *, held: bool = False
) -> Candidate | None:
    """The role of a person that was drafted nearest to a match; one that is `held`, not ended."""
    here = drafter.scene.number(match.start())
    near = [
        row
        for row in drafter.made
        if row.kind == "role"
        and row.slots["organization"]
        and not (held and row.status == "Ended")
        and not _FOR_EVER.search(str(row.slots["title"]))
        and set(row.names(_PERSON)) & set(who.names)
        and abs(here - drafter.scene.number(row.start)) <= _SENTENCES_AROUND
    ]
    # An office that is told with its organization's name is surer than a nearer one.
    return min(
        near,
        key=lambda row: (
            row.status == "Ended",
            bool(row.antecedents),
            abs(row.start - match.start()),
        ),
        default=None,
    )


def _draft(
    drafter: Drafter,
    rule: Rule,
    match: re.Match[str],
    who: Filling,
    office: Candidate,
    *,
    ended: bool,
) -> Iterator[Candidate]:
    draft = drafter.begin("role", rule, match)
    if draft.standing.status not in {"InForce", "Planned"} or len(who.names) != 1:
        return
    if ended and draft.standing.status == "Planned":
        return
    if ended:
        draft.standing = Standing("Ended")
    organization = drafter.memory.mentioned(office, "organization")
    draft.fillings = {_PERSON: who, "organization": Filling((), organization)}
    draft.values["title"] = office.slots["title"]
    if organization:
        yield from drafter.finish(draft)
