"""What was drafted of an article before, asked for those whom it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from souverain.intake.candidate import Candidate
from souverain.intake.phrase import Phrase
from souverain.intake.scene import Scene


@dataclass
class Memory:
    """The candidates drafted so far, in any order, and the scene in which they were found."""

    scene: Scene
    made: list[Candidate] = field(default_factory=list)

    def last(
        self, slot: str, start: int, end: int, taken: Collection[str]
    ) -> Sequence[Phrase] | None:
        """What is in a slot of the last candidate that begins in a span, if it has none taken.

        None where there is no such candidate.
        """
        earlier = [row for row in self.made if slot in row.slots and start <= row.start < end]
        for row in sorted(earlier, key=lambda row: -row.start):
            names = row.names(slot)
            if names and not set(names) & set(taken):
                return self.mentioned(row, slot)
        return None

    def usual(self, taken: Collection[str]) -> Sequence[Phrase]:
        """The target of most stakes and purchases that were drafted, if it is so twice."""
        rows = self._of("stake", "acquisition")
        often = Counter(name for row in rows for name in row.names("target"))
        names = [name for name, count in often.most_common() if count > 1 and name not in taken]
        found = [row for row in rows if row.names("target")[:1] == tuple(names[:1])]
        return self.mentioned(found[0], "target") if names else ()

    def led_by(self, names: Collection[str]) -> Sequence[Phrase]:
        """The firm that was drafted as led by a person: « le groupe de Patrick Morvan »."""
        led = [row for row in self._of("role") if set(row.names("person")) & set(names)]
        return self.mentioned(led[-1], "organization") if led else ()

    def in_office(self, row: Phrase, firms: Sequence[Phrase]) -> Sequence[Phrase]:
        """The last person drafted as having the office that a description tells, if any."""
        names = {name for firm in firms for name in firm.names}
        held = [
            role
            for role in self._of("role")
            if set(role.names("organization")) & names
            and row.noun.lower() in str(role.slots["title"]).lower()
        ]
        last = max(held, key=lambda role: (role.start < row.start, role.start), default=None)
        return self.mentioned(last, "person") if last else ()

    def holders(self, position: int) -> list[Phrase]:
        """The holders in the last stakes before a position, for « les deux actionnaires »."""
        stakes = [row for row in self._of("stake") if row.start < position]
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

    def _of(self, *kinds: str) -> list[Candidate]:
        return [row for row in self.made if row.kind in kinds]
