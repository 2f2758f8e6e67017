"""What a match has given so far: a draft, and what fills each of its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from souverain.intake.candidate import Slot
from souverain.intake.phrase import FIRM, PERSON, Phrase
from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

# The sort of phrase that a slot takes; one that is not here takes firms and persons alike.
SORTS = {
    "target": FIRM,
    "person": PERSON,
    "organization": FIRM,
    "partners": FIRM,
    "receiver": FIRM,
    "subject": FIRM,
    "parties": FIRM,
}
# Slots that the topic fills by the article, and not by the claim before.
OF_ARTICLE = frozenset({"organization", "announcer"})
# Slots that « elle » and « l'entreprise » fill most often with the firm of the article.
VAGUE = frozenset({"receiver", "partners", "others"})


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

    @property
    def taken(self) -> list[str]:
        """The names that stand in its slots."""
        return [name for row in self.fillings.values() for name in row.names]

    def put(self, slot: str, more: Filling, *, first: bool = False) -> bool:
        """Add to what fills a slot, before it where `first`; False where no name comes with it."""
        old = self.fillings.get(slot, Filling())
        one, two = (more, old) if first else (old, more)
        if more.named or not first:
            self.fillings[slot] = Filling([*one.told, *two.told], [*one.named, *two.named])
        return bool(more.named)
