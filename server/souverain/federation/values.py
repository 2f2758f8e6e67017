"""Solutions as rows of terms in SPARQL's own writing, and rows as VALUES.

Read from the SPARQL 1.1 Query Results JSON Format, section 3; written by the grammar of VALUES
(SPARQL 1.1 Query, rules 61 to 65), which has no way to write a blank node.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from souverain import syntax
from souverain.errors import QueryRefused
from souverain.iri import is_absolute
from souverain.vocab import PREFIXES

# A term for each column; an empty text where it is unbound.
Row = tuple[str, ...]
# What a blank node begins with; the rest is its name within one answer.
BLANK = "_:"
UNBOUND = "UNDEF"
STRING = f"{PREFIXES['xsd']}string"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_DIRECTIONS = frozenset({"ltr", "rtl"})
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


class Table(NamedTuple):
    """Rows under the names of their columns."""

    columns: tuple[str, ...]
    rows: Sequence[Row]


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


def block(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """The rows as a part of a group: VALUES, and where there are blank nodes a SELECT around it.

    They are made again by their names. The engine makes the same one of a name in every solution,
    where BNODE promises that within one alone (SPARQL 1.1 Query, section 17.4.2.9).
    """
    has_blank = [any(is_blank(row[place]) for row in rows) for place in range(len(columns))]
    if not any(has_blank):
        return _table([f"?{name}" for name in columns], rows)
    # Longer than the name of any column, so that it is none of them.
    mark = "_" * max(map(len, columns))
    heads, selected = list[str](), list[str]()
    for place, name in enumerate(columns):
        if has_blank[place]:
            parts = f"?{mark}{place}", f"?{mark}{place}_"
            heads += parts
            selected.append(f"(COALESCE({parts[0]}, BNODE({parts[1]})) AS ?{name})")
        else:
            heads.append(f"?{name}")
            selected.append(f"?{name}")
    split = [_split(row, has_blank) for row in rows]
    return f"{{ SELECT {' '.join(selected)} {{ {_table(heads, split)} }} }}"


def named_apart(rows: Iterable[Row], mark: str) -> list[Row]:
    """The rows of one answer with names of their own for its blank nodes."""
    names: dict[str, str] = {}
    return [
        tuple(
            names.setdefault(cell, f"{BLANK}{mark}{len(names)}") if is_blank(cell) else cell
            for cell in row
        )
        for row in rows
    ]


def refuse_blank_parts(columns: Sequence[str], rows: Iterable[Row], endpoint: str) -> None:
    """Raise `QueryRefused` where a triple term holds a blank node, which VALUES cannot write."""
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if has_blank_part(cell):
                raise QueryRefused(
                    f"<{endpoint}> gives a triple term with a blank node for ?{name}, "
                    "which cannot be brought here",
                    hint=f"name ?{name} nowhere outside of the SERVICE",
                )


def is_blank(cell: str) -> bool:
    """Whether a term is a blank node."""
    return cell.startswith(BLANK)


def is_of_one_answer(cell: str) -> bool:
    """Whether a term means something in the answer alone that it came with."""
    return is_blank(cell) or has_blank_part(cell)


def has_blank_part(cell: str) -> bool:
    """Whether a term is a triple term that holds a blank node."""
    return cell.startswith("<<(") and any(
        token.text.startswith(BLANK) for token in syntax.tokens(cell)
    )


def _table(heads: Sequence[str], rows: Iterable[Row]) -> str:
    cells = "\n".join(f"({' '.join(cell or UNBOUND for cell in row)})" for row in rows)
    return f"VALUES ({' '.join(heads)}) {{\n{cells}\n}}"


def _split(row: Row, has_blank: Sequence[bool]) -> Row:
    """The cells, and for a column of blank nodes two: a term, or the name of a blank node."""
    cells: list[str] = []
    for cell, is_double in zip(row, has_blank, strict=True):
        if is_blank(cell):
            cells += ("", f'"{cell.removeprefix(BLANK)}"')
        else:
            cells += (cell, "") if is_double else (cell,)
    return tuple(cells)


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
