"""Documents that were sent or fetched, read in a worker: RDF that may be anything."""

from __future__ import annotations

import re
from collections import Counter

from pyoxigraph import Quad, RdfFormat, Store, parse

from souverain.errors import QueryError, QueryRefused
from souverain.formats import BY_NAME
from souverain.query.job import Job
from souverain.query.states import moved, place

_ENTITY = re.compile(rb"<!ENTITY\s+(?:%\s*)?\S+\s+(?:SYSTEM|PUBLIC|[\"'][^\"']*[&%])")
_DECLARED = re.compile(rb"<!ENTITY\s+(\S+)\s+[\"']([^\"']*)")
_REFERENCE = re.compile(rb"&([^\s;&]+);")
_MOST_GROWTH_BYTES = 1_048_576


def sent(job: Job) -> list[Quad]:
    """The quads of all that was sent, in the graph that they are sent to, as a store has them."""
    own = Store()
    for name, content in job.payloads:
        own.extend(read(job, name, content))
    return list(own)


def read(job: Job, name: str, content: bytes, base: str = "") -> list[Quad]:
    """The quads of a document in the format of that name; `base` is its address, where it has one.

    Raises `QueryError`, which names the line.
    """
    format = RdfFormat.from_media_type(BY_NAME[name].media_type)
    assert format
    if format == RdfFormat.RDF_XML:
        _refuse_entities(content)
    target, is_apart = place(job.graph or ""), job.graph is not None
    try:
        found = parse(
            content,
            format=format,
            base_iri=base or job.graph or job.base or None,
            without_named_graphs=is_apart and format.supports_datasets,
            rename_blank_nodes=True,
        )
        if not is_apart:
            return list(found)
        return [moved(quad, target) for quad in found]
    except SyntaxError as fault:
        where = f"line {fault.lineno}: " if fault.lineno else ""
        reason = fault.msg.partition(": ")[2] or fault.msg
        raise QueryError(
            f"the document is no {format.name}: {where}{reason[:500]}",
            hint=f"mend it, or send another format than {format.media_type}",
        ) from None
    except ValueError as fault:
        raise QueryError(f"the document is no {format.name}: {fault}") from None


def _refuse_entities(content: bytes) -> None:
    """Raise the error of an XML document that is elsewhere, or is much larger than it looks."""
    used = Counter(_REFERENCE.findall(content))
    grown_bytes = sum(len(value) * used[name] for name, value in _DECLARED.findall(content))
    if _ENTITY.search(content) or grown_bytes > _MOST_GROWTH_BYTES:
        raise QueryRefused(
            "the document declares entities that stand on others, or elsewhere, or for very much",
            hint="write them out, and send it again",
        )
