"""Each question that asks Wikidata as well, over this graph and a server that stands for it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from souverain import files, question, service
from souverain.federation import questions
from souverain.files import Project
from souverain.settings import Settings

WIKIDATA = "https://query.wikidata.org/sparql"
EXCERPT = Path(__file__).parent / "excerpt.ttl"
NAMES = ("official-sites", "owners-of-holders", "who-heads-them")
START_SECONDS = 30


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The `oxigraph` server over the excerpt."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = shutil.which("oxigraph", path=places)
    assert program, "the oxigraph server is not installed: pip install oxigraph"
    location = str(tmp_path_factory.mktemp("excerpt") / "store")
    load = [program, "load", "--location", location, "--file", str(EXCERPT)]
    subprocess.run(load, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve = [program, "serve-read-only", "--location", location, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/query"
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def copy(project: Project, endpoint: str, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project whose questions name that server in place of Wikidata."""
    made = files.init(tmp_path_factory.mktemp("federated") / "project", project)
    for path in made.federated_files():
        path.write_text(made.read(path).replace(WIKIDATA, endpoint), "utf-8")
    return made


@pytest.fixture(scope="module")
def url(copy: Project, endpoint: str, launch: Callable[..., Any]) -> Iterator[str]:
    """A server over the copy, which may ask that other one."""
    options = ("--port", 0, "--workers", 3, "--service-allow", endpoint)
    server = launch("--project", copy.root, "serve", *options)
    assert server.url, server.stop()
    yield server.url
    server.stop()


def got(url: str, accept: str) -> bytes:
    with urlopen(Request(url, headers={"Accept": accept}), timeout=60) as response:
        content: bytes = response.read()
    return content


@pytest.fixture(scope="module")
def ask(url: str, copy: Project) -> Callable[[str], list[dict[str, str]]]:
    """The rows of a question, by its name."""
    known = question.of_files(copy, copy.federated_files())

    def rows(name: str) -> list[dict[str, str]]:
        query = urlencode({"query": service.example(known[name])})
        told = json.loads(got(f"{url}/sparql?{query}", "application/sparql-results+json"))
        return [
            {key: cell["value"].rpartition("/")[2] or cell["value"] for key, cell in row.items()}
            for row in told["results"]["bindings"]
        ]

    return rows


def test_official_sites_are_those_of_linked_items(ask):
    rows = ask("official-sites")
    assert {row["organization"] for row in rows} == {"orange", "ovhcloud"}
    assert {row["site"] for row in rows} == {"https://orange.example/", "https://ovh.example/"}


def test_owners_of_holders_come_with_their_share_and_date(ask):
    rows = ask("owners-of-holders")
    assert {row["holder"] for row in rows} == {"orange"}
    assert {row["owner"] for row in rows} == {"Q900000001"}
    assert {(row["proportion"], row["ownerName"]) for row in rows} == {("0.5", "An owner")}
    assert {row["since"] for row in rows} == {"2001-01-01T00:00:00Z"}
    assert {"cloudwatt"} <= {row["target"] for row in rows}


def test_who_heads_them_names_nobody_without_a_link(ask):
    (row,) = ask("who-heads-them")
    assert (row["organization"], row["headName"]) == ("orange", "Une dirigeante")
    assert "named" not in row


@pytest.mark.parametrize("name", NAMES)
def test_the_query_page_offers_what_the_server_may_ask(url, name):
    assert f'data-example="{name}"' in got(f"{url}/query", "text/html").decode("utf-8")
    completions = json.loads(got(f"{url}/completions", "application/json"))
    assert name in completions["examples"]


def test_a_question_of_an_endpoint_that_is_not_allowed_is_refused_and_not_offered(address, project):
    assert 'data-example="official-sites"' not in got(f"{address}/query", "text/html").decode()
    known = question.of_files(project, project.federated_files())
    query = urlencode({"query": service.example(known["official-sites"])})
    with pytest.raises(HTTPError) as fault:
        got(f"{address}/sparql?{query}", "application/json")
    with fault.value:
        assert fault.value.code == 400


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        ("", set()),
        (WIKIDATA, set(NAMES)),
        ("https://example.org/sparql", set()),
        (f"https://example.org/sparql,{WIKIDATA}", set(NAMES)),
    ],
)
def test_those_are_askable_that_name_only_endpoints_on_the_list(project, allowed, expected):
    assert questions.askable(project, Settings(service_allow=allowed)).keys() == expected


@pytest.mark.parametrize("name", NAMES)
def test_each_has_its_words_and_names_wikidata(project, name):
    asked = question.of_files(project, project.federated_files())[name]
    assert asked.words.keys() == {"en", "fr"}
    assert questions.named(asked) == {WIKIDATA}


def test_there_are_three(project):
    assert {path.stem for path in project.federated_files()} == set(NAMES)
