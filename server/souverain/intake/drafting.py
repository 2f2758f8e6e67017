"""Running the rules over a scene: each match becomes the candidates that its words carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from souverain.intake import demands, portions, sites, verdict
from souverain.intake.candidate import SLOTS, Candidate
from souverain.intake.filler import Filler
from souverain.intake.filling import Draft, Filling
from souverain.intake.finishing import Finisher
from souverain.intake.grammar import compiled
from souverain.intake.memory import Memory
from souverain.intake.phrase import PRONOUN
from souverain.intake.resolver import Resolver
from souverain.intake.rule import Rule
from souverain.intake.scene import Scene

# The slots without which there is no claim of a kind.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "stake": ("holder", "target"),
    "acquisition": ("acquirer", "target"),
    "merger": ("parties",),
    "role": ("person", "organization"),
    "announcement": ("announcer",),
    "partnership": ("partners",),
    "funding": ("receiver",),
    "amount": ("receiver",),
    "lifecycle": ("subject",),
}
_MUTUAL = frozenset({"partnership", "merger"})
# Groups that fill one of several slots: the first that the kind has.
_OTHERS = {"others": ("partners", "parties")}
# Groups of common nouns that fill a slot as if they were names.
_CALLED = {"site": "subject", "voice": "announcer"}
_BESIDE = frozenset({*_OTHERS, "buyer"})
# A share of the votes is none of the capital.
_VOTES = re.compile(r"\s(?:(?:des|de|en) )?droits de vote")
# « avec sa sœur », who is not named: what they hold together is no stake of one of them.
_JOINT = re.compile(
    r"\bavec (?:son|sa|ses|leurs?) (?:frères?|sœurs?|épou\w+|mari|femme|enfants?|fils|filles?"
    r"|associée?s?|parents?|famille)\b"
)
_OF_IT = re.compile(r"en\s")
# « X et Y, rachetés respectivement par A et B »: no one bought both.
_EACH_HIS = re.compile(r"\brespective(?:ment|ly)\b")
_ARTICLE = re.compile(r"^(?:[Ll]a |[Ll]es? |[Ll]['’])")


@dataclass
class Drafter:
    """Makes candidates of one article: its exact text, what was seen in it, how rules fared."""

    content: str
    scene: Scene
    rates: Mapping[str, float]

    def __post_init__(self) -> None:
        self.memory, self.resolver = Memory(self.scene), Resolver(self.scene)
        self.filler = Filler(self.scene, self.memory, self.resolver)
        self.finish = Finisher(self.content, self.scene, self.rates).finish

    @property
    def made(self) -> list[Candidate]:
        """The candidates drafted so far."""
        return self.memory.made

    @made.setter
    def made(self, rows: list[Candidate]) -> None:
        self.memory.made = rows

    def matches(self, rule: Rule) -> Iterator[re.Match[str]]:
        """Where a rule's pattern stands, sentence by sentence."""
        demanded = demands.of(rule.pattern)
        mask = self.scene.bare if rule.bare else self.scene.full
        smalls = self.scene.small(bare=rule.bare)
        if rule.plain:
            mask, smalls = self.scene.plain, self.scene.plain_sentences
        for (start, end), small in zip(self.scene.sentences, smalls, strict=True):
            if demands.met(demanded, small):
                yield from compiled(rule.pattern).finditer(mask, start, end)

    def learn_offices(self) -> None:
        """Let descriptions such as « le fondateur » stand for those whose office was drafted."""
        for row in self.made:
            if row.kind == "role":
                self.resolver.kinds.learn(str(row.slots["person"]), str(row.slots["title"]))

    def begin(self, kind: str, rule: Rule, match: re.Match[str]) -> Draft:
        """The draft of a match, with its standing and no slot yet."""
        sentence = self.scene.sentence(match.start())[0]
        found = verdict.of(rule, match, self.scene.text, sentence)
        return Draft(kind, rule, match.start(), match.end(), found)

    def fill(self, draft: Draft, match: re.Match[str]) -> bool:
        """Fill the slots from subject, groups, owner and topic; False where one stays empty."""
        rule = draft.rule
        groups = [name for name, value in match.groupdict().items() if value is not None]
        groups.sort(key=lambda name: (not name.startswith("via"), name))
        if rule.subject:
            taken = self.scene.names_in([match.span(group) for group in groups])
            filling = self.filler.subject(match.start(), rule.subject, taken)
            if not draft.put(rule.subject, filling, first=True):
                return False
        for group in groups:
            self._group(draft, match, group)
        if rule.owner:
            filling = self.filler.owner(draft, match.start())
            if not draft.put(rule.owner, filling, first=True):
                return False
        if rule.topic and not draft.fillings.get(rule.topic):
            draft.put(rule.topic, self.filler.topic(draft, *match.span()), first=True)
        return is_whole(draft) and not (
            self._is_guessed(draft) or _JOINT.search(self.scene.text, match.start(), match.end())
        )

    def _is_guessed(self, draft: Draft) -> bool:
        """Whether it names nobody: who pays and gets a sum, or who « en acquiert » of what."""
        if draft.kind == "acquisition" and _EACH_HIS.search(
            self.scene.text, draft.start, draft.end
        ):
            return True
        topic = draft.fillings.get(draft.rule.topic)
        if topic is None or topic.told:
            return False
        told = [row for filling in draft.fillings.values() for row in filling.told]
        if draft.kind == "funding":
            return not any(row.names for row in told)
        is_change = draft.kind in {"acquisition", "stake"} and draft.rule.tells == "event"
        is_of_it = _OF_IT.match(self.scene.text, draft.start) is not None
        return is_change and is_of_it and all(row.how == PRONOUN for row in told)

    def _group(self, draft: Draft, match: re.Match[str], group: str) -> None:
        slot = group.rstrip("234")
        start, end = match.span(group)
        if draft.kind == "stake" and portions.note(
            self.scene, self.content, draft, slot, (start, end)
        ):
            return
        if slot in {"share", "all"}:
            self._share(draft, slot, start)
        elif slot == "money":
            if found := self.scene.sum(start):
                draft.values |= {"amount": found.amount, "currency": found.currency}
        elif slot == "via":
            draft.via = (*draft.via, *self.filler.span(start, end, draft.rule.bare, "").names)
        elif slot in {"title", "site", "voice"}:
            self._printed(draft, slot, start, end)
        elif slot in SLOTS[draft.kind] or slot in _BESIDE:
            self._name(draft, slot, start, end)

    def _printed(self, draft: Draft, slot: str, start: int, end: int) -> None:
        """An office, or a plant or voice without a name, as the words of the text have it."""
        if slot in _CALLED:
            draft.put(_CALLED[slot], sites.filling(self.content, start, end))
        else:
            draft.values["title"] = _ARTICLE.sub("", self.content[start:end].strip(" ,"))

    def _share(self, draft: Draft, slot: str, start: int) -> None:
        if slot == "all":
            draft.values |= {"percentage": 100.0}
            return
        found = self.scene.share(start)
        if found and not (draft.kind == "stake" and _VOTES.match(self.scene.text, found.end)):
            draft.values |= {"percentage": found.number, "basis": found.basis}

    def _name(self, draft: Draft, slot: str, start: int, end: int) -> None:
        slot = own_slot(draft.kind, slot)
        others = [n for key, row in draft.fillings.items() if key != slot for n in row.names]
        taken = [*others, *draft.via]
        draft.put(slot, self.filler.span(start, end, draft.rule.bare, slot, taken))


def own_slot(kind: str, group: str) -> str:
    """The slot of a kind that a group fills: that of the partners for « others »."""
    return next((slot for slot in _OTHERS.get(group, ()) if slot in SLOTS[kind]), group)


def is_whole(draft: Draft) -> bool:
    """Whether every slot that makes the claim is filled, and none with another's name."""
    needed = draft.rule.needs or NEEDED[draft.kind]
    if draft.kind in _MUTUAL and len(draft.fillings.get(needed[0], Filling()).names) < 2:
        return False
    if not all(draft.fillings.get(slot) and draft.fillings[slot].names for slot in needed):
        return False
    if float(str(draft.values.get("percentage") or 100)) < draft.rule.least:
        return False
    if draft.kind == "stake" and not {"percentage", "basis"} & {*draft.values, *draft.rule.fills}:
        return False
    names = [name for slot in needed for name in draft.fillings[slot].names]
    return len(names) == len(set(names))
