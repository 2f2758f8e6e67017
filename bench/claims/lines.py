"""N-Quads, a line at a time: much faster than by a library, which would build each term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from souverain.vocab import PREFIXES

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
A = "rdf:type"


@cache
def term(name: str) -> str:
    """A term of some vocabulary by its short name, such as `sov:Stake`."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def concept(name: str) -> str:
    """A concept or class of the project's ontology, such as `Planned`."""
    return term(f"sov:{name}")


def thing(slug: str) -> str:
    """An entity or a claim."""
    return f"<{PREFIXES['id']}{slug}>"


def article(slug: str) -> str:
    """An article."""
    return f"<{PREFIXES['article']}{slug}>"


def part(whole: str, name: str) -> str:
    """What belongs to a thing, such as `…#quote`."""
    return f"{whole[:-1]}#{name}>"


def text(words: str, language: str = "") -> str:
    """A literal, with its language if it has one."""
    return f'"{words.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


def typed(value: object, datatype: str) -> str:
    """A literal of a datatype, such as `xsd:date`; a decimal as the store would write it."""
    if datatype == "xsd:decimal":
        value = str(value).rstrip("0").rstrip(".") if "." in str(value) else value
    return f'"{value}"^^{term(datatype)}'


def quads(graph: str, subject: str, *pairs: tuple[str, str]) -> Iterator[str]:
    """A line for each pair of a property's short name and a value."""
    name = f"<{PREFIXES['graph']}{graph}>"
    for predicate, value in pairs:
        yield f"{subject} {term(predicate)} {value} {name} .\n"
