"""Data to attack: a ring of items, each with a number, a group and a name."""

from __future__ import annotations

from collections.abc import Iterator

ITEMS = 10_000
GROUPS = 100
SPACE = "urn:attack:"


def ntriples() -> Iterator[str]:
    """The lines of 40,000 triples."""
    for number in range(ITEMS):
        item = f"<{SPACE}item/{number}>"
        yield f"{item} <{SPACE}next> <{SPACE}item/{(number + 1) % ITEMS}> .\n"
        yield f"{item} <{SPACE}group> <{SPACE}group/{number % GROUPS}> .\n"
        yield f'{item} <{SPACE}name> "item {number}" .\n'
        yield f'{item} <{SPACE}number> "{number}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'


def lookup(number: int) -> str:
    """The query for the name of an item, which is `item` and its number."""
    return f"SELECT ?name {{ <{SPACE}item/{number}> <{SPACE}name> ?name }}"
