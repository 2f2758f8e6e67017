"""Sequences of capitalised words that may be names, without what only begins a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from souverain.intake import words

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
WORD = (
    rf"(?:\d+(?=[{_UPPER}])[{_UPPER}][\w&+-]*|[a-z]{{1,2}}[{_UPPER}][\w+]*"
    rf"|[{_UPPER}](?:[\w&+-]|\.(?=\w)|(?<=[a-zéèêç])'(?=[a-zéèêç]{{1,2}}(?!\w)))*)"
)
_TOKEN = re.compile(rf"(?<![\w'@#-])(?:[LD]')?{WORD}|(?<=[\w]')(?<!\w\w'){WORD}|(?<=qu'){WORD}")
_PARTICLE = re.compile(
    r" (?:van|von|van der|van den|di|da|del|della|ben|el|le|la|de|de la|du|d') ?$"
)
_JOIN = re.compile(
    r"(?: de la | de l'| des | du | de | d'| pour la | pour le | pour l'| of | for )$"
)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…]\s*[»\"”)]?\s+|[«\"“\n:•–—]\s*|[«\"“])$")
_UNLIKE_NAMES = re.compile(r".[^-A-Z]*(?:ment|ées?|és?|ant|tions?)")
_ELIDED = frozenset({"Aujourd", "Jusqu", "Lorsqu", "Puisqu", "Quoiqu"})
_TICKER = re.compile(r"[A-Z0-9]+\.[A-Z]{1,2}")
_HONORIFICS = frozenset({"M", "Me", "Mme", "Mlle", "Mr", "Mrs", "Ms", "Dr"})
_LETTERS_BEFORE = 12


@dataclass(frozen=True)
class Run:
    """Capitalised words that belong together; `tokens` are the bounds of each."""

    start: int
    end: int
    tokens: Sequence[tuple[int, int]] = field(default_factory=list)


def runs(text: str, named: Collection[str] = ()) -> list[Run]:
    """The runs of a plain text; `named` are words that are names wherever they stand."""
    trimmed = [kept for run in _whole(text) if (kept := _trimmed(text, run))]
    inside = {text[run.start : run.end] for run in trimmed if not begins(text, run.start)}
    return [run for run in trimmed if _is_credible(text, run, inside | set(named))]


def begins(text: str, position: int) -> bool:
    """Whether a sentence, or what is quoted, begins there."""
    return _SENTENCE_BEGINS.search(text, max(0, position - _LETTERS_BEFORE), position) is not None


def _whole(text: str) -> Iterator[Run]:
    """Words joined by blanks, or by « de » after a noun that heads names."""
    run: Run | None = None
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if run and _joins(text, run, start) and not _begins_a_person(text, run, token):
            run = Run(run.start, end, [*run.tokens, (start, end)])
            continue
        if run:
            yield run
        run = Run(start, end, [(start, end)])
    if run:
        yield run


def _begins_a_person(text: str, run: Run, token: re.Match[str]) -> bool:
    """Whether a first name after capitals begins a name: « le PDG de Velanor Jean Morvan »."""
    first = text[slice(*run.tokens[0])]
    ahead = _TOKEN.match(text, token.end() + 1)
    return (
        token[0] in words.first_names()
        and ahead is not None
        and text[token.end()] == " "
        and first not in words.first_names()
        and first not in words.every_word("heads")
        and text[run.end : token.start()] == " "
    )


def _joins(text: str, run: Run, start: int) -> bool:
    gap = text[run.end : start]
    first = text[slice(*run.tokens[0])]
    if gap == " ":
        return first not in _HONORIFICS and not text[start : start + 1].isdigit()
    if gap in {" & ", " - ", "-", "'"}:
        return True
    if _PARTICLE.fullmatch(gap) and first in words.first_names():
        return len(run.tokens) == 1
    if not _JOIN.fullmatch(gap):
        return False
    second = text[slice(*run.tokens[1])] if len(run.tokens) > 1 else ""
    named = second if first in {"La", "Le", "Les"} else re.sub(r"^[LD]'", "", first)
    return named in words.every_word("heads")


def _trimmed(text: str, run: Run) -> Run | None:
    """The run without words that name nothing at either end; None where nothing is left."""
    tokens = list(run.tokens)
    while tokens and (_is_plain(text, tokens) or _is_elided(text, tokens[0])):
        tokens.pop(0)
    while len(tokens) > 1 and _is_no_end(text[slice(*tokens[-1])]):
        tokens.pop()
    return replace(run, start=tokens[0][0], end=tokens[-1][1], tokens=tokens) if tokens else None


def _is_no_end(word: str) -> bool:
    return word in words.every_word("closers") or _TICKER.fullmatch(word) is not None


def _is_elided(text: str, token: tuple[int, int]) -> bool:
    """Whether it is the rest of an elision, such as « C' » or « Aujourd' », or « M. »."""
    start, end = token
    if text[start:end] == "M" and text[end : end + 1] == ".":
        return True
    return text[end : end + 1] == "'" and (end - start < 3 or text[start:end] in _ELIDED)


def _is_plain(text: str, tokens: Sequence[tuple[int, int]]) -> bool:
    start, end = tokens[0]
    word = text[start:end]
    plain = words.every_word("plain")
    if re.sub(r"^[LD]'", "", word) in words.every_word("peoples"):
        return True
    if word not in plain and word.title() not in plain:
        return word in {"L'", "D'"}
    if len(tokens) > 1 and word in words.every_word("openers"):
        return False
    if len(tokens) > 1 and word in words.every_word("heads") and not begins(text, start):
        return False
    if word in words.kinds() and not begins(text, start):
        return False
    if word.isupper() and len(word) > 2:
        return word in plain
    articled = words.entries("articled")
    together = text[start : tokens[1][1]] if len(tokens) > 1 else word
    if together in articled or text[start : tokens[-1][1]] in articled:
        return False
    return begins(text, start) or word not in {"La", "Le", "Les"} or len(tokens) == 1


def _is_credible(text: str, run: Run, named: Collection[str]) -> bool:
    """Whether a word alone has its capital not only since it begins a sentence."""
    word = text[run.start : run.end]
    if len(word) == 1 or (word in words.every_word("lone") and word not in named):
        return False
    if len(run.tokens) > 1 or word in named or not begins(text, run.start):
        return True
    return not _UNLIKE_NAMES.fullmatch(word)
