"""SPARQL 1.1 Graph Store HTTP Protocol: the tests replayed as they stand, writes and all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from . import servers, updating
from .conversation import Conversation, conversations, replay
from .servers import Server
from .statements import ROOT
from .updates import State

TESTS = conversations(ROOT / "sparql11" / "graph-store-protocol" / "manifest.ttl")
PATHS = ("/gsp", "/store")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.empty(tmp_path_factory.mktemp("graphs") / "store") as server:
        yield server


@pytest.fixture
def server(started: Server) -> Server:
    """A server of a store in which there is nothing."""
    updating.hold(started, State())
    return started


def test_the_manifests_hold_as_many_tests_as_they_did():
    assert len(TESTS) == 13


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_a_graph_is_written_and_read(server: Server, test: Conversation):
    assert replay(server, test, PATHS, {}) == ""
