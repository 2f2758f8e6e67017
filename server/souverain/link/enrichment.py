"""What another dataset says of the items that entities are linked to, retrieved and told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import SKOS

from souverain import ttl
from souverain.errors import DataError, UsageError
from souverain.files import Project
from souverain.link import outside, wikibase
from souverain.link.service import Service
from souverain.link.targets import Target
from souverain.vocab import BASE

LINKS = "links"
RELATIONS = (SKOS.exactMatch, SKOS.closeMatch)
Progress = Callable[[Sequence[Any], str], Iterator[Any]]


@dataclass(frozen=True)
class Retrieved:
    """The text of the graph, of how many items, and a note for each item that is no more."""

    text: str
    items: int
    notes: Sequence[str]


def linked(project: Project, target: Target) -> list[str]:
    """The ids of the items of a dataset that entities are linked to, in the order of numbers."""
    found = set()
    for path in project.graph_files():
        if path.is_relative_to(project.graph / LINKS):
            graph = ttl.read(path, project.name(path))
            links = (node for relation in RELATIONS for node in graph.objects(None, relation))
            found |= {id for node in links if (id := target.id(str(node)))}
    return sorted(found, key=lambda id: (len(id), id))


def retrieve(
    project: Project, service: Service, target: Target, progress: Progress, base: str = BASE
) -> Retrieved:
    """What the dataset says of every linked item, as the text of its named graph.

    Raises what `Service.action` raises, `DataError` where no entity is linked, and `UsageError` for
    a dataset that has no graph here; what was answered until then is kept by the service.
    """
    if target.name != outside.NAME:
        raise UsageError(
            f"what {target.title} says has no graph of its own here",
            hint=f"retrieve what is said by {outside.NAME}, which is the default",
        )
    ids = linked(project, target)
    if not ids:
        raise DataError(
            f"no entity is linked to {target.title}",
            hint="link some first: souverain link find, then souverain link review",
        )
    answers = wikibase.items(service, target.api, ids)
    items = [next(answers) for _ in progress(ids, "retrieving")]
    notes = [note for item in items for note in _notes(item)]
    seen = {item.id: item for item in items}
    return Retrieved(
        outside.turtle(seen.values(), base), sum(not row.is_missing for row in seen.values()), notes
    )


def _notes(item: wikibase.Item) -> Iterator[str]:
    if item.is_missing:
        yield f"{item.asked} is not there: it was deleted, or never was; run: souverain link check"
    elif item.asked != item.id:
        yield f"{item.asked} was merged into {item.id}; run: souverain link check"
