"""The firm that an article is about: often named, early named, and no paper, fund or giant.

A giant that readers know is named in many articles that are about another; so is who lends, invests
or rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from souverain.intake import words
from souverain.intake.kinds import Kinds
from souverain.intake.phrase import DESCRIPTION, FIRM, Phrase
from souverain.intake.scene import Scene

# What each sign weighs beside the times that a firm is named.
_IN_LEAD, _FIRST, _KNOWN, _NO_BUSINESS, _MEDIA, _LATER = 1.2, 0.8, -1.5, -1.2, -2.0, -0.01
_LEAD_SENTENCES = 3
_PAPER, _TIMES_ON_PAPER = "media", 2
# A firm that weighs less is named by the way.
_LEAST = 2.5
_RARE = frozenset({"fund", "agency", "bank"})
# « PORTRAIT », « AURILLAC »: what stands over an article and names none.
_LONGEST_IN_CAPITALS = 5


@dataclass(frozen=True)
class Topics:
    """Weighs the firms of a scene as what all of it is about."""

    scene: Scene
    kinds: Kinds

    def main(self, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm that the article is about, where it is first named; none where none is sure."""
        names = [name for name in self._weights if name not in exclude]
        best = max(names, key=lambda name: self._weights[name], default="")
        if not best or self._weights[best] < _LEAST:
            return ()
        return (next(row for row in self._rows if row.names[0] == best),)

    @cached_property
    def _rows(self) -> list[Phrase]:
        rows = [row for row in self.scene.phrases if row.sort == FIRM and len(row.names) == 1]
        return [row for row in rows if not _is_over(row.names[0])]

    @cached_property
    def _weights(self) -> dict[str, float]:
        times = Counter(row.names[0] for row in self._rows)
        end = self.scene.sentences[min(_LEAD_SENTENCES, len(self.scene.sentences)) - 1][1]
        lead = {row.names[0] for row in self._rows if row.start < end}
        return {
            name: times[name]
            + _IN_LEAD * (name in lead)
            + _FIRST * (number == 0)
            + _LATER * number
            + self._less(name)
            for number, name in enumerate(times)
        }

    @cached_property
    def _is_on_paper(self) -> bool:
        """Whether « le journal », « le quotidien » is told of again and again."""
        rows = [row for row in self.scene.phrases if row.how == DESCRIPTION]
        return sum(row.kind == _PAPER for row in rows) >= _TIMES_ON_PAPER

    def _less(self, name: str) -> float:
        return (
            _KNOWN * (name in words.kinds())
            + _NO_BUSINESS * bool(self.kinds.of(name) & _RARE)
            + _MEDIA * (self.kinds.is_media(name) and not self._is_on_paper)
        )


def _is_over(name: str) -> bool:
    return " - " in name or (name.isupper() and len(name) > _LONGEST_IN_CAPITALS)
