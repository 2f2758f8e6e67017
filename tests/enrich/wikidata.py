"""Items as the action API of Wikidata tells them, made up, and a server that plays it.

The ids Q9000000xx and the statements are made up. Those of entities that the graph links
(`ITEMS`) are from the graph's own links; what is said of them here is made up as well.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
JULIAN = "http://www.wikidata.org/entity/Q1985786"
PERCENT = "http://www.wikidata.org/entity/Q11229"
SNAK_TYPES = {"somevalue", "novalue"}


def time(text: str, precision: int, calendar: str = GREGORIAN) -> dict[str, Any]:
    """A time, such as `time("+2012-10-00T00:00:00Z", 10)`."""
    parts = {"timezone": 0, "before": 0, "after": 0}
    return {"time": text, "precision": precision, "calendarmodel": calendar, **parts}


def item(id: str) -> dict[str, Any]:
    """An item as a value."""
    return {"entity-type": "item", "numeric-id": int(id[1:]), "id": id}


def amount(text: str, unit: str = "1", **bounds: str) -> dict[str, Any]:
    """A quantity as a value."""
    return {"amount": text, "unit": unit, **bounds}


def snak(property: str, value: Any) -> dict[str, Any]:
    """A snak: with a value, or `somevalue`, or `novalue`."""
    if value in ("somevalue", "novalue"):
        return {"snaktype": value, "property": property, "datatype": "wikibase-item"}
    return {"snaktype": "value", "property": property, "datavalue": {"value": value}}


def snaks(rows: Iterable[tuple[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for property, value in rows:
        found.setdefault(property, []).append(snak(property, value))
    return found


def statement(
    id: str,
    property: str,
    value: Any,
    *qualifiers: tuple[str, Any],
    rank: str = "normal",
    references: Iterable[Iterable[tuple[str, Any]]] = (),
) -> dict[str, Any]:
    """A statement, as `wbgetentities` tells it."""
    return {
        "mainsnak": snak(property, value),
        "type": "statement",
        "id": id,
        "rank": rank,
        "qualifiers": snaks(qualifiers),
        "references": [{"hash": "0", "snaks": snaks(rows)} for rows in references],
    }


def entity(id: str, *statements: Mapping[str, Any], revision: int = 7, **labels: str) -> Any:
    """An item, as `wbgetentities` with `formatversion=2` tells it."""
    claims: dict[str, list[Mapping[str, Any]]] = {}
    for row in statements:
        claims.setdefault(row["mainsnak"]["property"], []).append(row)
    names = {code: {"language": code, "value": text} for code, text in labels.items()}
    return {
        "type": "item",
        "id": id,
        "lastrevid": revision,
        "labels": names,
        "descriptions": {},
        "aliases": {},
        "claims": claims or [],
    }


class Wikidata:
    """Plays `wbgetentities` on loopback; `faults` are sent first, a status and a body each."""

    def __init__(self, entities: Mapping[str, Any]) -> None:
        self.entities = dict(entities)
        self.faults: list[tuple[int, bytes]] = []
        self.asked: list[str] = []
        played = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, body = played.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing is logged."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.api = f"http://127.0.0.1:{self._server.server_port}/w/api.php"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def answer(self, target: str) -> tuple[int, bytes]:
        asked = parse_qs(urlsplit(target).query)
        self.asked.append(target)
        if self.faults:
            return self.faults.pop(0)
        ids = asked["ids"][0].split("|")
        found = {id: self.entities.get(id, {"id": id, "missing": True}) for id in ids}
        return 200, json.dumps({"entities": found, "success": 1}).encode("utf-8")

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
