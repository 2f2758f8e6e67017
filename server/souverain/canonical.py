"""Canonical N-Quads (RDFC-1.0, section 5), and the hash that is the version of a dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, Triple

from souverain.order import ordered


def lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The lines in order; only quads with blank nodes are kept, on which alone their names rest."""
    return ordered(_lines(quads))


def digest(quads: Iterable[Quad]) -> str:
    """The SHA-256 of the canonical N-Quads, in hexadecimal digits: the same on every machine."""
    found = hashlib.sha256()
    for line in lines(quads):
        found.update(line)
    return found.hexdigest()


def _lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    blank: list[Quad] = []
    for quad in quads:
        if _has_blank(quad):
            blank.append(quad)
        else:
            yield _line(quad)
    if blank:
        named = Dataset(blank)
        named.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        yield from map(_line, named)


def _has_blank(quad: Quad) -> bool:
    """Whether a blank node stands in a quad; a text may well have `_:` in it."""
    terms = (quad.subject, quad.object, quad.graph_name)
    return any(isinstance(term, BlankNode | Triple) for term in terms)


def _line(quad: Quad) -> bytes:
    return f"{quad} .\n".encode()
