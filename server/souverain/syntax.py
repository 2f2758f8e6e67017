"""The tokens of a SPARQL query: what form it has, and where it stops being SPARQL.

The parser of pyoxigraph 0.5 says how far it looked, not what it stumbled over: a keyword of eight
letters that it tried in vain puts the place eight letters further on. `fault` asks it again with
the tokens set so far apart that no keyword reaches the next one.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from souverain.errors import QuerySyntaxError
from souverain.iri import is_absolute
from souverain.vocab import PREFIXES

XSD = PREFIXES["xsd"]
QUERY_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
UPDATE_FORMS = frozenset(
    {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
)
# What follows the words that may stand before the form.
PROLOGUE = {"PREFIX": 2, "BASE": 1, "VERSION": 1}

_TOKEN = re.compile(
    r"""
      (?: \s+ | \#[^\r\n]* )
    | (?P<token>
        \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3}
      | '{3} (?: [^'\\] | \\. | '(?!'') )* '{3}
      | " (?: [^"\\\r\n] | \\. )* "
      | ' (?: [^'\\\r\n] | \\. )* '
      | < (?: [^<>"{}|^`\\\x00-\x20]++ | \\u[0-9a-fA-F]{4} | \\U[0-9a-fA-F]{8} )* >
      | [?$] \w+
      | @ [A-Za-z]+ (?: -[A-Za-z0-9]+ )* (?: --\w+ )?
      | (?: _: | [^\W\d][\w.-]*: | : ) (?: [\w:%-] | \.(?=[\w:%-]) | \\. )*
      | [+-]? (?: \d+ \.? \d* | \. \d+ ) (?: [eE] [+-]? \d+ )?
      | \w+
      | ["'] [^\r\n]*
      | \^\^ | && | \|\| | != | <= | >= | <<\( | \)>> | << | >> | \{\| | \|\}
      | .
      )
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d]\w*")
_SERVICE = re.compile(r"\w*service\w*|[\w.-]*service(silent)?:.*", re.IGNORECASE | re.DOTALL)
# A code may stand for any character, brackets and keywords included (SPARQL 1.1, section 19.2).
_ESCAPE = re.compile(r"\\u", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z]\w* \w[\w ]*")
_REASONS = {
    "Prefix not found": "this prefix is not declared",
    "IRI parsing failed": "this is no absolute IRI",
    "Duplicated variable name in SELECT": "SELECT names a variable twice",
    "The SELECT contains a variable that is unbound": (
        "SELECT names a variable that is neither grouped by nor aggregated"
    ),
}
_APART = " " * 48 + "\n"
# Beyond these, finding the place of an error takes longer than it is worth.
_MOST_TOKENS = 20_000
_MOST_CHARACTERS = 100_000
_TOLD_CHARACTERS = 200


class Token(NamedTuple):
    """A token, and where it begins."""

    start: int
    text: str


def tokens(text: str) -> list[Token]:
    """The tokens, without spaces and comments."""
    return [
        Token(found.start("token"), found["token"])
        for found in _TOKEN.finditer(text)
        if found["token"]
    ]


def words(text: str) -> set[str]:
    """The bare words, in capitals: keywords and the names of built-in functions."""
    return {token.text.upper() for token in tokens(text) if _WORD.fullmatch(token.text)}


def form(text: str) -> str:
    """The word that says what is asked for, such as SELECT or INSERT; empty where none does."""
    rest = iter(tokens(text))
    for token in rest:
        word = token.text.upper()
        if word not in PROLOGUE:
            return word if word in QUERY_FORMS | UPDATE_FORMS else ""
        for _ in range(PROLOGUE[word]):
            next(rest, None)
    return ""


def names_service(text: str) -> bool:
    """Whether a SERVICE clause may be in it: the keyword, alone or grown together with others.

    pyoxigraph needs no space around a keyword. It may see one in a prefix `service:` too.
    """
    return any(_SERVICE.fullmatch(token.text) for token in tokens(text))


def named(text: str, names: Iterable[str], prefixes: Mapping[str, str]) -> set[str] | None:
    """The IRIs that some tokens of a text name; nothing where one of them may name several."""
    if _ESCAPE.search(text):
        return None
    known, found = dict(prefixes), tokens(text)
    for before, token, after in zip(found, found[1:], found[2:], strict=False):
        is_declared = before.text.upper() == "PREFIX" and after.text.startswith("<")
        if is_declared and known.setdefault(token.text[:-1], after.text[1:-1]) != after.text[1:-1]:
            return None
    iris = {absolute(name, known, "") for name in names}
    return None if "" in iris else iris


def called(text: str, prefixes: Mapping[str, str], base: str = "") -> set[str]:
    """The IRIs that stand before a bracket and may be functions, but for the casts of XSD."""
    found = tokens(text)
    known, names = dict(prefixes), set()
    for token, after in itertools.pairwise(found):
        if after.text.startswith("<") and token.text.endswith(":"):
            known[token.text[:-1]] = after.text[1:-1]
        if after.text == "(" and (name := absolute(token.text, known, base)):
            names.add(name)
    return {name for name in names if not name.startswith(XSD)}


def absolute(token: str, prefixes: Mapping[str, str], base: str) -> str:
    """The IRI that a token names; nothing where it names none."""
    if token.startswith("<") and token.endswith(">"):
        name = urljoin(base, token[1:-1])
    else:
        prefix, colon, local = token.partition(":")
        name = prefixes[prefix] + local.replace("\\", "") if colon and prefix in prefixes else ""
    return name if is_absolute(name) else ""


def fault(text: str, message: str, parse: Callable[[str], object]) -> QuerySyntaxError:
    """The error for a query that `parse` refused with that message, at the token at fault."""
    place = _PLACE.match(message)
    if place is None or len(text) > _MOST_CHARACTERS or len(found := tokens(text)) > _MOST_TOKENS:
        return _roughly(text, place, message)
    spread = [token.text + _APART for token in found]
    try:
        parse("".join(spread))
    except SyntaxError as again:
        place = _PLACE.match(str(again)) or place
    else:
        return _error(text, len(text), "", message)
    starts = [0]
    for part in spread:
        starts.append(starts[-1] + len(part))
    offset = _offset("".join(spread), int(place[1]), int(place[2]))
    found.append(Token(len(text.rstrip()), ""))
    token = found[bisect.bisect_right(starts, offset) - 1]
    return _error(text, *_whole(text, token), _reason(place[3]))


def unexpected(text: str, token: Token) -> QuerySyntaxError:
    """The error for a query that stops being SPARQL at a token."""
    return _error(text, token.start, token.text, "")


def _roughly(text: str, place: re.Match[str] | None, message: str) -> QuerySyntaxError:
    """The error at the place where the parser stopped looking, or at the end if it names none."""
    if place is None:
        return _error(text, len(text), "", message[:_TOLD_CHARACTERS])
    start = min(_offset(text, int(place[1]), int(place[2])), len(text))
    return _error(text, start, "", _reason(place[3]) or "the query goes wrong here or before")


def _offset(text: str, line: int, column: int) -> int:
    before = text.split("\n")[: line - 1]
    return sum(len(row) + 1 for row in before) + column - 1


def _whole(text: str, token: Token) -> Token:
    """The token, or the whole of an IRI that was taken apart because it is none."""
    start = text.rfind("<", 0, token.start)
    if token.text == ">" and "\n" not in text[start : token.start]:
        return Token(start, text[start : token.start + 1])
    return token


def _reason(expected: str) -> str:
    """The sentence among the expectations, where the parser has one: the rest is no help."""
    sentences = [part for part in expected.split(", ") if _SENTENCE.fullmatch(part)]
    return _REASONS.get(sentences[0], sentences[0]) if sentences else ""


def _error(text: str, start: int, token: str, reason: str) -> QuerySyntaxError:
    if len(token) > _TOLD_CHARACTERS:
        token = f"{token[:_TOLD_CHARACTERS]}…"
    before = text[:start]
    line = before.count("\n") + 1
    column = start - (before.rfind("\n") + 1) + 1
    unexpected = f"unexpected {token}" if token else "the query ends too early"
    return QuerySyntaxError(reason or unexpected, line, column, token)
