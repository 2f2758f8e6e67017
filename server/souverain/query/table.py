"""An answer as a page for people: a table with links, written row by row.

What stands in the data is text and never markup; only addresses of the web become links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

from souverain.answer import Writable
from souverain.vocab import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple
HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Answer</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body>
<main>
<h1>Answer</h1>
"""
TAIL = """\
<p><a href="/sparql">Ask something else</a></p>
</main>
</body>
</html>
"""
STRING = f"{PREFIXES['xsd']}string"


def write(
    results: QuerySolutions | QueryBoolean, stream: Writable, prefixes: Mapping[str, str]
) -> None:
    """Write the page into the stream; IRIs are shortened by the prefixes."""
    stream.write(HEAD.encode("utf-8"))
    for part in _parts(results, prefixes):
        stream.write(part.encode("utf-8"))
    stream.write(TAIL.encode("utf-8"))


def _parts(results: QuerySolutions | QueryBoolean, prefixes: Mapping[str, str]) -> Iterator[str]:
    if isinstance(results, QueryBoolean):
        yield f"<p>{'true' if results else 'false'}</p>\n"
        return
    names = [variable.value for variable in results.variables]
    yield (
        "<table>\n<thead>\n"
        + _row("th", map(escape, names), ' scope="col"')
        + "</thead>\n<tbody>\n"
    )
    rows = 0
    for solution in results:
        yield _row("td", (_cell(term, prefixes) for term in solution))
        rows += 1
    yield f"</tbody>\n</table>\n<p>{rows} row{'' if rows == 1 else 's'}</p>\n"


def _row(tag: str, cells: Iterable[str], attributes: str = "") -> str:
    return "<tr>" + "".join(f"<{tag}{attributes}>{cell}</{tag}>" for cell in cells) + "</tr>\n"


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, NamedNode):
        return _iri(term.value, prefixes)
    if isinstance(term, Literal):
        return _literal(term, prefixes)
    return escape(str(term)) if term else ""


def _iri(iri: str, prefixes: Mapping[str, str]) -> str:
    words = escape(_short(iri, prefixes))
    if not iri.startswith(("http://", "https://")):
        return words
    return f'<a href="{escape(iri)}" rel="nofollow">{words}</a>'


def _literal(literal: Literal, prefixes: Mapping[str, str]) -> str:
    words = escape(literal.value)
    if literal.language:
        return f'<span lang="{escape(literal.language)}">{words}</span>'
    if literal.datatype.value == STRING:
        return words
    return f'<span title="{escape(_short(literal.datatype.value, prefixes))}">{words}</span>'


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, space in prefixes.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri
