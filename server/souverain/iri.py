"""Minting IRIs: one function for each kind of thing that has an address.

`base` is the setting of that name. Nothing here looks anything up: the same arguments give the
same IRI on every machine.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rdflib import URIRef

from souverain.vocab import BASE

_DIGEST_CHARACTERS = 10
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")


def is_absolute(text: str) -> bool:
    """Whether a text is an IRI with its scheme (RFC 3987), so far as its characters tell."""
    return _ABSOLUTE.fullmatch(text) is not None


def entity(slug: str, base: str = BASE) -> URIRef:
    """An entity, such as `id/caisse-des-depots`."""
    return URIRef(f"{base}id/{slug}")


def article(slug: str, base: str = BASE) -> URIRef:
    """An article, such as `articles/002`."""
    return URIRef(f"{base}articles/{slug}")


def graph(path: str, base: str = BASE) -> URIRef:
    """The named graph of a Turtle file, by its path under `graph/` without extension."""
    return URIRef(f"{base}graph/{path}")


def evidence(slug: str, start: int, end: int, base: str = BASE) -> URIRef:
    """The evidence for one span of an article, such as `id/evidence-002-0-12`."""
    return entity(f"evidence-{slug}-{start}-{end}", base)


def claim(kind: str, slug: str, content: Iterable[str], base: str = BASE) -> URIRef:
    """A claim, from its class, its article and its slots, such as `id/stake-002-1f0c9a77e2`.

    `content` is one text per slot value, in any order: the same claim gets the same IRI again.
    """
    text = "\n".join([kind, slug, *sorted(content)])
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGEST_CHARACTERS]
    return entity(f"{kind.lower()}-{slug}-{digest}", base)


def part(whole: URIRef, name: str) -> URIRef:
    """A part of a thing that has no life of its own, such as `…#quote`."""
    return URIRef(f"{whole}#{name}")
