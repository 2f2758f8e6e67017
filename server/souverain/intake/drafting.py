"""Running the rules over a scene: each match becomes the candidates that its words carry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from souverain.intake import standing
from souverain.intake.candidate import NAMES, SLOTS, Candidate, Mention, Slot, Span
from souverain.intake.grammar import compiled
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, PLACE, PRONOUN, Phrase
from souverain.intake.resolver import Resolver
from souverain.intake.rule import Rule
from souverain.intake.scene import Scene
from souverain.intake.standing import Standing
from souverain.intake.subject import subject

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
_OTHERS = {"others": ("partners", "parties")}
_LEADS_TO = compiled(
    r"(?:\s[a-zéèêàç'-]+){0,4}?(?: (?:de la|de l'|du|des|de|d'|chez) ?<firm>)?,? (?P<name><human>)",
    anywhere=True,
)
_OF_FIRM = compiled(r"\s(?:de la|de l'|du|des|de|d') ?(?P<firm><firm>)", anywhere=True)
_MUTUAL = frozenset({"partnership", "merger"})
_HOLDERS = frozenset({"actionnaire", "propriétaire", "shareholders"})
_SPEECH = re.compile(r"[«»“”]")


@dataclass(frozen=True)
class Filling:
    """What fills a slot: the phrases of the sentence, and those with the names."""

    told: Sequence[Phrase] = ()
    named: Sequence[Phrase] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each once, in their order."""
        return tuple(dict.fromkeys(name for row in self.named for name in row.names))


@dataclass
class Draft:
    """What a match has given so far."""

    kind: str
    rule: Rule
    start: int
    end: int
    standing: Standing
    fillings: dict[str, Filling] = field(default_factory=dict)
    values: dict[str, Slot] = field(default_factory=dict)
    via: tuple[str, ...] = ()
    flags: list[str] = field(default_factory=list)


