"""Solutions as rows of terms in SPARQL's own writing, and rows as VALUES.

Read from the SPARQL 1.1 Query Results JSON Format, section 3; written by the grammar of VALUES
(SPARQL 1.1 Query, rules 61 to 65), which has no way to write a blank node.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from souverain import syntax
from souverain.errors import QueryRefused
from souverain.iri import is_absolute
from souverain.vocab import PREFIXES

# A term for each column; an empty text where it is unbound.
Row = tuple[str, ...]
BLANK = "_:"
UNBOUND = "UNDEF"
STRING = f"{PREFIXES['xsd']}string"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_DIRECTIONS = frozenset({"ltr", "rtl"})
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


class Malformed(Exception):
    """An answer that is not what the format says; the text says what is wrong with it."""


def read(content: bytes, columns: Sequence[str]) -> list[Row]:
    """The solutions of an answer, as far as they are in some columns; raises `Malformed`."""
    try:
        told = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Malformed("it is no JSON, or was cut") from None
    try:
        found = told["results"]["bindings"]
        told["head"]["vars"]  # an answer without a head is none
    except (TypeError, LookupError):
        raise Malformed("it holds no solutions") from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Malformed("its solutions are no list of objects")
    return [tuple(written(row[name]) if name in row else "" for name in columns) for row in found]


def written(term: Any) -> str:
    """A term of the JSON format as SPARQL writes it; raises `Malformed`."""
    try:
        text = WRITERS[term["type"]](term)
        text.encode("utf-8")
    except (TypeError, LookupError, AttributeError, UnicodeEncodeError, RecursionError):
        raise Malformed("a term in it is none") from None
    return text


def block(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows as VALUES; raises `QueryRefused` for a blank node."""
    cells = "\n".join(f"({' '.join(cell or UNBOUND for cell in row)})" for row in rows)
    named = " ".join(f"?{name}" for name in columns)
    return f"VALUES ({named}) {{\n{cells}\n}}"


def refuse_blanks(columns: Sequence[str], rows: Iterable[Row], endpoint: str) -> None:
    """Raise `QueryRefused` where a row holds a blank node, which is a thing of its answer alone."""
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if BLANK in cell and is_blank(cell):
                raise QueryRefused(
                    f"<{endpoint}> gives a blank node for ?{name}, which cannot be brought here",
                    hint=f"put FILTER(!isBlank(?{name})) into the SERVICE, "
                    f"or name ?{name} nowhere else in the query",
                )


def is_blank(cell: str) -> bool:
    """Whether a term is a blank node, or a triple term that holds one."""
    if cell.startswith("<<("):
        return any(token.text.startswith(BLANK) for token in syntax.tokens(cell))
    return cell.startswith(BLANK)


def _iri(term: dict[str, Any]) -> str:
    if not is_absolute(term["value"]):
        raise Malformed("an IRI in it is none")
    return f"<{term['value']}>"


def _literal(term: dict[str, Any]) -> str:
    text = f'"{term["value"].translate(_ESCAPES)}"'
    language, datatype = term.get("xml:lang"), term.get("datatype")
    if language:
        direction = term.get("its:dir", "")
        if not _TAG.fullmatch(language) or (direction and direction not in _DIRECTIONS):
            raise Malformed("a tag of a language in it is none")
        return f"{text}@{language}--{direction}" if direction else f"{text}@{language}"
    if datatype is None or datatype == STRING:
        return text
    return f"{text}^^{_iri({'value': datatype})}"


def _triple(term: dict[str, Any]) -> str:
    parts = (written(term["value"][part]) for part in ("subject", "predicate", "object"))
    return f"<<( {' '.join(parts)} )>>"


WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {
    "uri": _iri,
    "literal": _literal,
    "typed-literal": _literal,
    "bnode": lambda term: BLANK + str(term["value"]),
    "triple": _triple,
}
