from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from souverain.files import Project
from souverain.settings import Settings
from souverain.store import Dataset
from souverain.web.app import create_app

MAX_BODY_BYTES = 2000


@pytest.fixture(scope="session")
def dataset(tiny: Project) -> Dataset:
    return Dataset.load(tiny)


@pytest.fixture
def client(dataset: Dataset) -> FlaskClient:
    """A client of the application over the tiny project."""
    return create_app(Settings(max_body_bytes=MAX_BODY_BYTES), dataset).test_client()


@pytest.fixture
def serve(tiny: Project, launch: type[Any]) -> Iterator[Callable[..., Any]]:
    """Starts servers of the tiny project on free ports."""
    started = []

    def start(*arguments: object) -> Any:
        started.append(launch("--project", tiny.root, "serve", "--port", 0, *arguments))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="module")
def live(tiny: Project, launch: type[Any]) -> Iterator[str]:
    """The address of a server over the tiny project."""
    server = launch("--project", tiny.root, "serve", "--port", 0)
    yield server.url
    assert server.stop() == (0, "")
