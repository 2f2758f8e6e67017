"""Values for the variables of a query, written into its text, so that any endpoint can be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Strings, IRIs and comments, in which nothing is a variable; variables; brackets.
_TOKEN = re.compile(
    r"""(?P<apart>\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'
        |<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*)
    |(?P<variable>[?$]\w+)
    |(?P<bracket>[{}()])""",
    re.VERBOSE | re.DOTALL,
)


def bound(query: str, terms: Mapping[str, str]) -> str:
    """The query with terms of SPARQL in place of variables.

    Where SELECT names one, the term gets its name, so that the answer has the same columns. One
    that the query itself assigns, with AS or VALUES, cannot be given. Raises `LookupError` that
    names a variable which the query does not have.
    """
    found = list(_TOKEN.finditer(query))
    names = {token["variable"][1:] for token in found if token["variable"]}
    for name in terms:
        if name not in names:
            raise LookupError(name)
    braces = [token.start() for token in found if token["bracket"] in ("{", "}")]
    opening, end = (braces[0], braces[-1]) if braces else (len(query), len(query))
    parts, place, depth = [], 0, 0
    for token in found:
        if token["bracket"] in ("(", ")"):
            depth += 1 if token["bracket"] == "(" else -1
        if not token["variable"] or token["variable"][1:] not in terms:
            continue
        term = terms[token["variable"][1:]]
        if token.start() < opening and not depth:
            term = f"({term} AS {token['variable']})"
        elif token.start() > end and not depth:
            term = f"({term})"
        parts += [query[place : token.start()], term]
        place = token.end()
    return "".join((*parts, query[place:]))
