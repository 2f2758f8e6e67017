"""A table of a thousand misspelt names, linked as OpenRefine does it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from .spelling import SPOILS, misspelt

ROWS = 1000
SEED = 20231129
LEAST_RIGHT = 0.95
# What OpenRefine sends for a cell of a column that is linked.
FEW = 3


@pytest.fixture(scope="module")
def names(site):
    """What each entity is called, with its identifier; a name that two have is left out."""
    rows = site.solutions(
        "SELECT ?thing ?name { ?thing a/rdfs:subClassOf* sov:Entity ; skos:prefLabel ?name "
        "FILTER (LANG(?name) = 'fr') FILTER NOT EXISTS { ?thing dcterms:isReplacedBy ?other } } "
        "ORDER BY ?thing"
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["name"].value, set()).add(row["thing"].value.rpartition("/")[2])
    return [(next(iter(ids)), name) for name, ids in found.items() if len(ids) == 1]


def batches(rows: list[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))


def linked(post, size: int, rows: list[tuple[str, str]]) -> list[tuple[str, str, list[dict]]]:
    """Each name with the identifier that it stands for and the candidates that came back."""
    found = []
    for batch in batches(rows, size):
        queries = {
            f"q{place}": {"query": name, "limit": FEW, "type_strict": "should"}
            for place, (_, name) in enumerate(batch)
        }
        answer = post(queries=queries).json
        assert answer.keys() == queries.keys()
        found += [
            (identifier, name, answer[f"q{place}"]["result"])
            for place, (identifier, name) in enumerate(batch)
        ]
    return found


@pytest.fixture(scope="module")
def table(post, send, names):
    """The table, linked in batches of the size that the manifest names."""
    size = send("/reconcile").json["batchSize"]
    rows = linked(post, size, list(misspelt(names, ROWS, SEED)))
    assert len(rows) == ROWS
    return rows


def test_the_first_candidate_is_the_right_one(table):
    wrong = [(name, identifier) for identifier, name, hits in table if _first(hits) != identifier]
    assert 1 - len(wrong) / ROWS >= LEAST_RIGHT, wrong


def test_what_is_called_sure_is_right(table):
    sure = [(identifier, hits[0]) for identifier, _, hits in table if hits and hits[0]["match"]]
    assert len(sure) > ROWS / 2
    assert [hit["id"] for identifier, hit in sure if hit["id"] != identifier] == []


def test_only_the_first_can_be_sure_and_scores_fall(table):
    for _, _, hits in table:
        scores = [hit["score"] for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 100 for score in scores)
        assert not any(hit["match"] for hit in hits[1:])
        assert len(hits) <= FEW


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_every_name_is_found_spoilt_in_one_way(ask, names, spoil):
    chance = random.Random(SEED)
    rows = [(identifier, spoil(name, chance)) for identifier, name in names]
    right = sum(_first(ask(name)) == identifier for identifier, name in rows)
    assert right / len(rows) >= LEAST_RIGHT


def _first(hits: list[dict]) -> str:
    return hits[0]["id"] if hits else ""
