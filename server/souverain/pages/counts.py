"""How much there is in a graph, as its first page says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from souverain import iri
from souverain.service import NAME as SERVICE

if TYPE_CHECKING:
    from souverain.pages.site import Site

COUNTS = """
SELECT (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?article) AS ?articles)
  (COUNT(DISTINCT ?evidence) AS ?quotes) (COUNT(DISTINCT ?entity) AS ?entities) {
  { ?claim a/rdfs:subClassOf* sov:Claim } UNION { ?article a sov:Article }
  UNION { ?evidence a sov:Evidence } UNION { ?entity a/rdfs:subClassOf* sov:Entity }
}
"""
NAMES = ("entities", "claims", "quotes", "articles")


def counts(site: Site) -> Mapping[str, int]:
    """How many entities, claims, quotes and articles there are, and triples that say so.

    What the graph says of its own service is not counted.
    """
    return site.once("counts", lambda: _counted(site))


def _counted(site: Site) -> dict[str, int]:
    (row,) = site.solutions(COUNTS)
    found = {name: int(row[name].value) for name in NAMES}
    described = site.dataset.named.get(str(iri.graph(SERVICE, site.base)), 0)
    return found | {"triples": site.dataset.triples - described}
