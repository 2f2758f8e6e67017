from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator

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


class Server:
    """`souverain serve` in a process of its own."""

    def __init__(self, *arguments: object) -> None:
        clean = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from souverain.cli import main; main()", *map(str, arguments)],
            env=clean,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        assert ready
        self.greeting = self.process.stdout.readline()
        self.url = self.greeting.partition(" on ")[2].partition(" ")[0]

    def stop(self) -> tuple[int, str]:
        """Its exit code and what it wrote on standard error."""
        self.process.terminate()
        _, err = self.process.communicate(timeout=30)
        return self.process.returncode, err


@pytest.fixture
def serve(tiny: Project) -> Iterator[Callable[..., Server]]:
    """Starts servers of the tiny project on free ports."""
    started: list[Server] = []

    def start(*arguments: object) -> Server:
        started.append(Server("--project", tiny.root, "serve", "--port", 0, *arguments))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="module")
def live(tiny: Project) -> Iterator[str]:
    """The address of a server over the tiny project."""
    server = Server("--project", tiny.root, "serve", "--port", 0)
    yield server.url
    assert server.stop() == (0, "")
