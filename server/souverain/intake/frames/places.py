"""Who stands in a place of a clause: the rows of `frame` say what each place is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from souverain.intake.filler import Filler
from souverain.intake.filling import Draft, Filling
from souverain.intake.frames import clause
from souverain.intake.frames.clause import Argument
from souverain.intake.phrase import FIRM, PERSON, PRONOUN, Phrase, pronoun
from souverain.intake.scene import MARKS, Scene

# The slots that a person cannot fill.
_OF_FIRMS = frozenset({"others", "target", "receiver", "parties", "subject", "organization"})
_CLITIC = re.compile(r"\b(?:l'|le |la |les )(?=\w)")
_HEAD_GAP = re.compile(
    r"(?:\s(?:de |d')[a-zéèêàç]{3,})?\s?(?:\([^()]{1,60}\))?(?:,\s[^,;:.()]{3,60}(?=,))?,?\s?(?:(?:aujourd'hui|désormais|depuis|récemment|finalement"
    r"|lui-même|elle-même|tout juste|déjà|entièrement|qui \w+)\s?,?\s?)*"
)
_OPENS = re.compile(r"[\s«\"“–—-]*(?:(?:\w+ment|aujourd'hui|d'abord|déjà),?\s)?")
# « 30 % du capital de »: what is taken is of the firm that follows.
_PART = re.compile(
    rf"[^.;:()]{{0,40}}?(?:(?:{MARKS['share']}+|la totalité|l'intégralité|l'ensemble|la majorité|le solde|le reste"
    r"|la moitié|le contrôle)(?: restants?)?(?: (?:du capital|des (?:parts|actions|titres)))?|parts?"
    r"|actions|titres|participation|capital)[^.;:(),]{0,30}? ?(?:de la |de l'|des |du |de |d')"
)
_JUST_OF = re.compile(r"\s?(?:de la |de l'|des |du |de |d')\s?")
# « reprendre la main de »: something else is what the verb is about.
_OTHER_OBJECT = re.compile(
    rf"(?<!en )(?<!\w)(?:le|la|les|une?|son|sa|ses|leurs?)\s(?!{MARKS['firm']})[a-zéèê]{{3,}}|(?<!\w)l'[a-zéèê]{{3,}}"
)


@dataclass(frozen=True)
class Spot:
    """Where a predicate stands, and the slot that is to be filled."""

    scene: Scene
    filler: Filler
    draft: Draft
    match: re.Match[str]
    slot: str

    @property
    def taken(self) -> list[str]:
        """The names that other slots have."""
        return self.draft.taken

    def filled(self, rows: Sequence[Phrase]) -> Filling:
        """What phrases fill the slot with: nothing where the sort is wrong, or the name taken."""
        if any(self.slot in _OF_FIRMS and row.sort == PERSON for row in rows):
            return Filling()
        found = self.filler.resolved(rows, self.slot, self.taken)
        return Filling() if set(found.names) & set(self.taken) else found


def found(spot: Spot, place: str) -> Filling:
    """What stands in a place."""
    if place in _NAMED:
        return _NAMED[place](spot)
    if place.endswith("<"):
        return _governed(spot, clause.before(spot.scene, spot.match.start()), place[:-1])
    return _governed(spot, clause.after(spot.scene, spot.match.end()), place)


def _governed(spot: Spot, arguments: Iterable[Argument], case: str) -> Filling:
    rows = (row.phrase for row in arguments if row.case == case)
    fillings = (spot.filled(clause.together(spot.scene, row)) for row in rows)
    return next((filling for filling in fillings if filling.names), Filling())


def _subject(spot: Spot) -> Filling:
    filling = spot.filler.subject(spot.match.start(), spot.slot, spot.taken)
    return Filling() if set(filling.names) & set(spot.taken) else filling


def _object(spot: Spot) -> Filling:
    """The first phrase after the verb, if nothing governs it but « 30 % de »."""
    for row in clause.after(spot.scene, spot.match.end()):
        gap = spot.scene.full[spot.match.end() : row.phrase.start]
        if row.case == "de" and _PART.fullmatch(gap):
            return spot.filled(clause.together(spot.scene, row.phrase))
        if row.case == "" and row.phrase.how != PRONOUN:
            plain = not _OTHER_OBJECT.search(gap)
            return spot.filled(clause.together(spot.scene, row.phrase)) if plain else Filling()
        if row.case not in {"", "en", "par", "pour", "via", "sur"}:
            return Filling()
    return Filling()


def _of(spot: Spot) -> Filling:
    """The phrase that « de » ties to the predicate, with nothing between."""
    for row in clause.after(spot.scene, spot.match.end()):
        near = _JUST_OF.fullmatch(spot.scene.full, spot.match.end(), row.phrase.start)
        return spot.filled(clause.together(spot.scene, row.phrase)) if near else Filling()
    return Filling()


def _head(spot: Spot) -> Filling:
    """The phrase beside which a participle stands."""
    scene, start = spot.scene, spot.match.start()
    low = scene.sentence(start)[0]
    if _OPENS.fullmatch(scene.text, low, start):
        bare = [row.phrase for row in clause.after(scene, spot.match.end()) if row.case == ""]
        later = [row for row in bare if scene.text[: row.start].rstrip()[-1:] == ","]
        return spot.filled(later[:1]) if later else Filling()
    beside = head_of(scene, start)
    return spot.filled([beside]) if beside else Filling()


def head_of(scene: Scene, position: int) -> Phrase | None:
    """The phrase beside which a participle at a position stands, over an aside or parentheses."""
    rows = scene.within(scene.sentence(position)[0], position)
    open_from = [scene.text[row.end : position] for row in rows]
    free = [
        row
        for row, gap in zip(rows, open_from, strict=True)
        if gap.count(")") <= gap.count("(") and row.how != PRONOUN
    ]
    if free and _HEAD_GAP.fullmatch(scene.full, free[-1].end, position):
        return free[-1]
    return None


def _first(spot: Spot) -> Filling:
    """The first phrase of the sentence that nothing governs."""
    for row in reversed(clause.before(spot.scene, spot.match.start())):
        if row.case == "" and row.phrase.sort == FIRM:
            return spot.filled(clause.together(spot.scene, row.phrase))
    return Filling()


def _clitic(spot: Spot) -> Filling:
    """The firm for which « l' » or « en » before the verb stands."""
    if not _CLITIC.search(spot.match[0]):
        return Filling()
    probe = pronoun(spot.match.start(), FIRM)
    topic = spot.filler.resolver.resolve(probe, FIRM, spot.taken)
    return Filling((), topic)


def _own(spot: Spot) -> Filling:
    return spot.filler.owner(spot.draft, spot.match.start())


def _topic(spot: Spot) -> Filling:
    return spot.filler.topic(spot.draft, *spot.match.span())


def _main(spot: Spot) -> Filling:
    return Filling((), spot.filler.resolver.main(spot.taken))


_NAMED: Mapping[str, Callable[[Spot], Filling]] = {
    "subject": _subject,
    "object": _object,
    "of": _of,
    "head": _head,
    "first": _first,
    "clitic": _clitic,
    "own": _own,
    "topic": _topic,
    "main": _main,
}
