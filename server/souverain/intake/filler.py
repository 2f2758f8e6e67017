"""Who fills a slot: by the words of a group, the subject of a verb, a possessive, or the topic."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from souverain.intake import complements
from souverain.intake.filling import OF_ARTICLE, SORTS, VAGUE, Draft, Filling
from souverain.intake.kinds import NO_MAIN, WHOLE
from souverain.intake.memory import Memory
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, PLACE, PRONOUN, Phrase, pronoun
from souverain.intake.pronouns import LATTER
from souverain.intake.resolver import Resolver
from souverain.intake.scene import Scene
from souverain.intake.speakers import Speakers
from souverain.intake.subject import conjoined, preceding, subject

_SENTENCES_BACK = 2
# « en détient 12 % », « y est entré »: of what was just named.
_OF_IT = re.compile(r"(?<!\w)(?:n'en|n'y|en|y) \w", re.IGNORECASE)
# « son principal actionnaire a porté sa part à 45 % »: of the firm that all is about.
_ITS_OWNER = re.compile(
    r"\b(?:[Ss]on|[Ss]a|[Ss]es|[Ll]eur) (?:\w+ )?(?:actionnaires?|maison[ -]mère)\b"
)
_ARTICLE = re.compile(r"^(?:[Ll]es|[Ss]es|[Dd]es|[Ll]eurs|[Cc]es) ")
# « Oxalis (filiale du Crédit Velan) »: who stands in parentheses is beside the list.
_ASIDE = re.compile(r"\([^()]*\)")
# « la nouvelle entité » is none of the firms that were named before.
_TO_COME = re.compile(
    r"\b(?:nouve(?:l|lle|au)|future?) (?:entité|ensemble|société|structure|groupe)\b"
)
# « … », a commenté son directeur: a voice of whom the sentences before need not speak.
_QUOTED = re.compile(r"[»”]")
_HOLDERS = frozenset({"actionnaire", "propriétaire", "shareholders"})


@dataclass(frozen=True)
class Filler:
    """Finds who fills slots in a scene, of which some claims were drafted before."""

    scene: Scene
    memory: Memory
    resolver: Resolver

    @cached_property
    def speakers(self) -> Speakers:
        """Finds the persons for whom « elle » and « le patron » stand."""
        return Speakers(self.scene, self.resolver.kinds, self.memory)

    def span(
        self, start: int, end: int, bare: bool, slot: str, taken: Sequence[str] = ()
    ) -> Filling:
        """What the phrases in a span fill a slot with; antecedents are found for those unnamed."""
        rows = self.scene.named(start, end) if bare else self.scene.within(start, end)
        if bare and not rows:
            rows = [row for row in self.scene.phrases if row.at >= start and row.till <= end]
        aside = [found.span() for found in _ASIDE.finditer(self.scene.text, start, end)]
        rows = [row for row in rows if not any(a < row.start and row.end < b for a, b in aside)]
        return self.resolved(rows, slot, taken)

    def resolved(self, rows: Sequence[Phrase], slot: str, exclude: Sequence[str] = ()) -> Filling:
        """The phrases with what each stands for; none of a sort that the slot does not take."""
        sort = SORTS.get(slot, "")
        named: list[Phrase] = []
        if len(rows) == 1 and self._are_holders(rows[0]):
            return Filling(list(rows), self.memory.holders(rows[0].start))
        for row in rows:
            if row.how != PRONOUN and sort and row.sort and row.sort != sort:
                continue
            told = self._told(row, slot) if row.how == DESCRIPTION else None
            if told is None:
                wanted = sort or (row.sort if row.how != PRONOUN else "")
                told = self._antecedents(row, slot, wanted, exclude)
            named += told
        return Filling(list(rows), [row for row in named if row.sort != PLACE])

    def _told(self, row: Phrase, slot: str) -> Sequence[Phrase] | None:
        """Those whom the words of a description tell, perhaps nobody; None where they do not."""
        if after := complements.named(self.scene, row):
            return [after]
        if _TO_COME.search(self.scene.text, row.start, row.end):
            return ()
        if (owner := complements.person(self.scene, row)) is not None:
            return self.memory.led_by(owner)
        if row.sort == PERSON and (firms := self._of_whom(row)):
            return self.memory.in_office(row, firms) or self._unnamed(row, slot)
        return None

    def _of_whom(self, row: Phrase) -> Sequence[Phrase]:
        """The firm in « le PDG de Velanor », as named."""
        rows = complements.firm(self.scene, row)
        return [firm for row in rows for firm in self.resolver.resolve(row, FIRM)]

    def _are_holders(self, row: Phrase) -> bool:
        """Whether it is « les actionnaires », whom no dashes name."""
        is_unnamed = complements.dashed(self.scene, row) is None
        return row.plural and row.noun in _HOLDERS and is_unnamed

    def _antecedents(
        self, row: Phrase, slot: str, sort: str, exclude: Collection[str]
    ) -> Sequence[Phrase]:
        """Those that a phrase stands for; what is held or bought is most often the main firm."""
        if row.plural and (dashed := complements.dashed(self.scene, row)) is not None:
            return [one for one in dashed if one.names]
        if slot == "person" and row.how == PRONOUN and not row.plural and row.noun not in LATTER:
            return self.speakers.find(row.start, row.gender, exclude=exclude)
        found = self.resolver.resolve(row, sort, exclude)
        if slot in VAGUE and self._is_vague(row, found):
            return self.resolver.main(exclude) or found
        if row.how != DESCRIPTION:
            return found
        whole = slot == "target" or (slot == "subject" and row.noun in WHOLE)
        if whole and not any(self.resolver.is_alike(one, row) for one in found):
            return self.resolver.main(exclude) or found
        if slot == "organization" and not self._is_told(row, found, exclude):
            return self.resolver.main(exclude) if row.noun in WHOLE else ()
        return found or self._unnamed(row, slot)

    def _is_vague(self, row: Phrase, found: Sequence[Phrase]) -> bool:
        """Whether it is one who is not named, and whom the text does not call so either."""
        is_alike = any(self.resolver.is_alike(one, row) for one in found)
        return not row.names and not row.plural and not is_alike

    def _is_told(self, row: Phrase, found: Sequence[Phrase], exclude: Collection[str]) -> bool:
        """Whether it is sure enough whom « l'entreprise » stands for: by what it is called, by its
        own sentence, or as the one of whom the article speaks."""
        if any(self.resolver.is_alike(one, row) for one in found):
            return True
        if row.noun in NO_MAIN:
            return False
        start = self.scene.sentence(row.start)[0]
        return any(one.start >= start for one in found) or bool(
            self._agreed(found, self.resolver.topic(row.start, exclude))
        )

    def _unnamed(self, row: Phrase, slot: str) -> list[Phrase]:
        """Several persons who hold and are not named, by what they are called."""
        if slot != "holder" or not row.plural or row.sort != PERSON:
            return []
        words = _ARTICLE.sub("", self.scene.text[row.start : row.end])
        return [replace(row, sort=PERSON, names=(words,), iris=("",), how="")]

    def subject(self, position: int, slot: str, taken: Sequence[str]) -> Filling:
        """What the subject of the verb at a position fills a slot with."""
        return self.resolved(subject(self.scene, position), slot, taken)

    def owner(self, draft: Draft, position: int) -> Filling:
        """The one to whom « son », « sa » refers: the sentence's first firm, else the topic."""
        slot, taken = draft.rule.owner, draft.taken
        sort = SORTS.get(slot, FIRM)
        for row in preceding(self.scene, position):
            if (row.sort and row.sort != sort) or self.resolver.kinds.is_media(*row.names[:1]):
                continue
            together = conjoined(self.scene, row) if slot == "partners" else [row]
            found = self.resolved(together, slot, taken)
            if found.named and not set(found.names) & set(taken):
                return found
        topic = self.resolver.topic(position, taken)
        if slot == "organization":
            start = self.scene.sentence(position)[0]
            if _QUOTED.search(self.scene.text, start, position):
                return Filling()
            return Filling((), self._agreed(self._nearest(position, taken), topic))
        return Filling((), topic)

    def _nearest(self, position: int, taken: Collection[str]) -> Sequence[Phrase]:
        """The firm for which « elle » would stand there."""
        probe = pronoun(position, FIRM)
        return self.resolver.resolve(probe, FIRM, taken) or self.resolver.topic(position, taken)

    def topic(self, draft: Draft, start: int, end: int) -> Filling:
        """Of whom a claim between two offsets is: of whom the last like it was, else the topic."""
        slot, taken = draft.rule.topic, draft.taken
        sentence = self.scene.number(self.scene.sentence(start)[0])
        back = self.scene.sentences[max(0, sentence - _SENTENCES_BACK)][0]
        of_owner = _ITS_OWNER.search(self.scene.text, *self.scene.sentence(start)) is not None
        if slot == "target" and of_owner:
            back = start
        last = None if slot in OF_ARTICLE else self.memory.last(slot, back, end, taken)
        if last is not None:
            return Filling((), last)
        near = _OF_IT.search(self.scene.text, start, end) or slot not in {
            "target",
            "organization",
            "receiver",
        }
        usual = () if of_owner else self.memory.usual(taken)
        local = self.resolver.topic(start, taken)
        if not near and (main := usual or self.resolver.main(taken)):
            return Filling((), main)
        return Filling((), self._agreed(local, ()) if slot == "organization" else local)

    def _agreed(self, one: Sequence[Phrase], other: Sequence[Phrase]) -> Sequence[Phrase]:
        """The one of whom the place speaks too, or with whom the article begins; else nobody."""
        sure = {name for row in (*other, *self.resolver.first()) for name in row.names}
        return one if sure & {name for row in one for name in row.names} else ()
