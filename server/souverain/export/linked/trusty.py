"""Trusty URIs: an IRI that ends in the hash of the RDF that it names (module RA).

trustyuri.net, specification of 2014: the quads are sorted and written with a blank in place of the
hash, and the IRI ends in `RA` and their SHA-256 in base 64 for URLs.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from souverain.errors import Unwritable

MODULE = "RA"
# What stands for the hash until it is known: no hash of anything that one will meet.
PLACE = f"{MODULE}{'0' * 43}"
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
Term = NamedNode | BlankNode | Literal | Triple | DefaultGraph
# Literals after IRIs, then by text, datatype and language; a text of a language has no datatype.
Key = tuple[bool, str, str, str]
Terms = tuple[Term, Term, Term, Term]


def named(quads: Iterable[Quad], place: str) -> tuple[str, list[Quad]]:
    """The hash of quads, and they themselves with it wherever an IRI begins with `place`.

    `place` ends in `PLACE`. Raises `Unwritable` for blank nodes, which have no name to be hashed
    by, and for triples as values, of which the specification knows nothing.
    """
    rows = [_terms(quad) for quad in quads]
    terms = {term for row in rows for term in row}
    digest = hashlib.sha256(_text(rows, terms, place).encode("utf-8")).digest()
    code = MODULE + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")
    names = {term: _named(term, place, place.removesuffix(PLACE) + code) for term in terms}
    return code, [_quad(*map(names.__getitem__, row)) for row in rows]


def _text(rows: Iterable[Terms], terms: Iterable[Term], place: str) -> str:
    blank = f"{place.removesuffix(PLACE)} "
    keys = {term: _key(term, place, blank) for term in terms}
    lines = {key: _line(key) for key in keys.values()}
    found = {tuple(map(keys.__getitem__, row)) for row in rows}
    return "".join(f"{lines[key]}\n" for row in sorted(found) for key in row)


def _terms(quad: Quad) -> Terms:
    return quad.graph_name, quad.subject, quad.predicate, quad.object


def _key(term: Term, place: str, blank: str) -> Key:
    if isinstance(term, NamedNode):
        return False, _replaced(term.value, place, blank), "", ""
    if isinstance(term, Literal):
        language = term.language or ""
        return True, term.value, "" if language else term.datatype.value, language
    raise Unwritable(
        f"{term} has no name of its own, and a trusty URI cannot stand for it",
        hint="choose trig or nquads",
    )


def _line(key: Key) -> str:
    is_literal, value, datatype, language = key
    if not is_literal:
        return value
    kind = f"@{language.lower()}" if language else f"^{datatype}"
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{kind} {escaped}"


def _named(term: Term, place: str, name: str) -> Term:
    if isinstance(term, NamedNode) and term.value.startswith(place):
        return NamedNode(_replaced(term.value, place, name))
    return term


def _quad(graph: Term, subject: Term, predicate: Term, value: Term) -> Quad:
    return Quad(subject, predicate, value, graph)  # type: ignore[arg-type]


def _replaced(iri: str, place: str, name: str) -> str:
    return name + iri.removeprefix(place) if iri.startswith(place) else iri