@dataclass
class Drafter:
    """Makes candidates of one article: its exact text, what was seen in it, how rules fared."""

    content: str
    scene: Scene
    rates: Mapping[str, float]

    def __post_init__(self) -> None:
        self.resolver = Resolver(self.scene)
        self.made: list[Candidate] = []

    def matches(self, rule: Rule) -> Iterator[re.Match[str]]:
        """Where a rule's pattern stands, sentence by sentence."""
        pattern = compiled(rule.pattern)
        mask = self.scene.bare if rule.bare else self.scene.full
        for start, end in self.scene.sentences:
            yield from pattern.finditer(mask, start, end)

    def learn_offices(self) -> None:
        """Let descriptions such as « le fondateur » stand for those whose office was drafted."""
        for row in self.made:
            if row.kind == "role":
                self.resolver.learn(str(row.slots["person"]), str(row.slots["title"]))

    def begin(self, kind: str, rule: Rule, match: re.Match[str]) -> Draft:
        """The draft of a match, with its standing and no slot yet."""
        found = Draft(kind, rule, match.start(), match.end(), self._standing(rule, match))
        if rule.tells == "title":
            found.start = self._after_article(match)
        return found

    def fill(self, draft: Draft, match: re.Match[str]) -> bool:
        """Fill the slots from subject, groups, owner and topic; False where one stays empty."""
        rule = draft.rule
        wanted = {name for name, value in match.groupdict().items() if value is not None}
        if rule.subject and not self._fill_subject(draft, match, self._named_in(match, wanted)):
            return False
        for group in sorted(wanted):
            self._group(draft, match, group)
        if rule.owner and not self._fill(draft, rule.owner, self._owner(draft, match)):
            return False
        if rule.topic and not draft.fillings.get(rule.topic):
            self._fill_topic(draft, match)
        return self._is_whole(draft)

    def _group(self, draft: Draft, match: re.Match[str], group: str) -> None:
        slot = group.rstrip("2")
        start, end = match.span(group)
        if slot == "share":
            self._share(draft, start)
        elif slot == "money":
            if found := self.scene.sum(start):
                draft.values |= {"amount": found.amount, "currency": found.currency}
        elif slot == "via":
            draft.via = (*draft.via, *self.filling(start, end, draft.rule.bare, "").names)
        elif slot == "title":
            words = self.content[start:end].strip(" ,")
            draft.values["title"] = re.sub(r"^(?:[Ll]a |[Ll]es? |[Ll]['’])", "", words)
        elif slot == "rest":
            draft.values |= {"basis": "Remainder", "percentage": None}
        elif slot in SLOTS[draft.kind] or slot in _OTHERS:
            name = next((row for row in _OTHERS.get(slot, ()) if row in SLOTS[draft.kind]), slot)
            taken = [n for key, row in draft.fillings.items() if key != name for n in row.names]
            self._add(draft, name, self.filling(start, end, draft.rule.bare, name, taken))

    def _share(self, draft: Draft, start: int) -> None:
        found = self.scene.share(start)
        if found:
            draft.values |= {"percentage": found.number, "basis": found.basis}

    def _add(self, draft: Draft, slot: str, more: Filling) -> None:
        old = draft.fillings.get(slot, Filling())
        draft.fillings[slot] = Filling([*old.told, *more.told], [*old.named, *more.named])

    def filling(
        self, start: int, end: int, bare: bool, slot: str, taken: Sequence[str] = ()
    ) -> Filling:
        """What the phrases in a span fill a slot with; antecedents are found for those unnamed."""
        rows = self.scene.named(start, end) if bare else self.scene.within(start, end)
        if bare and not rows:
            rows = [row for row in self.scene.phrases if row.at >= start and row.till <= end]
        return self.resolved(rows, slot, taken)

    def resolved(self, rows: Sequence[Phrase], slot: str, exclude: Sequence[str] = ()) -> Filling:
        """The phrases with what each stands for; none of a sort that the slot does not take."""
        sort = _SORTS.get(slot, "")
        named: list[Phrase] = []
        if len(rows) == 1 and rows[0].plural and rows[0].noun in _HOLDERS:
            named = self._holders(rows[0].start)
            return Filling(list(rows), named)
        for row in rows:
            if row.how != PRONOUN and sort and row.sort and row.sort != sort:
                continue
            if row.how and (after := self._named_after(row)):
                named.append(after)
                continue
            if row.how == DESCRIPTION and row.sort == PERSON and (of := self._of_whom(row)):
                named += self._in_office(row, of)
                continue
            wanted = sort or (row.sort if row.how != PRONOUN else "")
            named += self.resolver.resolve(row, wanted, exclude)
        return Filling(list(rows), [row for row in named if row.sort != PLACE])

    def _named_after(self, row: Phrase) -> Phrase | None:
        """The person whom a description leads to: « le PDG de Velanor, Jean Morvan »."""
        found = _LEADS_TO.match(self.scene.full, row.end) if row.sort == PERSON else None
        start = found.start("name") if found else -1
        return next((p for p in self.scene.phrases if p.start == start), None)

    def _of_whom(self, row: Phrase) -> Sequence[Phrase]:
        """The firm in « le PDG de Velanor », as named."""
        found = _OF_FIRM.match(self.scene.full, row.end)
        rows = self.scene.within(*found.span("firm")) if found else []
        return [firm for row in rows for firm in self.resolver.resolve(row, FIRM)]

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

    def _named_in(self, match: re.Match[str], groups: Collection[str]) -> list[str]:
        """The names that stand in the groups themselves, which the subject cannot be."""
        spans = [match.span(group) for group in groups]
        return [n for span in spans for row in self.scene.within(*span) for n in row.names]

    def _fill_subject(self, draft: Draft, match: re.Match[str], taken: Sequence[str]) -> bool:
        rows = subject(self.scene, match.start())
        slot = draft.rule.subject
        return self._fill(draft, slot, self.resolved(rows, slot, taken))

    def _fill(self, draft: Draft, slot: str, filling: Filling) -> bool:
        if not filling.named:
            return False
        old = draft.fillings.get(slot, Filling())
        draft.fillings[slot] = Filling([*filling.told, *old.told], [*filling.named, *old.named])
        return True

    def _owner(self, draft: Draft, match: re.Match[str]) -> Filling:
        """The one to whom « son », « sa » refers: the sentence's first firm, else the topic."""
        start = self.scene.sentence(match.start())[0]
        taken = [name for row in draft.fillings.values() for name in row.names]
        sort = _SORTS.get(draft.rule.owner, FIRM)
        rows = [
            row
            for row in self.scene.within(start, match.start())
            if (row.sort == sort or not row.sort) and not self.resolver.is_media(*row.names[:1])
        ]
        for row in rows:
            found = self.resolved([row], draft.rule.owner, taken)
            if found.named and not set(found.names) & set(taken):
                return found
        return Filling((), self.resolver.topic(match.start(), taken))

    def _fill_topic(self, draft: Draft, match: re.Match[str]) -> None:
        slot = draft.rule.topic
        taken = [name for row in draft.fillings.values() for name in row.names]
        start = self.scene.sentence(match.start())[0]
        back = self.scene.sentences[max(0, self.scene.number(start) - _SENTENCES_BACK)][0]
        earlier = [
            row
            for row in self.made
            if slot != "organization" and slot in row.slots and back <= row.start < match.end()
        ]
        for row in sorted(earlier, key=lambda row: -row.start):
            names = row.names(slot)
            if names and not set(names) & set(taken):
                self._fill(draft, slot, Filling((), self.mentioned(row, slot)))
                return
        self._fill(draft, slot, Filling((), self.resolver.topic(match.start(), taken)))

    def mentioned(self, row: Candidate, slot: str) -> Sequence[Phrase]:
        """The last phrases up to a candidate's end that name what is in its slot."""
        names = set(row.names(slot))
        rows = [p for p in self.scene.phrases if set(p.names) & names and p.start < row.end]
        last = {name: p for p in rows for name in p.names if name in names}
        return list(dict.fromkeys(last.values()))

    def _is_whole(self, draft: Draft) -> bool:
        """Whether every slot that makes the claim is filled, and none with another's name."""
        needed = draft.rule.needs or _NEEDED[draft.kind]
        if draft.kind in _MUTUAL and len(draft.fillings.get(needed[0], Filling()).names) < 2:
            return False
        if not all(draft.fillings.get(slot) and draft.fillings[slot].names for slot in needed):
            return False
        parties = [draft.fillings[slot].names for slot in needed]
        flat = [name for names in parties for name in names]
        return len(flat) == len(set(flat))

    def _standing(self, rule: Rule, match: re.Match[str]) -> Standing:
        verbs = self._group_text(match, "v")
        start = self.scene.sentence(match.start())[0]
        before = self.scene.text[start : match.start()]
        found = _standing_of(rule, verbs, before, match, self.scene.text)
        if rule.tells == "end":
            return _end_standing(found)
        return rule.fixed or found

    def _group_text(self, match: re.Match[str], group: str) -> str:
        if match.groupdict().get(group) is None:
            return ""
        return self.scene.text[slice(*match.span(group))]

    def _after_article(self, match: re.Match[str]) -> int:
        return match.start()

    def finish(self, draft: Draft) -> Iterator[Candidate]:
        """The candidates of a filled draft: one, or one for each person, office or target."""
        single = next(
            (s for s in ("person", "target", "organization") if self._is_split(draft, s)), ""
        )
        if not single:
            yield self._candidate(draft, draft.fillings)
            return
        for row in draft.fillings[single].named:
            for name, iri in zip(row.names, row.iris, strict=True):
                one = _only(row, name, iri)
                told = draft.fillings[single].told
                yield self._candidate(draft, {**draft.fillings, single: Filling(told, [one])})

    def _is_split(self, draft: Draft, slot: str) -> bool:
        single = SLOTS[draft.kind].get(slot) not in {None, NAMES}
        return single and slot in draft.fillings and len(draft.fillings[slot].names) > 1

    def _candidate(self, draft: Draft, fillings: Mapping[str, Filling]) -> Candidate:
        slots = _slots(draft, fillings)
        sentence = self.scene.sentence(draft.start)
        told = [
            p for row in fillings.values() for p in row.told if sentence[0] <= p.start < sentence[1]
        ]
        start = min([draft.start, *(row.start for row in told)])
        end = max([draft.end, *(row.end for row in told)])
        start, end = _trimmed(self.content, start, end)
        named = [p for row in fillings.values() for p in row.named]
        outside = sorted({(p.at, p.till) for p in named if not start <= p.at < end})
        flags = list(draft.flags)
        if _is_in_speech(self.scene.text, start):
            flags.append("in-speech")
        if draft.standing.modality != "Stated":
            flags.append("conditional")
        if draft.rule.name not in self.rates:
            flags.append("prior-confidence")
        return Candidate(
            kind=draft.kind,
            start=start,
            end=end,
            quote=self.content[start:end],
            status=draft.standing.status,
            confidence=self._confidence(draft.rule, len(outside)),
            rule=draft.rule.name,
            slots=slots,
            date=self._date(start, end),
            modality=draft.standing.modality,
            via=draft.via,
            antecedents=tuple(Span(a, b, self.content[a:b]) for a, b in outside),
            mentions=tuple(_mentions(fillings)),
            flags=tuple(flags),
        )

    def _confidence(self, rule: Rule, outside: int) -> float:
        rate = self.rates.get(rule.name, rule.prior)
        return round(rate * 0.85 if outside else rate, 3)

    def _date(self, start: int, end: int) -> str:
        """The date in the words of the claim, or right beside them."""
        inside = [w for w in self.scene.whens if w.edtf and start <= w.start and w.end <= end]
        near = [
            w
            for w in self.scene.whens
            if w.edtf and _is_beside(self.scene, w.start, w.end, start, end)
        ]
        return next(iter([w.edtf for w in (*inside, *near)]), "")


