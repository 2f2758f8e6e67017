"""Articles that are nearly the same: how much of one text stands in another.

A text is the set of its shingles, each of five words in a row without capitals, accents or marks
(Broder 1997). Its likeness to another is the share of the smaller set that both have (Broder's
containment, in the smaller of the two), so that an agency's dispatch is found within the article
that makes more of it. A text of few shingles counts as if it had twenty: a phrase is no article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from souverain.intake.letters import folded

SHINGLE_WORDS = 5
NEAR_SHARE = 0.5
FEWEST_SHINGLES = 20


class Near(NamedTuple):
    """A known article that a text is like, and how much: 1.0 is all of it."""

    slug: str
    share: float


class Likeness:
    """The known articles by their shingles."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._sizes: dict[str, int] = {}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for slug, text in texts.items():
            self.add(slug, text)

    def add(self, slug: str, text: str) -> None:
        """Know one more article."""
        found = shingles(text)
        self._sizes[slug] = len(found)
        for shingle in found:
            self._having[shingle].append(slug)

    def near(self, text: str, least: float = NEAR_SHARE) -> list[Near]:
        """The articles that a text is like at least so much, the likest first."""
        found = shingles(text)
        common = Counter(slug for shingle in found for slug in self._having.get(shingle, ()))
        rows = [
            Near(slug, count / max(FEWEST_SHINGLES, min(len(found), self._sizes[slug])))
            for slug, count in common.items()
        ]
        return sorted(
            (row for row in rows if row.share >= least), key=lambda row: (-row.share, row.slug)
        )


def shingles(text: str) -> frozenset[str]:
    """The shingles of a text; of one that is shorter than a shingle, its words together."""
    words = re.findall(r"\w+", folded(text))
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    return frozenset(" ".join(words[n : n + SHINGLE_WORDS]) for n in range(last))
