"""The course of one query with SERVICE: what has been asked, and what stands in its place."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from souverain.errors import QueryRefused, ServiceError, ServicePaused, ServiceTooLarge
from souverain.federation import clauses, splitting, values
from souverain.federation.allowed import Endpoint, Endpoints, refusal
from souverain.federation.asking import Asker, Fetched
from souverain.federation.binding import Binding
from souverain.federation.clauses import Clause
from souverain.federation.draft import Draft
from souverain.federation.local import Local
from souverain.federation.splitting import Remote
from souverain.federation.structure import Structure
from souverain.federation.values import Row, Table


class Bounds(NamedTuple):
    """The rows of one clause, the bytes of all, and how many bindings go into one request."""

    rows: int
    bytes: int
    batch: int


# The one solution that binds nothing: what a failed SERVICE SILENT is (section 2.2).
ONE_EMPTY = Table((), ((),))


class Course:
    """One query on its way; `fetched` says of each endpoint when its oldest rows were fetched.

    Of an endpoint that failed, silently, it says 0.
    """

    def __init__(
        self, structure: Structure, allowed: Endpoints, asker: Asker, bounds: Bounds, local: Local
    ) -> None:
        self.fetched: dict[str, float] = {}
        self._structure = structure
        self._allowed = allowed
        self._asker = asker
        self._bounds = bounds
        self._local = local
        self._draft = Draft(structure)
        self._binding = Binding(structure, self._draft, local, bounds.rows)
        self._brought_rows = self._brought_bytes = 0
        self._answers = 0
        # No blank node of this data has such a name.
        self._mark = f"r{secrets.token_hex(8)}"

    async def text(self) -> str:
        """The query without SERVICE; raises `QueryRefused`, `ServiceError` and `Unanswered`."""
        structure = self._structure
        found = clauses.clauses(structure)
        # All are looked at before the first endpoint is asked.
        asked = await asyncio.to_thread(self._remotes, found)
        for clause, remote in zip(found, asked, strict=True):
            self._brought_rows = 0
            if structure.variable(clause.endpoint):
                table = await self._of_variable(clause, remote)
            else:
                table = await self._of_named(clause, remote)
            self._draft.replace(clause, values.block(*table))
        return self._draft.text()

    def _remotes(self, found: Sequence[Clause]) -> list[Remote]:
        return [
            splitting.remote(self._structure, clause, self._allowed, self._bounds.rows)
            for clause in found
        ]

    async def _of_named(self, clause: Clause, remote: Remote) -> Table:
        """The solutions of a clause that names its endpoint."""
        iri = self._structure.iri(clause.endpoint)
        if iri not in self._allowed and not clause.is_silent:
            raise refusal(iri, self._allowed)
        bindings = await self._binding.of(clause, remote.shared)
        return await self._asked(iri, clause, remote, bindings)

    async def _of_variable(self, clause: Clause, remote: Remote) -> Table:
        """The solutions of a clause that asks each endpoint to which a variable is bound."""
        name = self._structure.variable(clause.endpoint)
        others = tuple(column for column in remote.shared if column != name)
        bindings = await self._binding.of(clause, (name, *others))
        if bindings is None or name not in bindings.columns:
            raise QueryRefused(
                f"whom SERVICE ?{name} asks is not bound by what stands before it",
                hint=f"bind ?{name} in the same group, in every solution, without LIMIT or RAND",
            )
        place = bindings.columns.index(name)
        by_endpoint: dict[str, list[Row]] = defaultdict(list)
        for row in bindings.rows:
            by_endpoint[row[place]].append(row[:place] + row[place + 1 :])
        for term in by_endpoint:
            if _iri(term) not in self._allowed and not clause.is_silent:
                raise refusal(_iri(term), self._allowed)
        columns = tuple(dict.fromkeys((name, *remote.columns)))
        rows: list[Row] = []
        shared = bindings.columns[:place] + bindings.columns[place + 1 :]
        for term, part in by_endpoint.items():
            given = Table(shared, part) if shared else None
            found = await self._asked(_iri(term), clause, remote, given)
            rows += _joined(found, name, term, columns)
        return Table(columns, rows)

    async def _asked(
        self, iri: str, clause: Clause, remote: Remote, bindings: Table | None
    ) -> Table:
        """What an endpoint gives; one empty solution where it fails and that is to be silent."""
        endpoint = self._allowed.get(iri)
        if endpoint is None:
            return ONE_EMPTY
        try:
            rows = await self._in_batches(endpoint, remote, bindings)
        except (ServiceError, ServicePaused):
            if not clause.is_silent:
                raise
            self.fetched[iri] = 0.0
            return ONE_EMPTY
        values.refuse_blank_parts(remote.columns, rows, iri)
        return Table(remote.columns, rows)

    async def _in_batches(
        self, endpoint: Endpoint, remote: Remote, bindings: Table | None
    ) -> list[Row]:
        if bindings is None:
            queries = [remote.query()]
        else:
            parts = _batches(bindings.rows, self._bounds.batch)
            queries = [remote.query(bindings.columns, part) for part in parts]
        tasks = [asyncio.create_task(self._once(endpoint, query, remote)) for query in queries]
        try:
            found = await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if len(found) > 1 and any(map(_has_blank, found)):
            # A blank node is the same within one answer alone.
            self._brought_rows = 0
            found = [await self._once(endpoint, remote.query(), remote)]
        rows: list[Row] = []
        for fetched in found:
            self._answers += 1
            rows += values.named_apart(fetched.rows, f"{self._mark}x{self._answers}x")
        return rows

    async def _once(self, endpoint: Endpoint, query: str, remote: Remote) -> Fetched:
        local = self._local
        fetched = await self._asker.rows(
            endpoint, query, remote.columns, local.client, local.deadline
        )
        oldest = self.fetched.get(endpoint.iri, time.time())
        self.fetched[endpoint.iri] = min(oldest, fetched.at)
        self._brought_rows += len(fetched.rows)
        self._brought_bytes += fetched.size_bytes
        for brought, most, unit in (
            (self._brought_rows, self._bounds.rows, "rows"),
            (self._brought_bytes, self._bounds.bytes, "bytes"),
        ):
            if brought > most:
                raise ServiceTooLarge(endpoint.iri, f"gives more than {most} {unit}")
        return fetched


def _batches(rows: Sequence[Row], size: int) -> Iterable[Sequence[Row]]:
    rest = iter(rows)
    while part := tuple(islice(rest, size)):
        yield part


def _has_blank(fetched: Fetched) -> bool:
    return any(map(values.is_blank, chain.from_iterable(fetched.rows)))


def _iri(term: str) -> str:
    """The IRI that a term is; empty for any other."""
    return term[1:-1] if term.startswith("<") and not term.startswith("<<") else ""


def _joined(found: Table, name: str, term: str, columns: tuple[str, ...]) -> Iterable[Row]:
    """The rows under more columns, one of which is the endpoint itself."""
    for row in found.rows:
        known = dict(zip(found.columns, row, strict=True))
        if known.get(name) in (None, "", term):
            yield tuple({**known, name: term}.get(column, "") for column in columns)
