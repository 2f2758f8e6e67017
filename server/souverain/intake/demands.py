"""The words without which a pattern cannot match, read from its regular expression.

Most sentences hold none of a rule's verbs, and looking for a word costs far less than trying the
pattern everywhere, or building it at all. « <firm> (?:rachète|reprend) » demands the mark of a
firm, and one of two verbs. What is optional, negated or looked back at is not demanded; a class of
letters is no word, and neither is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from souverain.intake.grammar import MACROS
from souverain.intake.scene import MARKS

# Of each set, any match holds at least one.
Demands = tuple[tuple[str, ...], ...]

_MOST_WORDS = 90
_MARKS = frozenset(MARKS.values())
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:))?")
_CLOSING, _BAR = re.compile(r"\)"), re.compile(r"\|")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_LETTER = re.compile(r"\\u[0-9a-f]{4}|\\.|.", re.DOTALL)
# Letters that stand for themselves, of which none is counted.
_WORD = re.compile(r"[\w',-]{2,}(?![?*+{])")
_GROUP = re.compile(rf"<({'|'.join(MACROS)})>")
_CODE = re.compile(r"\\u[0-9a-f]{4}")
_TIMES = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_NONE = re.compile(r"[?*]|\{0?[,}]")
_OUTSIDE = ("(?!", "(?<!", "(?<=")


@cache
def of(pattern: str) -> Demands:
    """What every match of a rule's pattern holds, in small letters: one word of each set."""
    found = {tuple(sorted(row)) for row in _Reader(pattern).alternatives()}
    return tuple(sorted(found, key=lambda row: (len(row), row)))


@cache
def _of_group(name: str) -> tuple[frozenset[str], ...]:
    """What a group of the grammar needs, which is read once for all rules."""
    return tuple(_Reader(MACROS[name]).alternatives())


def met(demands: Demands, small: str) -> bool:
    """Whether a text in small letters holds what a pattern demands."""
    return all(any(word in small for word in row) for row in demands)


@dataclass
class _Branch:
    """What one branch needs: the words that have ended, and the letters of the one that goes on."""

    needs: list[frozenset[str]] = field(default_factory=list)
    letters: str = ""

    def cut(self) -> None:
        """End the word."""
        self.needs += _worth([frozenset({self.letters})])
        self.letters = ""


class _Reader:
    """Reads a pattern from left to right, of the syntax that rules use."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> list[frozenset[str]]:
        """What is needed up to the end of the group, or of all: by the one branch, or by any."""
        branches = [self._branch()]
        while self._take(_BAR):
            branches.append(self._branch())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return []
        best = [min(needs, key=_weakness) for needs in branches]
        return [*_worth([frozenset().union(*best)])]

    def _branch(self) -> list[frozenset[str]]:
        found = _Branch()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if word := self._take(_WORD):
                found.letters += word.lower()
            elif self.pattern[self.at] in "([" or _GROUP.match(self.pattern, self.at):
                found.cut()
                needs = self._part()
                found.needs += [] if self._is_optional() else needs
            else:
                self._letter(found)
        found.cut()
        return found.needs

    def _letter(self, found: _Branch) -> None:
        letter = _plain(self._take(_LETTER))
        times = _TIMES.match(self.pattern, self.at)
        found.letters += "" if self._is_optional() else letter
        if times or not letter:
            found.cut()

    def _part(self) -> list[frozenset[str]]:
        """What a group needs, in brackets or by its name, or a class of letters."""
        if named := self._take(_GROUP):
            return [*_of_group(named[1:-1])]
        return self._brackets() if self.pattern[self.at] == "(" else self._class()

    def _brackets(self) -> list[frozenset[str]]:
        opening = self._take(_OPENING)
        needs = self.alternatives()
        self._take(_CLOSING)
        return [] if opening in _OUTSIDE else needs

    def _class(self) -> list[frozenset[str]]:
        letters = frozenset(self._take(_CLASS)[1:-1])
        return [letters] if letters <= _MARKS else []

    def _is_optional(self) -> bool:
        """Take the quantifier that stands here, if any, and say whether it is content with none."""
        return _NONE.match(self._take(_TIMES)) is not None

    def _take(self, what: re.Pattern[str]) -> str:
        found = what.match(self.pattern, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""


def _plain(letter: str) -> str:
    """What stands for itself, in small letters; empty for what stands for something else."""
    if _CODE.fullmatch(letter):
        return chr(int(letter[2:], 16)).lower()
    return "" if letter in {".", "^", "$", " "} or letter.startswith("\\") else letter.lower()


def _worth(needs: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The sets that exclude some sentences: of whole marks, or words of two letters or more."""
    for row in needs:
        if len(row) <= _MOST_WORDS and all(len(word) > 1 or word in _MARKS for word in row):
            yield row


def _weakness(row: frozenset[str]) -> tuple[bool, int, int]:
    """How little a set excludes: marks of firms are everywhere, long words are rare."""
    return any(word in _MARKS for word in row), -min(map(len, row)), len(row)