_NEEDED: Mapping[str, tuple[str, ...]] = {
    "stake": ("holder", "target"),
    "acquisition": ("acquirer", "target"),
    "merger": ("parties",),
    "role": ("person", "organization"),
    "announcement": ("announcer",),
    "partnership": ("partners",),
    "funding": ("receiver",),
    "amount": (),
    "lifecycle": ("subject",),
}


def _standing_of(rule: Rule, verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    match rule.tells:
        case "state" | "role":
            return standing.of_state(verbs, before)
        case "noun":
            return standing.of_noun(before)
        case "both":
            return standing.of_noun(verbs + text[match.end("v") : match.end()])
        case "title":
            return standing.of_title(text[max(0, match.start() - 4) : match.end()])
        case "office":
            return standing.of_office(verbs, before)
        case "nomination":
            return standing.of_nomination(before)
    if _INFINITIVE.fullmatch(verbs):
        found = standing.of(before[-90:])
        return (
            found if found.status != "InForce" or not _AIM.search(before) else Standing("Planned")
        )
    return standing.of(verbs, before)


_INFINITIVE = re.compile(r"(?:s'|se |en |y )?\w+(?:er|ir|re)\s*", re.IGNORECASE)
_AIM = re.compile(r"\b(?:pour|afin de|afin d'|en vue de|à|de|d'|to)\s*$", re.IGNORECASE)


def _end_standing(found: Standing) -> Standing:
    """Who is to sell still holds; who has sold, or sells, holds no more."""
    if found.status in {"Planned", "Negated", "Abandoned"}:
        return Standing("InForce", found.modality)
    return Standing("Ended", found.modality)


def _only(row: Phrase, name: str, iri: str) -> Phrase:
    return Phrase(row.start, row.end, row.at, row.till, row.sort, (name,), (iri,))


def _slots(draft: Draft, fillings: Mapping[str, Filling]) -> dict[str, Slot]:
    values = {**draft.rule.fills, **draft.values}
    if draft.rule.fills.get("basis") == "Remainder":
        values |= {"basis": "Remainder", "percentage": None}
    if values.get("percentage") is None and values.get("basis") == "Exact":
        values["basis"] = "Unstated"
    slots: dict[str, Slot] = {}
    for name, how in SLOTS[draft.kind].items():
        if name in fillings:
            names = fillings[name].names
            slots[name] = names if how == NAMES else next(iter(names), None)
        else:
            value = values.get(name)
            slots[name] = () if how == NAMES else value  # type: ignore[assignment]
    return slots


def _mentions(fillings: Mapping[str, Filling]) -> Iterator[Mention]:
    for slot, filling in fillings.items():
        for row in filling.named:
            for name, iri in zip(row.names, row.iris, strict=True):
                yield Mention(row.at, row.till, slot, name, iri)


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (content[start].isspace() or content[start] in ",.;:»”)"):
        start += 1
    while end > start and (content[end - 1].isspace() or content[end - 1] in ",;:«“("):
        end -= 1
    return start, end


def _is_in_speech(text: str, position: int) -> bool:
    low = text.rfind("\n", 0, position) + 1
    marks = _SPEECH.findall(text, low, position)
    return bool(marks) and marks[-1] in "«“"


def _is_beside(scene: Scene, first: int, last: int, start: int, end: int) -> bool:
    low, high = scene.sentence(start)
    if not low <= first < high:
        return False
    gap = scene.text[end:first] if first >= end else scene.text[last:start]
    return len(gap) < 40 and not re.search(r"[.;:«»]", gap)
