"""The right answers, from the same engine in this process, where nothing is cut or killed."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from pyoxigraph import QueryResultsFormat, RdfFormat, Store

from bench import data

Pair = tuple[str, str]


class Answers:
    """What is known of the data before anything is asked."""

    def __init__(self, ntriples: str) -> None:
        self._store = Store()
        self._store.bulk_load(ntriples.encode("utf-8"), RdfFormat.N_TRIPLES)

    @cached_property
    def holders(self) -> dict[int, list[Pair]]:
        """For each organization by its number, the pairs of holder and percentage, in order."""
        query = data.PREFIX_LINES + (
            "SELECT ?target ?holder ?percentage { ?stake sov:target ?target ; "
            "sov:holder ?holder ; sov:percentage ?percentage }"
        )
        found: dict[int, list[Pair]] = defaultdict(list)
        for target, holder, percentage in self._store.query(query):
            number = int(target.value.rpartition("-")[2])
            found[number].append((holder.value, percentage.value))
        return {number: sorted(found[number]) for number in range(data.ORGANIZATIONS)}

    @cached_property
    def stake_rows(self) -> list[bytes]:
        """The lines of TSV, in order, that tell all of every stake."""
        query = data.filled(data.STAKE_ROWS, 2**31)
        content = self._store.query(query).serialize(format=QueryResultsFormat.TSV)
        assert content
        return sorted(content.splitlines())
