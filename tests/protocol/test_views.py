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
from souverain.web import openapi
from souverain.web.app import create_app
from souverain.web.metrics import COUNTERS, GAUGES, PREFIX, Metrics
from souverain.web.problems import PROBLEMS
from souverain.web.served import Served

# Files that pages load are below these; there is nothing at the address itself.
FOLDERS = {"/assets"}


def served(loaded, **settings):
    return Served(Settings(**settings), Summary(**loaded.summary()))


@pytest.mark.parametrize("settings", [{}, {"data": "people.ttl"}], ids=["project", "data"])
def test_every_route_is_described(loaded, settings):
    app = create_app(served(loaded, **settings), InProcess(loaded.dataset))
    routes = {rule.rule for rule in app.url_map.iter_rules()}
    assert {route for route in routes if "<" not in route} - FOLDERS == set(openapi.ROUTES)


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
    assert str(row.status) in openapi.REFUSALS


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
