"""The bindings that stand before a clause, of this data alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from souverain.federation import scope, splitting, values
from souverain.federation.clauses import Clause
from souverain.federation.draft import Draft
from souverain.federation.elements import SELECT, UNION, Element
from souverain.federation.local import Local
from souverain.federation.structure import Structure
from souverain.federation.values import Malformed, Row, Table


class Binding:
    """Asks this data what may be bound where another endpoint is asked."""

    def __init__(self, structure: Structure, draft: Draft, local: Local, most_rows: int) -> None:
        self._structure = structure
        self._draft = draft
        self._local = local
        self._most_rows = most_rows
        self._settled: set[Element] = set()

    async def of(self, clause: Clause, columns: tuple[str, ...]) -> Table | None:
        """The bindings of variables, as far as all solutions before a clause bind them.

        Nothing where the clause is to be asked for all: where there are too many, or others each
        time. A blank node of this data is none of another endpoint's: its row joins with nothing.
        """
        if not columns or not clause.before:
            return None
        for element in splitting.unstable(self._structure, clause):
            if not await self._is_settled(element):
                return None
        query = await asyncio.to_thread(
            splitting.bindings, self._structure, self._draft, clause, columns, self._most_rows
        )
        found = await self._here(query, columns)
        if found is None:
            return None
        bound = [place for place in range(len(columns)) if all(row[place] for row in found)]
        if not bound:
            return None
        rows = {tuple(row[place] for place in bound) for row in found}
        fit = sorted(row for row in rows if not any(map(values.is_of_one_answer, row)))
        return Table(tuple(columns[place] for place in bound), fit)

    async def _is_settled(self, element: Element) -> bool:
        """Whether a sub-select, as one with LIMIT, is replaced by the rows that it gives now.

        A blank node of this data cannot be written into a query.
        """
        if element in self._settled:
            return True
        if element.kind != UNION or self._structure.word(element.first + 1) != SELECT:
            return False
        columns = tuple(scope.visible(self._structure, [element]))
        rows = await self._here(
            splitting.solutions(self._structure, self._draft, element, columns, self._most_rows),
            columns,
        )
        if rows is None or any(values.is_of_one_answer(cell) for row in rows for cell in row):
            return False
        self._draft.replace(element, values.block(columns, rows))
        self._settled.add(element)
        return True

    async def _here(self, query: str, columns: Sequence[str]) -> list[Row] | None:
        """What this data gives; nothing where it is too much, or SPARQL cannot write it."""
        try:
            rows = await self._local.rows(query, columns)
        except Malformed:
            return None
        return rows if len(rows) <= self._most_rows else None
