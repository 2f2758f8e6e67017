"""Stakes told by a share that no rule drafted: the share looks for its holder in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from souverain.intake import portions, verdict
from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter, is_whole
from souverain.intake.filling import Draft, Filling
from souverain.intake.frames import clause, places
from souverain.intake.frames.bearing import AFTER, BEFORE, Bearing
from souverain.intake.grammar import compiled
from souverain.intake.percentages import Share
from souverain.intake.phrase import PERSON, PLACE, PRONOUN, Phrase
from souverain.intake.scene import MARKS, Scene

_SENTENCES_BACK = 2
_FARTHEST_CHARACTERS = 160
# Without these words near, a share is one of something else.
_CAPITAL = re.compile(
    r"capital|actionn|actions|titres|participation|(?<!\w)parts(?! de marché)|déten|détien|possèd|filiale|associés"
    r"|tour de table|contrôle|minoritaire|majoritaire",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"croissance|hausse|baisse|chiffre d'affaires|march[ée]|ventes|clients|voix|effectif|salaire|taux|marge"
    r"|au-delà|plafon|recettes|revenus|progress|augment|recul|bourse|cours\b|commandes|droits de vote|réduction|économi",
    re.IGNORECASE,
)
_CROWD = compiled(
    r"(?P<crowd><crowd>|(?:les|des|ses|aux) (?:fondateurs|cofondateurs))", anywhere=True
)
# « 15 % de Tarnelle », « 60 % du capital de Tarnelle ».
_OF = compiled(
    r"(?: restants?)?(?: (?:du capital|des (?:parts|actions|titres)))?(?: social)? ?(?:de la |de l'|des |du |de |d')",
    anywhere=True,
)

_HELD = compiled(r"<neg><modal><be>?(?:co-?)?(?:détenue?s?|possédée?s?|contrôlée?s?)(?!\w)")
# « Il en acquiert 53 % » names neither who nor of what.
_OF_IT = re.compile(r"(?<!\w)en\s")
_SHARE_OF = re.compile(rf"{MARKS['share']}[^,;.()]{{0,30}}\bd[^,;.()\w]?\w{{0,5}}\s?$")


@dataclass(frozen=True)
class _Tie:
    """A share's possible holders: what ties them to it, from where to where, by which verbs."""

    bearing: Bearing
    start: int
    end: int
    holders: Sequence[Phrase]
    verbs: str


def told(drafter: Drafter) -> Iterator[Candidate]:
    """The stakes of the shares that stand in no stake drafted so far."""
    for share in drafter.scene.shares:
        if not share.is_share or _is_told(drafter, share):
            continue
        draft = _draft(drafter, share) if _is_of_capital(drafter.scene, share) else None
        made = [*drafter.finish(draft)] if draft else []
        drafter.made += made
        yield from made


def _is_told(drafter: Drafter, share: Share) -> bool:
    return any(
        row.kind in {"stake", "acquisition"} and row.start <= share.start and share.end <= row.end
        for row in drafter.made
    )


def _is_of_capital(scene: Scene, share: Share) -> bool:
    """Whether the sentences up to a share speak of capital, and the words beside it of no other."""
    low, high = scene.sentence(share.start)
    start = scene.sentences[max(0, scene.number(share.start) - _SENTENCES_BACK)][0]
    near = slice(max(low, share.start - 50), min(high, share.end + 40))
    return (
        _CAPITAL.search(scene.text, start, high) is not None
        and _OTHER.search(scene.text[near]) is None
    )


def _draft(drafter: Drafter, share: Share) -> Draft | None:
    """The draft of the nearest holder with whom a stake is whole."""
    drafts = (_tied(drafter, share, tie) for tie in _ties(drafter.scene, share))
    return next((draft for draft in drafts if is_whole(draft)), None)


def _tied(drafter: Drafter, share: Share, tie: _Tie) -> Draft:
    rule, text = tie.bearing.rule, drafter.scene.text
    low = drafter.scene.sentence(tie.start)[0]
    held = _held(drafter.scene, share) if tie.start == share.start else None
    verbs = text[slice(*held.span())] if held else tie.verbs
    draft = Draft(
        "stake", rule, tie.start, tie.end, verdict.of_words(rule, verbs, text[low : tie.start])
    )
    draft.values |= {"percentage": share.number, "basis": share.basis}
    draft.put("holder", drafter.filler.resolved(tie.holders, "holder"))
    draft.put("target", _head(drafter, draft, held) if held else _target(drafter, draft, share))
    return draft


