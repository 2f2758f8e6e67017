"""A small Wikidata on this machine: the action API from a table, its graph for a query service.

Of the ids, those of wikidata-evidence.tsv are real; every other is made up, as is what is said of
all of them. The shapes of answers and errors are those that the manuals of MediaWiki and Wikibase
document.
"""

from __future__ import annotations

import csv
import json
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from souverain import folding
from souverain.link.targets import WIKIDATA_PROPERTIES

ITEMS = Path(__file__).parent / "items.tsv"
ENTITY, DIRECT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# Which kinds stand above a kind; one without a row stands alone.
ABOVE = {
    "business": "organization",
    "telecommunications company": "business",
    "public institution": "institution",
    "institution": "organization",
    "nonprofit organization": "organization",
    "government": "institution",
    "state": "political territorial entity",
    "newspaper": "mass media",
    "news website": "website",
    "investment fund": "fund",
    "band": "group of humans",
    "continent": "geographic region",
    "country": "political territorial entity",
    "former country": "political territorial entity",
    "political union": "political territorial entity",
    "political territorial entity": "territorial entity",
    "region of France": "administrative territorial entity",
    "commune of France": "administrative territorial entity",
    "city": "human settlement",
    "river": "body of water",
    "web search engine": "website",
    "website": "online service",
    "online service": "service",
    "computing platform": "software",
    "film": "work",
    "album": "work",
    "fruit": "food",
}


@dataclass(frozen=True)
class Row:
    """An item as the table has it."""

    id: str
    right_for: str
    labels: dict[str, str]
    aliases: list[str]
    descriptions: dict[str, str]
    kind: str
    statements: dict[str, list[str]]
    revision: int = 1

    @property
    def names(self) -> list[str]:
        return [*self.labels.values(), *self.aliases]


def rows() -> list[Row]:
    """The items of the table, each with its id and those of the items that it names."""
    with ITEMS.open(encoding="utf-8", newline="") as stream:
        read = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    ids = [line["id"] or f"Q{900_000_000 + number}" for number, line in enumerate(read)]
    named = {line["right_for"].lstrip("@"): id for line, id in zip(read, ids, strict=True)}
    return [_row(line, id, named) for line, id in zip(read, ids, strict=True)]


def _row(line: dict[str, str], id: str, named: dict[str, str]) -> Row:
    statements: dict[str, list[str]] = {}
    for part in filter(None, line["statements"].split(";")):
        role, _, values = part.partition("=")
        wanted = [
            named[value[1:]] if value.startswith("@") else value for value in values.split(",")
        ]
        statements[role] = wanted
    texts = {
        what: {
            language: line[f"{what}_{language}"]
            for language in ("en", "fr")
            if line[f"{what}_{language}"]
        }
        for what in ("label", "description")
    }
    right_for = line["right_for"]
    return Row(
        id=id,
        right_for="" if right_for.startswith("@") else right_for,
        labels=texts["label"],
        aliases=[alias for alias in line["aliases"].split(";") if alias],
        descriptions=texts["description"],
        kind=line["kind"],
        statements=statements,
    )


def kind_id(kind: str) -> str:
    """The id of a kind, made up."""
    known = sorted({*ABOVE, *ABOVE.values(), *(row.kind for row in rows())})
    return f"Q{910_000_000 + known.index(kind)}"


def claim(role: str, value: str, rank: str = "normal") -> tuple[str, dict[str, Any]]:
    """A statement in the JSON of Wikibase, with its property."""
    name = WIKIDATA_PROPERTIES[role][0]
    if value.startswith("Q"):
        data: Any = {"value": {"entity-type": "item", "id": value}, "type": "wikibase-entityid"}
    elif value.startswith(("+", "-")):
        time = {"time": f"{value}T00:00:00Z", "precision": 11, "timezone": 0}
        data = {"value": time, "type": "time"}
    else:
        data = {"value": value, "type": "string"}
    snak = {"snaktype": "value", "property": name, "datavalue": data}
    return name, {"mainsnak": snak, "type": "statement", "rank": rank}


def entity(row: Row) -> dict[str, Any]:
    """An item as `wbgetentities` gives it."""
    claims: dict[str, list[Any]] = {}
    stated = [("kind", kind_id(row.kind))] if row.kind else []
    stated += [(role, value) for role, values in row.statements.items() for value in values]
    for role, value in stated:
        name, made = claim(role, value)
        claims.setdefault(name, []).append(made)
    term = lambda texts: {key: {"language": key, "value": text} for key, text in texts.items()}  # noqa: E731
    return {
        "pageid": 1,
        "ns": 0,
        "title": row.id,
        "lastrevid": row.revision,
        "modified": "2026-01-02T03:04:05Z",
        "type": "item",
        "id": row.id,
        "labels": term(row.labels),
        "descriptions": term(row.descriptions),
        "aliases": {"fr": [{"language": "fr", "value": alias} for alias in row.aliases]}
        if row.aliases
        else [],
        "claims": claims or [],
    }


