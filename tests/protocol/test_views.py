"""The addresses beside the data: what can be asked, and how the server fares."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from souverain.query.engine import InProcess
from souverain.settings import Settings
from souverain.source import Summary
from souverain.tokens import Keyring
from souverain.web import description, openapi, schemas
from souverain.web.app import create_app
from souverain.web.metrics import COUNTERS, GAUGES, PREFIX, Metrics
from souverain.web.problems import PROBLEMS
from souverain.web.served import Served

# Files that pages load are below these; there is nothing at the address itself.
FOLDERS = {"/assets"}
# A server of files has no versions, and says so at these.
OF_STORES = {"/versions", "/diff"}
# These come with a project, and are described with its pages.
OF_SITES = {"/reconcile"}


def served(loaded, **settings):
    return Served(Settings(**settings), Summary(**loaded.summary()))


@pytest.mark.parametrize("settings", [{}, {"data": "people.ttl"}], ids=["project", "data"])
def test_every_route_is_described(loaded, settings):
    app = create_app(served(loaded, **settings), InProcess(loaded.dataset))
    routes = {rule.rule for rule in app.url_map.iter_rules()}
    assert {route for route in routes if "<" not in route} - FOLDERS - OF_STORES - OF_SITES == set(
        openapi.ROUTES
    )


def test_the_description_is_openapi(client, loaded):
    told = client.get("/openapi.json").get_json()
    OPENAPI_31_VALIDATOR.validate(told)
    assert set(told["paths"]) == set(openapi.paths(served(loaded)))


def test_only_what_is_served_is_described(loaded):
    told = json.loads(openapi.document(served(loaded, data="people.ttl")))
    OPENAPI_31_VALIDATOR.validate(told)
    assert set(told["paths"]) == set(openapi.ROUTES)
    assert "/questions/held" in openapi.paths(served(loaded))


def test_another_project_has_other_questions_in_the_description(loaded):
    served_data = served(loaded)
    first = json.loads(openapi.document(served_data))
    served_data.replace(replace(served_data.summary, questions={}))
    second = json.loads(openapi.document(served_data))
    assert set(first["paths"]) - set(second["paths"]) == {"/questions/held"}


@pytest.mark.parametrize("path", list(openapi.ROUTES))
def test_a_described_address_answers(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.mimetype in openapi.ROUTES[path]["get"]["responses"]["200"]["content"]


@pytest.mark.parametrize("row", PROBLEMS.values(), ids=lambda row: row.slug)
def test_every_problem_has_a_status_that_is_described(row):
    assert str(row.status) in schemas.REFUSALS


def test_the_counters_are_read_by_prometheus(client):
    response = client.get("/metrics")
    list(text_string_to_metric_families(response.text))
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.headers["Cache-Control"] == "no-store"


def test_every_figure_is_told():
    told = Metrics(lambda: {"triples": 5, "requests": {"200": 3}})()[1].decode()
    families = {family.name: family for family in text_string_to_metric_families(told)}
    assert set(families) == {PREFIX + name for name in (*GAUGES, *COUNTERS)}
    assert families[f"{PREFIX}triples"].samples[0].value == 5
    (sample,) = families[f"{PREFIX}requests"].samples
    assert (sample.labels, sample.value) == ({"status": "200"}, 3)


@pytest.mark.parametrize(("workers", "status"), [(8, 200), (0, 503)])
def test_health_says_whether_anyone_can_answer(loaded, workers, status):
    served = Served(Settings(), Summary(**loaded.summary()))
    metrics = Metrics(lambda: {"workers": workers})
    client = create_app(served, InProcess(loaded.dataset), metrics).test_client()
    response = client.get("/health")
    assert response.status_code == status
    assert (response.get_json()["status"] == "ok") is (status == 200)


WRITABLE = {"store": "shop.store", "writable": "yes"}
OF_WRITING = {("/store", name) for name in ("put", "post", "delete", "patch")}
OF_HISTORY = {("/versions", "get"), ("/diff/{old}..{new}", "get")}


@pytest.mark.parametrize(
    ("settings", "more"),
    [({"store": "shop.store"}, OF_HISTORY), (WRITABLE, OF_HISTORY | OF_WRITING)],
    ids=["read-only", "writable"],
)
def test_what_comes_with_a_store_is_described(loaded, settings, more, tmp_path):
    keyring = Keyring(tmp_path) if settings.get("writable") else None
    of_store = Served(Settings(**settings), Summary(**loaded.summary()), keyring)
    told = json.loads(openapi.document(of_store))
    OPENAPI_31_VALIDATOR.validate(told)
    plain = openapi.paths(served(loaded))
    rows = {(path, method) for path, methods in told["paths"].items() for method in methods}
    assert rows - {(path, method) for path, methods in plain.items() for method in methods} == more
    names = [row["name"] for row in told["paths"]["/sparql"]["get"]["parameters"]]
    assert "version" in names
    taken = told["paths"]["/sparql"]["post"]["requestBody"]["content"]
    assert ("application/sparql-update" in taken) == ("writable" in settings)


@pytest.mark.parametrize("settings", [{}, WRITABLE], ids=["files", "store"])
def test_updates_are_a_language_of_what_can_be_written_to(loaded, settings):
    told = description.turtle(
        "http://a.test/sparql", Summary(**loaded.summary()), Settings(**settings)
    )
    assert ("sd:SPARQL11Update" in told) == bool(settings)
