"""What a write would change: worked out in a worker, on a copy that is thrown away afterwards.

The worker is a fork, so that what it does to the data nobody else sees; it can open neither file
nor socket, and has the limits of a query. What leaves it is a patch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from souverain.errors import TooManyRows
from souverain.patch import Patch
from souverain.query import storing
from souverain.query.job import Change, Job, Limits
from souverain.query.updating import update
from souverain.store import Dataset

CHANGES: Mapping[Change, Callable[[Dataset, Job], Patch]] = {
    Change.UPDATE: update,
    Change.REPLACE: storing.replace,
    Change.MERGE: storing.merge,
    Change.REMOVE: storing.remove,
    Change.AMEND: storing.amend,
    Change.APPLY: storing.apply,
}


def changed(dataset: Dataset, job: Job, limits: Limits) -> Patch:
    """The patch; the store of the dataset may be any other afterwards.

    Raises `QueryError` for what is no update, or no RDF, or may not be done.
    """
    patch = CHANGES[Change(job.change)](dataset, job)
    if len(patch.added) + len(patch.removed) > limits.rows:
        raise TooManyRows(limits.rows)
    return patch
