"""The forms of a name that are compared: as it is written, without its legal form, its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from souverain import folding

# What stands before or after a company's name in a table, and is no part of what it is called.
_LEGAL = """ab ag asbl bv cie co company compagnie corp corporation ei epic epst etablissements ets
    eurl fondation gbr gie gmbh group groupe holding inc incorporated kg limited llc lp ltd ltda nv
    oy plc pte sa sarl sas sasu sca scic scop scs se sicav snc societe spa spl srl ste the"""
LEGAL = frozenset(_LEGAL.split())
# Of an abbreviation, such as « S.A. », the letters belong together.
_DOTTED = re.compile(r"\b(?:\w\.){2,}\w?|\b(?:\w\. )+\w\.")
# These have no letter among the initials of a name.
_SMALL = "a and au aux d de des du en et for l la le les of par pour sur the un une"
SMALL = frozenset(_SMALL.split())
# Fewer initials are no name.
FEWEST_INITIALS = 3


@dataclass(frozen=True)
class Form:
    """A name in its forms; all of them are folded, and empty where nothing is left."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Form:
        """The forms of a text."""
        return cls(tuple(folding.words(_DOTTED.sub(_joined, text))))

    @cached_property
    def whole(self) -> str:
        """The words as they are."""
        return " ".join(self.words)

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The words without legal forms; all of them where there is nothing else."""
        return tuple(word for word in self.words if word not in LEGAL) or self.words

    @cached_property
    def together(self) -> str:
        """These without spaces: “OVH Cloud” is “OVHcloud”."""
        return "".join(self.core)

    @cached_property
    def initials(self) -> str:
        """The first letters of these, small words left out; empty for a short name."""
        letters = [word[0] for word in self.core if word not in SMALL]
        return "".join(letters) if len(letters) >= FEWEST_INITIALS else ""

    @cached_property
    def parts(self) -> frozenset[str]:
        """The pairs of letters in these words, whose first and last letters count as such."""
        return frozenset(
            padded[start : start + 2]
            for padded in (f" {word} " for word in self.core)
            for start in range(len(padded) - 1)
        )


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(".", "").replace(" ", "")
