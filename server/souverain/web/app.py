"""The Flask application: routes, and the way from Flask's requests to ours and back."""

from __future__ import annotations

from collections.abc import Callable

import flask
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from souverain.http.message import SECURITY, Request, Response
from souverain.query.job import Engine
from souverain.web import answers, problems
from souverain.web.metrics import Metrics
from souverain.web.served import Served
from souverain.web.views import ROUTES, Views


def create_app(served: Served, engine: Engine, metrics: Metrics | None = None) -> Flask:
    """The application that serves some data, whose queries the engine answers.

    `metrics` gives the media type and the text of the counters, where there are any.
    """
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False  # else werkzeug redirects, by a page of its own
    max_body_bytes = served.settings.max_body_bytes
    views = Views(served, engine, metrics)
    for path, view in ROUTES.items():
        if path == "/" and served.has_pages:
            continue
        app.add_url_rule(path, path, _page(view, views), methods=["GET"])
    # A rule without methods takes them all: which of them fit is decided in `answers`.
    rules = [
        rule
        for path, (_, _, below) in answers.ROUTES.items()
        for rule in (path, f"{path}/<path:_>")[: 1 + below]
    ]
    for rule in (*rules, *(("/", "/<path:_>") if served.has_pages else ())):
        app.url_map.add(Rule(rule, endpoint="answers"))

    def answer(_: str = "") -> flask.Response:
        request = _received(max_body_bytes)
        return _sent(answers.respond(request, flask.request.path, served, engine))

    def fail(fault: Exception) -> flask.Response:
        if isinstance(fault, HTTPException):
            told = problems.plain(fault.code or 500, _received(0), served.settings)
            allowed = {name: value for name, value in fault.get_headers() if name == "Allow"}
            return _sent(told.adding(allowed))
        return _sent(problems.response(fault, _received(0), served.settings))

    app.view_functions["answers"] = answer
    app.register_error_handler(Exception, fail)
    app.after_request(_secured)
    return app


def _page(view: Callable[[Views, str], Response], views: Views) -> Callable[[], flask.Response]:
    return lambda: _sent(view(views, flask.request.url_root))


def _secured(response: flask.Response) -> flask.Response:
    response.headers.update(SECURITY)
    return response


def _received(max_body_bytes: int) -> Request:
    """The request that Flask handles; of its body, one byte more than the limit is enough."""
    asked = flask.request
    return Request(
        method=asked.method,
        url=asked.base_url,
        query=asked.query_string,
        headers={name.lower(): value for name, value in asked.headers.items()},
        body=asked.stream.read(max_body_bytes + 1) if max_body_bytes else b"",
        client=asked.remote_addr or "",
    )


def _sent(response: Response) -> flask.Response:
    sent = flask.Response(response.body, response.status, dict(response.headers))  # type: ignore[arg-type]
    if "Content-Type" not in response.headers:
        del sent.headers["Content-Type"]
    return sent
