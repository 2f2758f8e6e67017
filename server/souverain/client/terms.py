"""RDF terms as Python values, and the other way round (SPARQL 1.1 Query Results JSON Format)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

XSD = "http://www.w3.org/2001/XMLSchema#"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


class Iri(str):
    """An IRI, in full."""

    __slots__ = ()


class BlankNode(str):
    """A node without a name, by the label that it has in this answer."""

    __slots__ = ()


class Text(str):
    """A text in a language."""

    language: str

    def __new__(cls, text: str, language: str) -> Text:  # noqa: D102
        made = super().__new__(cls, text)
        made.language = language
        return made


class Literal(str):
    """A value of a datatype that has no type in Python, or not in this form."""

    datatype: str

    def __new__(cls, text: str, datatype: str) -> Literal:  # noqa: D102
        made = super().__new__(cls, text)
        made.datatype = datatype
        return made


Value = (
    str
    | Iri
    | BlankNode
    | Text
    | Literal
    | bool
    | int
    | float
    | Decimal
    | datetime.date
    | datetime.datetime
    | datetime.time
    | tuple["Value", "Value", "Value"]
)
# A solution: the value of each variable, `None` where it is not bound.
Row = dict[str, Value | None]


def _boolean(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", text, re.ASCII):
        raise ValueError(text)
    return Decimal(text)


READERS: Mapping[str, Callable[[str], Value]] = {
    XSD + "string": str,
    XSD + "boolean": _boolean,
    XSD + "decimal": _decimal,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "date": datetime.date.fromisoformat,
    XSD + "dateTime": datetime.datetime.fromisoformat,
    XSD + "time": datetime.time.fromisoformat,
    **dict.fromkeys(
        (
            XSD + name
            for name in (
                "integer", "int", "long", "short", "byte", "nonNegativeInteger",
                "positiveInteger", "nonPositiveInteger", "negativeInteger",
                "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
            )
        ),
        int,
    ),
}  # fmt: skip


def read(term: Mapping[str, Any]) -> Value:
    """A term of an answer as a value; raises `ValueError` or `KeyError` for what is none."""
    kind, value = term["type"], term["value"]
    if kind == "triple":
        return read(value["subject"]), read(value["predicate"]), read(value["object"])
    if kind == "uri":
        return Iri(value)
    if kind == "bnode":
        return BlankNode(value)
    if kind not in ("literal", "typed-literal"):
        raise ValueError(kind)
    if language := term.get("xml:lang"):
        return Text(value, language)
    datatype = term.get("datatype", XSD + "string")
    try:
        return READERS[datatype](value)
    except (KeyError, ValueError):
        return Literal(value, datatype)


def written(value: object) -> str:
    """A value as a term of SPARQL; raises `TypeError` for what has none."""
    for kind, write in WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    raise TypeError(f"{type(value).__name__} is no RDF term: {value!r}")


def iri(text: str, prefixes: Mapping[str, str]) -> Iri | None:
    """The IRI that a text is, in full or with a prefix; nothing where it is a plain text."""
    prefix, colon, rest = text.partition(":")
    if colon and rest and prefix in prefixes:
        return Iri(prefixes[prefix] + rest)
    is_one = _ABSOLUTE.fullmatch(text) and ("://" in text or prefix.lower() == "urn")
    return Iri(text) if is_one else None


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _typed(text: str, name: str) -> str:
    return f'"{text}"^^<{XSD}{name}>'


def _iri(value: Any) -> str:
    if not _ABSOLUTE.fullmatch(value):
        raise TypeError(f"{value!r} is no IRI in full")
    return f"<{value}>"


def _no_term(value: Any) -> str:
    raise TypeError(f"a blank node has no name in a query: {value!r}")


# The first that fits: what is a special case of another stands before it.
WRITERS: Mapping[type, Callable[[Any], str]] = {
    Iri: _iri,
    BlankNode: _no_term,
    Text: lambda value: f"{_quoted(value)}@{value.language}",
    Literal: lambda value: f"{_quoted(value)}^^{_iri(value.datatype)}",
    str: _quoted,
    bool: lambda value: _typed(str(value).lower(), "boolean"),
    int: lambda value: _typed(str(value), "integer"),
    float: lambda value: _typed(repr(value).replace("inf", "INF").replace("nan", "NaN"), "double"),
    Decimal: lambda value: _typed(format(value, "f"), "decimal"),
    datetime.datetime: lambda value: _typed(value.isoformat(), "dateTime"),
    datetime.date: lambda value: _typed(value.isoformat(), "date"),
    datetime.time: lambda value: _typed(value.isoformat(), "time"),
}
