"""The Flask application: routes, and the way from Flask's requests to ours and back."""

from __future__ import annotations

import json

import flask
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from souverain.settings import Settings
from souverain.store import Dataset
from souverain.web import home, problems, sparql
from souverain.web.message import SECURITY, Request, Response


def create_app(settings: Settings, dataset: Dataset) -> Flask:
    """The application that serves a dataset."""
    app = Flask(__name__)
    version = dataset.version  # worked out here, so that no request waits for it
    # A rule without methods takes them all: which of them fit is decided in `sparql`.
    app.url_map.add(Rule("/sparql", endpoint="sparql"))
    app.add_url_rule("/", "home", methods=["GET"])
    app.add_url_rule("/health", "health", methods=["GET"])

    @app.endpoint("sparql")
    def answer() -> flask.Response:
        return _sent(sparql.respond(_received(settings.max_body_bytes), dataset, settings))

    @app.endpoint("home")
    def welcome() -> flask.Response:
        return _sent(home.response(flask.request.url_root, dataset, settings))

    @app.endpoint("health")
    def health() -> flask.Response:
        told = {"status": "ok", "version": version, "triples": dataset.triples}
        content = json.dumps(told).encode("utf-8")
        return _sent(Response.of(200, "application/json", content, cache_control="no-store"))

    @app.errorhandler(HTTPException)
    def refuse(fault: HTTPException) -> flask.Response:
        told = problems.plain(fault.code or 500, _received(0))
        allowed = {name: value for name, value in fault.get_headers() if name == "Allow"}
        return _sent(told.adding(allowed))

    @app.errorhandler(Exception)
    def fail(fault: Exception) -> flask.Response:
        return _sent(problems.response(fault, _received(0), settings))

    @app.after_request
    def secure(response: flask.Response) -> flask.Response:
        response.headers.update(SECURITY)
        return response

    return app


def _received(max_body_bytes: int) -> Request:
    """The request that Flask handles; of its body, one byte more than the limit is enough."""
    asked = flask.request
    return Request(
        method=asked.method,
        url=asked.base_url,
        query=asked.query_string,
        headers={name.lower(): value for name, value in asked.headers.items()},
        body=asked.stream.read(max_body_bytes + 1) if max_body_bytes else b"",
    )


def _sent(response: Response) -> flask.Response:
    sent = flask.Response(response.body, response.status, dict(response.headers))
    if "Content-Type" not in response.headers:
        del sent.headers["Content-Type"]
    return sent
