"""What the server says of itself in `/openapi.json`, held against requests made of that."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.openapi import from_url
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from souverain.web.openapi import ROUTES

from .conftest import Attacked

EXAMPLES = 60
# Of the site those that take more than a language; of the questions, one of each sort.
OF_THE_SITE = (
    "/search",
    "/suggest",
    "/questions/cap-table-at",
    "/questions/time-line",
    "/reconcile",
)
OPERATIONS = [
    *((path, method) for path, methods in ROUTES.items() for method in methods),
    *((path, "get") for path in OF_THE_SITE),
    ("/reconcile", "post"),
]
CHECKS = [
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
# Of the others nothing can be asked that the document does not allow.
TAKING = [
    row
    for row in OPERATIONS
    if row[0] in OF_THE_SITE or {"parameters", "requestBody"} & ROUTES[row[0]][row[1]].keys()
]
# A limit that a query is over is told by 503, which is the only one that may be sent.
UNAVAILABLE = 503
tried = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def api(over_the_project: Attacked) -> BaseSchema:
    """The document of the live server."""
    return from_url(f"{over_the_project.url}/openapi.json")


def test_every_operation_that_is_tried_is_in_the_live_document(api):
    paths = api.raw_schema["paths"]
    assert set(OPERATIONS) <= {(path, method) for path in paths for method in paths[path]}


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@tried
@given(data=st.data())
def test_an_operation_does_what_the_document_says(api, path, method, data):
    case = data.draw(api[path][method].as_strategy())
    response = case.call()
    checks = [] if response.status_code == UNAVAILABLE else [not_a_server_error]
    case.validate_response(response, checks=[*CHECKS, *checks])


@pytest.mark.parametrize(("path", "method"), TAKING)
@tried
@given(data=st.data())
def test_an_operation_refuses_what_the_document_does_not_allow(api, path, method, data):
    """What does not fit the document may be refused or passed over, and breaks nothing."""
    operation = api[path][method]
    mode = schemathesis.GenerationMode.NEGATIVE
    case = data.draw(operation.as_strategy(generation_mode=mode))
    response = case.call()
    checks = [] if response.status_code == UNAVAILABLE else [not_a_server_error]
    case.validate_response(response, checks=[*CHECKS, *checks])