def _head(drafter: Drafter, draft: Draft, held: re.Match[str]) -> Filling:
    """The firm that « détenu » is told of; none is guessed where it is unclear."""
    found = drafter.filler.subject(held.start(), "target", draft.taken)
    beside = places.head_of(drafter.scene, held.start())
    if found.names or beside is None:
        return found
    return drafter.filler.resolved([beside], "target", draft.taken)


def _held(scene: Scene, share: Share) -> re.Match[str] | None:
    """« détenu à », which governs « à 51 % par X et à 49 % par Y », if it stands before a share."""
    found = [*_HELD.finditer(scene.full, scene.sentence(share.start)[0], share.start)]
    return found[-1] if found else None


def _target(drafter: Drafter, draft: Draft, share: Share) -> Filling:
    """The firm after « 60 % du capital de », else that of the same list, or of the article."""
    scene = drafter.scene
    if of := _OF.match(scene.full, share.end):
        rows = [
            row for row in scene.within(of.end() - 1, of.end() + 60) if row.start < of.end() + 2
        ]
        if rows and rows[0].sort not in {PERSON, PLACE}:
            named = drafter.filler.resolved(rows[:1], "target", draft.taken)
            main = drafter.resolver.main(draft.taken) if rows[0].how else ()
            return Filling(rows[:1], main) if main else named
    sentence = scene.sentence(share.start)[0]
    last = drafter.memory.last("target", sentence, share.end, draft.taken)
    return Filling((), last or drafter.resolver.main(draft.taken))


def _ties(scene: Scene, share: Share) -> Iterator[_Tie]:
    """Those who may hold a share, the nearest before it first, then those after it."""
    low, high = scene.sentence(share.start)
    earlier = _holders(scene, max(low, share.start - _FARTHEST_CHARACTERS), share.start)
    for phrase in reversed(earlier):
        for row, gap in _gaps(scene, BEFORE, phrase, (phrase.end, share.start)):
            is_guess = phrase.how == PRONOUN and _OF_IT.search(gap[0]) is not None
            if not (is_guess or _has_other(scene, gap) or _is_of_which(scene, phrase)):
                held = _with(scene, earlier, phrase)
                yield _Tie(row, held[0].start, share.end, held, _verbs(scene, gap))
    for phrase in _holders(scene, share.end, min(high, share.end + _FARTHEST_CHARACTERS)):
        for row, gap in _gaps(scene, AFTER, phrase, (share.end, phrase.start)):
            held = clause.together(scene, phrase) if phrase in scene.phrases else [phrase]
            yield _Tie(row, share.start, held[-1].end, held, _verbs(scene, gap))


def _gaps(
    scene: Scene, rows: Sequence[Bearing], phrase: Phrase, span: tuple[int, int]
) -> Iterator[tuple[Bearing, re.Match[str]]]:
    """The rows that fit what stands between a phrase and a share, and how."""
    case = clause.case(scene, phrase)
    for row in rows:
        gap = row.gap.fullmatch(scene.full, *span) if case in row.cases else None
        if gap:
            yield row, gap


def _verbs(scene: Scene, gap: re.Match[str]) -> str:
    return scene.text[slice(*gap.span("v"))] if "v" in gap.re.groupindex else ""


def _has_other(scene: Scene, gap: re.Match[str]) -> bool:
    """Whether another who could hold stands between, whom nothing governs."""
    rows = _holders(scene, gap.start(), gap.end())
    return any(clause.case(scene, row, gap.start()) == "" and row.how != PRONOUN for row in rows)


def _is_of_which(scene: Scene, phrase: Phrase) -> bool:
    """Whether a share right before a name is of it: « 27 % de Velanor (26,7 %, exactement) »."""
    return _SHARE_OF.search(scene.full, max(0, phrase.start - 60), phrase.start) is not None


def _holders(scene: Scene, start: int, end: int) -> list[Phrase]:
    """Who may hold in a span: the phrases there, and those who hold without a name."""
    rows = [row for row in scene.within(start, end) if row.sort != PLACE]
    crowds = (found.span("crowd") for found in _CROWD.finditer(scene.full, start, end))
    free = [
        portions.crowd(scene.text, *span)
        for span in crowds
        if not any(row.start < span[1] and span[0] < row.end for row in rows)
    ]
    return sorted([*rows, *free], key=lambda row: row.start)


def _with(scene: Scene, rows: Sequence[Phrase], phrase: Phrase) -> Sequence[Phrase]:
    """A phrase with those before it that « et » joins to it."""
    for row in rows:
        if row.start < phrase.start and row in scene.phrases and row.sort == phrase.sort:
            joined = [*clause.together(scene, row)]
            if phrase in joined:
                return joined[: joined.index(phrase) + 1]
    return [phrase]