def triples(items: list[Row]) -> str:
    """The items as Wikidata's query service has them, in N-Triples."""
    lines = []
    for row in items:
        stated = [("kind", kind_id(row.kind))] if row.kind else []
        stated += [(role, value) for role, values in row.statements.items() for value in values]
        for role, value in stated:
            if value.startswith("Q"):
                name = WIKIDATA_PROPERTIES[role][0]
                lines.append(f"<{ENTITY}{row.id}> <{DIRECT}{name}> <{ENTITY}{value}> .")
        for language, text in row.labels.items():
            lines.append(f"<{ENTITY}{row.id}> <{LABEL}> {json.dumps(text)}@{language} .")
    for kind in sorted({row.kind for row in items if row.kind} | {*ABOVE, *ABOVE.values()}):
        lines.append(f'<{ENTITY}{kind_id(kind)}> <{LABEL}> "{kind}"@en .')
        if kind in ABOVE:
            name = WIKIDATA_PROPERTIES["kind_above"][0]
            above = kind_id(ABOVE[kind])
            lines.append(f"<{ENTITY}{kind_id(kind)}> <{DIRECT}{name}> <{ENTITY}{above}> .")
    return "\n".join(lines) + "\n"


@dataclass
class Answer:
    """What a service that misbehaves answers."""

    status: int = 200
    body: str | bytes = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """The action API: what it has, what it was asked, and what it answers first, however wrong.

    `moved` has the ids that were merged into others; ids that are neither there nor moved are
    missing, and those of `never` were never any.
    """

    items: dict[str, Row]
    seed: int = 7
    moved: dict[str, str] = field(default_factory=dict)
    never: set[str] = field(default_factory=set)
    identifiers: dict[str, tuple[str, str]] = field(default_factory=dict)
    mischief: list[Answer] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    delay_seconds: float = 0.0
    gone: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def answer(self, asked: dict[str, str]) -> dict[str, Any]:
        return {"wbsearchentities": self._prefix, "query": self._words, "wbgetentities": self._get}[
            asked["action"]
        ](asked)

    def _sharing(self, words: str) -> list[Row]:
        """Every item with a name that shares a word, in an order that says nothing."""
        wanted = set(folding.words(words))
        found = [
            row
            for row in self.items.values()
            if any(wanted & set(folding.words(name)) for name in row.names)
        ]
        random.Random(f"{self.seed} {words}").shuffle(found)
        return found

    def _prefix(self, asked: dict[str, str]) -> dict[str, Any]:
        found = [
            {
                "id": row.id,
                "title": row.id,
                "concepturi": ENTITY + row.id,
                "label": next(iter(row.labels.values()), ""),
                "match": {"type": "label", "language": "en", "text": row.names[0]},
            }
            for row in self._sharing(asked["search"])
        ]
        return {"searchinfo": {"search": asked["search"]}, "search": found, "success": 1}

    def _words(self, asked: dict[str, str]) -> dict[str, Any]:
        found = [
            {"ns": 0, "title": row.id, "pageid": 1} for row in self._sharing(asked["srsearch"])
        ]
        return {"batchcomplete": True, "query": {"search": found}}

    def _get(self, asked: dict[str, str]) -> dict[str, Any]:
        ids = asked["ids"].split("|")
        assert len(ids) <= 50
        if never := self.never & set(ids):
            info = f'Could not find an entity with the ID "{min(never)}".'
            return {"error": {"code": "no-such-entity", "info": info, "id": min(never)}}
        return {"entities": {id: self._entity(id) for id in ids}, "success": 1}

    def _entity(self, id: str) -> dict[str, Any]:
        if id in self.moved:
            made = entity(self.items[self.moved[id]])
            return {**made, "redirects": {"from": id, "to": self.moved[id]}}
        if id not in self.items:
            return {"id": id, "missing": True}
        made = entity(self.items[id])
        if id in self.identifiers:
            name, text = self.identifiers[id]
            snak = {"snaktype": "value", "datavalue": {"value": text, "type": "string"}}
            made["claims"] = {**dict(made["claims"]), name: [{"mainsnak": snak, "rank": "normal"}]}
        return made


def _form(text: str) -> dict[str, str]:
    return {name: texts[0] for name, texts in parse_qs(text).items()}


@contextmanager
def served(world: World) -> Iterator[World]:
    """The world at an address of this machine."""

    class Handler(BaseHTTPRequestHandler):
        wbufsize = -1  # an answer leaves in one piece, and waits for no acknowledgement

        def do_GET(self) -> None:
            self._answer(
                {name: texts[0] for name, texts in parse_qs(urlsplit(self.path).query).items()}
            )

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(_form(body))

        def _answer(self, asked: dict[str, str]) -> None:
            world.asked.append(asked)
            world.agents.add(self.headers["User-Agent"])
            if world.gone.wait(world.delay_seconds):
                return
            answer = (
                world.mischief.pop(0)
                if world.mischief
                else Answer(body=json.dumps(world.answer(asked)))
            )
            body = answer.body if isinstance(answer.body, bytes) else answer.body.encode("utf-8")
            self.send_response(answer.status)
            for name, text in {"Content-Type": "application/json", **answer.headers}.items():
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    world.url = f"http://127.0.0.1:{server.server_port}/w/api.php"
    try:
        yield world
    finally:
        world.gone.set()
        server.shutdown()
        server.server_close()
        thread.join()


Make = Callable[..., World]
