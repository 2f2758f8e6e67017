"""The history of a store on the web: its versions at `/versions`, what changed at `/diff/A..B`."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from souverain import patch
from souverain.errors import NoSuchPage, TooManyChanges
from souverain.http.message import HTML, Request, Response
from souverain.pages import rendering
from souverain.pages.frame import Frame
from souverain.versions import folder
from souverain.versions.folder import Folder
from souverain.web import protocol
from souverain.web.language import language
from souverain.web.plan import chosen
from souverain.web.refusals import MethodNotAllowed
from souverain.web.served import Served

METHODS = ("GET", "HEAD", "OPTIONS")
VERSIONS, DIFF = "/versions", "/diff"
JSON = "application/json"
# So many are listed at once; so many lines of a change stand on its page, and may be told at all.
MOST = 100
SHOWN_LINES = 500
MOST_LINES = 100_000
_SPAN = re.compile(r"/diff/(\d{1,9})\.\.(\d{1,9})")
_VERSION = re.compile(r"/versions/(\d{1,9})")


def plan(request: Request, served: Served) -> Response:
    """The answer; raises `NoSuchPage` where no store is served, `NoSuchVersion`, `RequestError`.

    `/versions` lists the newest first, `?before=N` goes on below that one; `/versions/N` leads to
    what that version changed.
    """
    if request.method not in METHODS:
        raise MethodNotAllowed(request.method, METHODS)
    if request.method == "OPTIONS":
        return Response(204, {})
    path = urlsplit(request.url).path
    if not served.settings.store:
        raise NoSuchPage(path)
    opened = folder.open(Path(served.settings.store))
    if path == VERSIONS:
        return _listed(request, opened, served)
    if found := _VERSION.fullmatch(path):
        number = opened.commit(int(found[1])).number
        return Response(303, {"Location": f"{DIFF}/{number - 1}..{number}", "Content-Length": "0"})
    if found := _SPAN.fullmatch(path):
        return _changed(request, opened, int(found[1]), int(found[2]))
    raise NoSuchPage(path, hint="ask for /versions, or for /diff/1..2")


def _listed(request: Request, opened: Folder, served: Served) -> Response:
    before = protocol.version(protocol.parameters(request.query, "query string"), "before")
    newest = served.summary.number if before is None else min(served.summary.number, before - 1)
    commits = list(islice(opened.commits(newest), MOST))
    further = commits[-1].number if commits and commits[-1].number > 1 else 0
    if chosen(request, [HTML, JSON]) == HTML:
        return _page(request, "versions.html", commits=commits, further=further)
    rows = [asdict(commit) for commit in commits]
    return _sent(JSON, json.dumps({"versions": rows, "before": further or None}))


def _changed(request: Request, opened: Folder, old: int, new: int) -> Response:
    _bound(opened, min(old, new), min(max(old, new), opened.current))
    change = opened.difference(old, new)
    media_type = chosen(request, [HTML, patch.MEDIA_TYPE, JSON, "text/plain"])
    if media_type in (patch.MEDIA_TYPE, "text/plain"):
        return _sent(media_type, change.text())
    if media_type == JSON:
        return _sent(JSON, json.dumps({"from": old, "to": new, **asdict(change)}))
    commits = [opened.commit(number) for number in range(max(new, old), min(new, old), -1)[:MOST]]
    return _page(
        request,
        "diff.html",
        old=old,
        new=new,
        change=change,
        shown=SHOWN_LINES,
        commits=commits,
    )


def _bound(opened: Folder, old: int, new: int) -> None:
    """Raise `TooManyChanges` before more is read than may be told: each record says how much."""
    lines = 0
    for commit in islice(opened.commits(new), max(new - old, 0)):
        lines += commit.removed + commit.added
        if lines > MOST_LINES:
            raise TooManyChanges(MOST_LINES)


def _page(request: Request, template: str, **values: Any) -> Response:
    path = urlsplit(request.url).path
    frame = Frame(path, request.query.decode("latin-1"), language(request))
    content = rendering.render(template, frame, **values)
    return Response.of(200, HTML, content, cache_control="no-cache")


def _sent(media_type: str, text: str) -> Response:
    return Response.of(200, media_type, text.encode("utf-8"), cache_control="no-cache")
