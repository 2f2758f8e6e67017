"""Canonical N-Quads (RDFC-1.0, section 5), and the hash that is the version of a dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, Triple

from souverain.export.shelf import Shelf


def lines(quads: Iterable[Quad]) -> Iterable[str]:
    """The lines in order; only those with blank nodes are kept, on which alone their names rest."""
    blank: list[Quad] = []
    shelf = Shelf(_plain(quads, blank))
    if blank:
        named = Dataset(blank)
        named.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        shelf.update(map(_line, named))
    return shelf


def version(quads: Iterable[Quad]) -> str:
    """The SHA-256 of the canonical N-Quads, in hexadecimal digits."""
    digest = hashlib.sha256()
    for line in lines(quads):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _plain(quads: Iterable[Quad], blank: list[Quad]) -> Iterator[str]:
    """The lines of the quads without blank nodes; the others are put aside."""
    for quad in quads:
        if _has_blank(quad):
            blank.append(quad)
        else:
            yield _line(quad)


def _has_blank(quad: Quad) -> bool:
    """Whether a blank node stands in a quad; a text may well have `_:` in it."""
    terms = (quad.subject, quad.object, quad.graph_name)
    return any(isinstance(term, BlankNode | Triple) for term in terms)


def _line(quad: Quad) -> str:
    return f"{quad} ."
