"""The action API of a Wikibase such as Wikidata: items found by words, and items by their ids.

See https://www.wikidata.org/w/api.php?action=help for `wbsearchentities`, `query` with
`list=search`, and `wbgetentities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from souverain.clock import stamp
from souverain.errors import ServiceFailed, ServiceRefused
from souverain.link.exchange import AGAIN
from souverain.link.service import Service

# `mul` has the names that are the same in most languages.
LANGUAGES = ("en", "fr", "mul")
MOST_IDS = 50
GET = {
    "action": "wbgetentities",
    "props": "info|labels|aliases|descriptions|claims",
    "languages": "|".join(LANGUAGES),
}
NEVER_THERE = "no-such-entity"
ITEMS = "0"
PREFERRED, DEPRECATED = "preferred", "deprecated"


@dataclass(frozen=True)
class Item:
    """An item as it was at `at`, in its revision `revision`.

    `asked` is the id that was asked for, and `id` that of the item: another one where the two were
    merged. Of an item that `is_missing`, deleted or never there, nothing else is known. Its
    `statements` are those of the JSON of Wikibase, by property, with qualifiers, references and
    rank.
    """

    asked: str
    id: str
    at: str
    is_missing: bool = False
    revision: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    statements: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What to call it: its name in the first language that has one, else its id."""
        return next((self.labels[name] for name in LANGUAGES if name in self.labels), self.id)

    @property
    def description(self) -> str:
        """What it is, in the first language that says so; empty where none does."""
        found = (self.descriptions[name] for name in LANGUAGES if name in self.descriptions)
        return next(found, "")

    @property
    def names(self) -> list[str]:
        """Its labels and aliases, each once."""
        aliases = (alias for row in self.aliases.values() for alias in row)
        return list(dict.fromkeys([*self.labels.values(), *aliases]))

    def values(self, *properties: str) -> list[str]:
        """The values of some properties: ids, times as Wikibase writes them, or texts.

        Of each property those of the best rank, as `wdt:` has them; no unknown and no absent value.
        """
        return [
            text
            for name in properties
            for statement in best(self.statements.get(name, ()))
            if (text := value(statement.get("mainsnak", {})))
        ]


def best(statements: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The preferred statements where there are any, else those that are not deprecated."""
    preferred = [row for row in statements if row.get("rank") == PREFERRED]
    return preferred or [row for row in statements if row.get("rank") != DEPRECATED]


def value(snak: Mapping[str, Any]) -> str:
    """The value of a snak as a text; empty where it is unknown or absent."""
    if snak.get("snaktype") != "value":
        return ""
    found = snak.get("datavalue", {}).get("value", "")
    if isinstance(found, dict):
        names = ("id", "time", "text", "amount")
        return str(next((found[name] for name in names if name in found), ""))
    return str(found)


def by_prefix(service: Service, api: str, words: str, language: str, limit: int = 10) -> list[str]:
    """The ids of items one of whose names begins with these words, the likeliest first."""
    asked = {"action": "wbsearchentities", "type": "item", "search": words, "limit": str(limit)}
    found = service.action(api, {**asked, "language": language, "uselang": language})
    return _ids(api, found.value.get("search"), "id")


def by_words(service: Service, api: str, words: str, limit: int = 20) -> list[str]:
    """The ids of items that have all these words anywhere, the likeliest first."""
    asked = {"action": "query", "list": "search", "srsearch": words, "srnamespace": ITEMS}
    found = service.action(api, {**asked, "srlimit": str(limit)})
    query = found.value.get("query")
    return _ids(api, query.get("search") if isinstance(query, dict) else None, "title")


def items(service: Service, api: str, ids: Sequence[str]) -> Iterator[Item]:
    """The items of these ids, in their order; raises as `Service.action` does."""
    for start in range(0, len(ids), MOST_IDS):
        yield from _batch(service, api, ids[start : start + MOST_IDS])


def _batch(service: Service, api: str, ids: Sequence[str]) -> Iterator[Item]:
    try:
        found = service.action(api, {**GET, "ids": "|".join(ids)})
    except ServiceRefused as fault:
        # One id that never was anything makes the service refuse all that are asked for with it.
        if fault.code != NEVER_THERE:
            raise
        if len(ids) == 1:
            yield Item(ids[0], ids[0], stamp(), is_missing=True)
            return
        for id in ids:
            yield from _batch(service, api, [id])
        return
    entities = found.value.get("entities")
    if not isinstance(entities, dict):
        raise ServiceFailed(api, "answers with JSON that holds no items", hint=AGAIN)
    held = _by_asked(entities)
    yield from (_item(id, held.get(id, {"missing": True}), found.at) for id in ids)


def _by_asked(entities: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Each item by the id that was asked for: a merged one may stand under either of the two."""
    held: dict[str, Mapping[str, Any]] = {}
    for id, entity in entities.items():
        if isinstance(entity, dict):
            held[id] = entity
            if isinstance(moved := entity.get("redirects"), dict):
                held[str(moved.get("from", id))] = entity
    return held


def _item(asked: str, entity: Mapping[str, Any], at: str) -> Item:
    if "missing" in entity:
        return Item(asked, asked, at, is_missing=True)
    aliases = _object(entity.get("aliases"))
    return Item(
        asked=asked,
        id=str(entity.get("id", asked)),
        at=at,
        revision=int(entity.get("lastrevid", 0)),
        labels=_texts(entity.get("labels")),
        descriptions=_texts(entity.get("descriptions")),
        aliases={name: [str(row["value"]) for row in rows] for name, rows in aliases.items()},
        statements=_object(entity.get("claims")),
    )


def _texts(terms: Any) -> dict[str, str]:
    return {name: str(term["value"]) for name, term in _object(terms).items()}


def _object(found: Any) -> dict[str, Any]:
    """An object; PHP writes an empty one as an empty list."""
    return found if isinstance(found, dict) else {}


def _ids(api: str, rows: Any, name: str) -> list[str]:
    if not isinstance(rows, list):
        raise ServiceFailed(api, "answers with JSON that holds no results", hint=AGAIN)
    return [str(row[name]) for row in rows if isinstance(row, dict) and name in row]
