"""Who fills a slot: by the words of a group, the subject of a verb, a possessive, or the topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from souverain.intake.candidate import Candidate
from souverain.intake.filling import Draft, Filling
from souverain.intake.grammar import compiled
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, PLACE, PRONOUN, Phrase, pronoun
from souverain.intake.resolver import Resolver
from souverain.intake.scene import MARKS, Scene
from souverain.intake.subject import conjoined, subject

_SENTENCES_BACK = 2
# The sort of phrase that a slot takes; one that is not here takes firms and persons alike.
_SORTS = {
    "target": FIRM,
    "person": PERSON,
    "organization": FIRM,
    "partners": FIRM,
    "receiver": FIRM,
    "subject": FIRM,
    "parties": FIRM,
}
_LEADS_TO = compiled(
    r"(?:\s[a-zéèêàç'-]+){0,4}?(?: (?:de la|de l'|du|des|de|d'|chez|au|à la|à l'|aux) ?<firm>)?,?"
    r" (?P<name><human>)",
    anywhere=True,
)
# « son actionnaire de référence, le fonds Oxalis, » names who it is.
_IS = compiled(
    r"(?:(?: (?:du|de la|de l'|d'un|d'une|de|d') ?<party>)?(?:\s[a-zéèêàç'-]+){0,4}, "
    r"(?P<name><name>)(?=[,.;])"
    r"|(?:\s[a-zéèêàç-]+){0,2},? (?:baptisée?|appelée?|nommée?|dénommée?) (?P<called><name>))",
    anywhere=True,
)
# « les trois fondateurs — A, B et C — » names them.
_DASHED = compiled(r"\s[–—-] (?P<names><parties>) [–—-]", anywhere=True)
# « en détient 12 % », « y est entré »: of what was just named.
_OF_IT = re.compile(r"(?<!\w)(?:n'en|n'y|en|y) \w", re.IGNORECASE)
# « son principal actionnaire a porté sa part à 45 % »: of the firm that all is about.
_ITS_OWNER = re.compile(
    r"\b(?:[Ss]on|[Ss]a|[Ss]es|[Ll]eur) (?:\w+ )?(?:actionnaires?|maison[ -]mère)\b"
)
# « a indiqué que Velanor », after which another clause begins.
_THAT = re.compile(r"(?<!\w)(?:qu(?:e\s|')|(?P<who>qui)\s)")
_ARTICLE = re.compile(r"^(?:[Ll]es|[Ss]es|[Dd]es|[Ll]eurs|[Cc]es) ")
_OF_FIRM = compiled(r"\s(?:de la|de l'|du|des|de|d') ?(?P<firm><firm>)", anywhere=True)
# « Oxalis (filiale du Crédit Velan) »: who stands in parentheses is beside the list.
_ASIDE = re.compile(r"\([^()]*\)")
# « la nouvelle entité » is none of the firms that were named before.
_TO_COME = re.compile(
    r"\b(?:nouve(?:l|lle|au)|future?) (?:entité|ensemble|société|structure|groupe)\b"
)
# « le groupe de Patrick Morvan » is his, and no other.
_OF_PERSON = re.compile(rf"\s(?:de |d')(?P<person>{MARKS['person']}+)")
# « la filiale italienne », « le site » are seldom the firm of which the article speaks.
_NO_MAIN = frozenset({"filiale", "site", "usine", "structure", "entité", "maison mère"})
# « … », a commenté son directeur: a voice of whom the sentences before need not speak.
_QUOTED = re.compile(r"[»”]")
_HOLDERS = frozenset({"actionnaire", "propriétaire", "shareholders"})


@dataclass
class Filler:
    """Finds who fills slots in a scene; `made` are the candidates drafted before, in any order."""

    scene: Scene
    made: list[Candidate] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.resolver = Resolver(self.scene)

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
        sort = _SORTS.get(slot, "")
        named: list[Phrase] = []
        if len(rows) == 1 and self._are_holders(rows[0]):
            return Filling(list(rows), self._holders(rows[0].start))
        for row in rows:
            if row.how != PRONOUN and sort and row.sort and row.sort != sort:
                continue
            if row.how == DESCRIPTION and (after := self._named_after(row)):
                named.append(after)
                continue
            if row.how == DESCRIPTION and _TO_COME.search(self.scene.text, row.start, row.end):
                continue
            if row.how == DESCRIPTION and (owner := _OF_PERSON.match(self.scene.full, row.end)):
                named += self._led_by(owner.start("person"))
                continue
            if row.how == DESCRIPTION and row.sort == PERSON and (of := self._of_whom(row)):
                named += self._in_office(row, of) or self._unnamed(row, slot)
                continue
            wanted = sort or (row.sort if row.how != PRONOUN else "")
            named += self._antecedents(row, slot, wanted, exclude)
        return Filling(list(rows), [row for row in named if row.sort != PLACE])

    def _are_holders(self, row: Phrase) -> bool:
        """Whether it is « les actionnaires », whom no dashes name."""
        dashed = _DASHED.match(self.scene.full, row.end)
        return row.plural and row.noun in _HOLDERS and not dashed

    def _antecedents(
        self, row: Phrase, slot: str, sort: str, exclude: Collection[str]
    ) -> Sequence[Phrase]:
        """Those that a phrase stands for; what is held or bought is most often the main firm."""
        if row.plural and (dashed := _DASHED.match(self.scene.full, row.end)):
            return [one for one in self.scene.within(*dashed.span("names")) if one.names]
        found = self.resolver.resolve(row, sort, exclude)
        if row.how != DESCRIPTION:
            return found
        if slot == "target" and not any(self.resolver.is_alike(one, row) for one in found):
            return self.resolver.main(exclude) or found
        if slot == "organization" and not self._is_told(row, found, exclude):
            return ()
        return found or self._unnamed(row, slot)

    def _is_told(self, row: Phrase, found: Sequence[Phrase], exclude: Collection[str]) -> bool:
        """Whether it is sure enough whom « l'entreprise » stands for: by what it is called, by its
        own sentence, or as the one of whom the article speaks."""
        if any(self.resolver.is_alike(one, row) for one in found):
            return True
        if row.noun in _NO_MAIN:
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
        sort = _SORTS.get(slot, FIRM)
        for row in self._before(position):
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

    def _before(self, position: int) -> list[Phrase]:
        """The phrases of a sentence before a position, those after the last « que » first."""
        start = self.scene.sentence(position)[0]
        rows = self.scene.within(start, position)
        clauses = [*_THAT.finditer(self.scene.text, start, position)]
        last = clauses[-1].end() if clauses else start
        if clauses and clauses[-1]["who"]:
            last = max((row.start for row in rows if row.end <= clauses[-1].start()), default=last)
        own = [row for row in rows if row.start >= last]
        return [*own, *(row for row in rows if row.start < last)]

    def topic(self, draft: Draft, start: int, end: int) -> Filling:
        """Of whom a claim between two offsets is: of whom the last like it was, else the topic."""
        slot, taken = draft.rule.topic, draft.taken
        sentence = self.scene.number(self.scene.sentence(start)[0])
        back = self.scene.sentences[max(0, sentence - _SENTENCES_BACK)][0]
        of_owner = _ITS_OWNER.search(self.scene.text, *self.scene.sentence(start)) is not None
        if slot == "target" and of_owner:
            back = start
        made = self.made if slot != "organization" else []
        earlier = [row for row in made if slot in row.slots and back <= row.start < end]
        for row in sorted(earlier, key=lambda row: -row.start):
            names = row.names(slot)
            if names and not set(names) & set(taken):
                return Filling((), self.mentioned(row, slot))
        near = _OF_IT.search(self.scene.text, start, end) or slot not in {"target", "organization"}
        usual = () if of_owner else self._usual(taken)
        local = self.resolver.topic(start, taken)
        if not near and (main := usual or self.resolver.main(taken)):
            return Filling((), self._agreed(main, local) if slot == "organization" else main)
        return Filling((), local)

    def _agreed(self, one: Sequence[Phrase], other: Sequence[Phrase]) -> Sequence[Phrase]:
        """The one of whom the place speaks too, or with whom the article begins; else nobody."""
        sure = {name for row in (*other, *self.resolver.first()) for name in row.names}
        return one if sure & {name for row in one for name in row.names} else ()

    def _usual(self, taken: Collection[str]) -> Sequence[Phrase]:
        """The target of most stakes and purchases that were drafted, if it is so twice."""
        rows = [row for row in self.made if row.kind in {"stake", "acquisition"}]
        often = Counter(name for row in rows for name in row.names("target"))
        names = [name for name, count in often.most_common() if count > 1 and name not in taken]
        found = [row for row in rows if row.names("target")[:1] == tuple(names[:1])]
        return self.mentioned(found[0], "target") if names else ()

    def names_in(self, spans: Collection[tuple[int, int]]) -> list[str]:
        """The names that stand in spans, as the sentence has them."""
        return [n for span in spans for row in self.scene.within(*span) for n in row.names]

    def _named_after(self, row: Phrase) -> Phrase | None:
        """Whom a description leads to: « le PDG de Velanor, Jean Morvan »."""
        leads = _LEADS_TO if row.sort == PERSON else _IS
        found = leads.match(self.scene.full, row.end)
        start = found.start(found.lastgroup or 0) if found else -1
        return next((p for p in self.scene.phrases if p.start == start), None)

    def _of_whom(self, row: Phrase) -> Sequence[Phrase]:
        """The firm in « le PDG de Velanor », as named."""
        found = _OF_FIRM.match(self.scene.full, row.end)
        rows = self.scene.within(*found.span("firm")) if found else []
        return [firm for row in rows for firm in self.resolver.resolve(row, FIRM)]

    def _led_by(self, start: int) -> Sequence[Phrase]:
        """The firm that was drafted as led by the person who is named there: « le groupe de X »."""
        names = {name for row in self.scene.phrases if row.start == start for name in row.names}
        led = [row for row in self.made if row.kind == "role" and set(row.names("person")) & names]
        return self.mentioned(led[-1], "organization") if led else ()

    def _in_office(self, row: Phrase, firms: Sequence[Phrase]) -> Sequence[Phrase]:
        """The last person drafted as having the office that a description tells, if any."""
        names = {name for firm in firms for name in firm.names}
        held = [
            role
            for role in self.made
            if role.kind == "role"
            and set(role.names("organization")) & names
            and row.noun.lower() in str(role.slots["title"]).lower()
        ]
        last = max(held, key=lambda role: (role.start < row.start, role.start), default=None)
        return self.mentioned(last, "person") if last else ()

    def _holders(self, position: int) -> list[Phrase]:
        """The holders in the last stakes before a position, for « les deux actionnaires »."""
        stakes = [row for row in self.made if row.kind == "stake" and row.start < position]
        last = max(stakes, key=lambda row: row.start, default=None)
        found = [row for row in stakes if last and row.slots["target"] == last.slots["target"]]
        named = [phrase for row in found for phrase in self.mentioned(row, "holder")]
        return list({row.names: row for row in named}.values())

    def mentioned(self, row: Candidate, slot: str) -> Sequence[Phrase]:
        """The last phrases up to a candidate's end that name what is in its slot."""
        names = set(row.names(slot))
        rows = [p for p in self.scene.phrases if set(p.names) & names and p.start < row.end]
        last = {name: p for p in rows for name in p.names if name in names}
        return list(dict.fromkeys(last.values()))
