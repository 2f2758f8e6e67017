"""The server itself, on a port of its own, asked by clients that are not ours."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
import SPARQLWrapper
from rdflib import Graph

from souverain import ttl

HOLDERS = "SELECT ?holder { ?s sov:holder ?holder }"
SFR = "https://w3id.org/souverain/id/sfr"


def get(url, query, **headers):
    address = f"{url}/sparql?{urllib.parse.urlencode({'query': query})}"
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as response:
        return response.read()


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("way", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
@pytest.mark.parametrize("format", [SPARQLWrapper.JSON, SPARQLWrapper.XML])
def test_sparqlwrapper_selects(live, method, way, format):
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{live}/sparql", returnFormat=format)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setQuery(HOLDERS)
    found = wrapper.queryAndConvert()
    if format == SPARQLWrapper.XML:
        assert [node.firstChild.data for node in found.getElementsByTagName("uri")] == [SFR]
    else:
        assert [row["holder"]["value"] for row in found["results"]["bindings"]] == [SFR]


def test_sparqlwrapper_asks(live):
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{live}/sparql", returnFormat=SPARQLWrapper.JSON)
    wrapper.setQuery("ASK { ?s sov:holder ?holder }")
    assert wrapper.queryAndConvert()["boolean"] is True


@pytest.mark.parametrize(
    "format", [SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD]
)
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_sparqlwrapper_constructs(live, format):
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{live}/sparql", returnFormat=format)
    wrapper.setQuery("CONSTRUCT WHERE { ?s sov:holder ?holder }")
    found = wrapper.queryAndConvert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert [str(holder) for holder in graph.objects()] == [SFR]


def test_sparqlwrapper_is_told_of_a_bad_query(live):
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{live}/sparql")
    wrapper.setQuery("SELECT * { ?s ?p }")
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="unexpected }"):
        wrapper.query()


def test_a_large_answer_arrives_whole(live):
    patterns = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(6))
    text = f"SELECT * {{ GRAPH graph:002 {{ {patterns} }} }}"
    assert len(json.loads(get(live, text))["results"]["bindings"]) == 6**6


def test_one_connection_carries_many_requests(live):
    connection = http.client.HTTPConnection(live.removeprefix("http://"))
    answers = []
    for method, path in (("GET", "/health"), ("HEAD", "/sparql"), ("GET", "/no"), ("GET", "/")):
        connection.request(method, path)
        response = connection.getresponse()
        answers.append((response.status, len(response.read()) > 0))
    connection.close()
    assert answers == [(200, True), (200, False), (404, True), (200, True)]


def test_a_body_in_chunks_is_read(live):
    connection = http.client.HTTPConnection(live.removeprefix("http://"))
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    connection.request("POST", "/sparql", iter([b"ASK", b" {}"]), headers, encode_chunked=True)
    response = connection.getresponse()
    assert (response.status, response.read()) == (200, b"true\r\n")
    connection.close()


def test_a_body_over_the_limit_is_a_problem_document(live):
    headers = {"Content-Type": "application/sparql-query"}
    asked = urllib.request.Request(f"{live}/sparql", b" " * (1_048_576 + 1), headers)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(asked)
    with caught.value as response:
        assert response.status == 413
        assert response.headers["Content-Type"] == "application/problem+json"


def test_many_clients_each_get_their_own_answer(live):
    def ask(number):
        return get(live, f"SELECT ({number} AS ?n) {{}}", Accept="text/csv")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(80)))
    assert answers == [f"n\r\n{number}\r\n".encode() for number in range(80)]


def test_the_server_says_where_it_is_and_how_much_it_serves(serve):
    server = serve()
    assert server.greeting.startswith("Serving 10 triples on http://127.0.0.1:")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(serve, number):
    server = serve()
    server.process.send_signal(number)
    out, err = server.process.communicate(timeout=20)
    assert (server.process.returncode, out, err) == (0, "", "")


def test_an_answer_that_is_under_way_is_finished_before_it_stops(serve):
    server = serve()
    patterns = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(8))
    slow = f"SELECT (COUNT(*) AS ?n) {{ GRAPH graph:002 {{ {patterns} FILTER (?a0 != ?b1) }} }}"
    answers = []
    asking = threading.Thread(target=lambda: answers.append(get(server.url, slow)))
    asking.start()
    time.sleep(0.3)
    code, _ = server.stop()
    asking.join()
    assert code == 0
    assert len(answers) == 1


def test_a_port_in_use_is_2_and_named_before_anything_is_read(souverain, tiny):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = souverain("--project", tiny.root, "serve", "--port", port)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"127.0.0.1:{port} is in use by another program" in done.stderr
    assert f"--port {port + 1}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "no.such.host.invalid."], "is no address"),
        (["--port", "http"], "cannot be 'http'"),
        (["--port", "70000"], "cannot be '70000'"),
        (["--host", "192.0.2.1"], "cannot listen on 192.0.2.1:8000"),
    ],
    ids=" ".join,
)
def test_an_address_that_is_none_is_2(souverain, tiny, arguments, words):
    done = souverain("--project", tiny.root, "serve", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_malformed_data_is_1_and_nothing_is_served(souverain, tmp_path):
    for name in ("graph", "ontology"):
        (tmp_path / name).mkdir()
    (tmp_path / "ontology" / "core.ttl").write_text("<x:a> <x:b>\n.")
    done = souverain("--project", tmp_path, "serve", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ontology/core.ttl:2: not Turtle: ")


def test_it_may_be_open_to_the_world(serve):
    server = serve("--host", "0.0.0.0")
    assert server.url.startswith("http://0.0.0.0:")
    assert server.stop() == (0, "")


def test_changed_files_are_served_after_a_hangup(scratch, launch):
    server = launch("--project", scratch.root, "serve", "--port", 0)
    count = "SELECT (COUNT(*) AS ?n) { ?s <x:new> ?o }"
    try:
        before = get(server.url, count, Accept="text/csv")
        (scratch.graph / "new.ttl").write_text("<x:a> <x:new> <x:b> .")
        server.process.send_signal(signal.SIGHUP)
        after = wait_for(lambda: get(server.url, count, Accept="text/csv"), b"n\r\n1\r\n")
    finally:
        code, _ = server.stop()
    assert (before, after, code) == (b"n\r\n0\r\n", b"n\r\n1\r\n", 0)


def test_broken_files_change_nothing_on_a_hangup(scratch, launch):
    server = launch("--project", scratch.root, "serve", "--port", 0)
    try:
        (scratch.graph / "entities.ttl").write_text("broken")
        server.process.send_signal(signal.SIGHUP)
        failed = 'souverain_reloads_total{outcome="failed"}'
        told = wait_for(lambda: failed in read(f"{server.url}/metrics"), True)
        found = get(server.url, "ASK { ?s a sov:Stake }", Accept="text/csv")
    finally:
        code, err = server.stop()
    assert (told, found, code) == (True, b"true\r\n", 0)
    assert "not reloaded, the old data are served: graph/entities.ttl:1: not Turtle" in err


def wait_for(ask, expected, seconds=20):
    """What is asked for, once it is what is expected, or when the time is over."""
    until = time.monotonic() + seconds
    while (found := ask()) != expected and time.monotonic() < until:
        time.sleep(0.05)
    return found


def read(url):
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


def test_each_request_is_a_line_of_the_log(serve, tmp_path):
    server = serve("--log", tmp_path / "log.jsonl")
    get(server.url, "ASK {}")
    get(server.url, "ASK {}")
    server.stop()
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [(line["query"], line["status"], line["target"]) for line in lines] == [
        ("ASK {}", 200, "/sparql")
    ] * 2
    assert all("127.0.0.1" not in json.dumps(line) for line in lines)


def test_any_rdf_is_served_as_it_is(launch, tmp_path):
    (tmp_path / "a.ttl").write_text("<x:s> <x:p> 1.00, <x:o> .")
    (tmp_path / "b.trig").write_text("<x:g> { <x:s> <x:p> 2 }")
    server = launch(
        *("serve", "--port", 0, "--data", tmp_path, "--shapes", "none", "--default-graph", "strict")
    )
    try:
        counts = [
            get(server.url, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", Accept="text/csv")
            for pattern in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }")
        ]
        page = read(server.url)
        with pytest.raises(urllib.error.HTTPError) as undeclared:
            get(server.url, "ASK { ?s a sov:Stake }")
        undeclared.value.close()
    finally:
        server.stop()
    assert counts == [b"n\r\n2\r\n", b"n\r\n1\r\n"]
    assert "A SPARQL endpoint" in page
    assert undeclared.value.status == 400


def test_data_that_break_the_shapes_are_not_served_unless_told(souverain, tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text("@prefix sov: <https://w3id.org/souverain/ontology#> . <x:stake> a sov:Stake .")
    done = souverain("serve", "--port", "0", "--data", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "findings by the project's shapes" in done.stderr
    assert "--shapes none" in done.stderr


def test_data_that_meet_the_shapes_are_served(launch, project):
    path = project.graph / "dataset.ttl"
    server = launch("serve", "--port", 0, "--data", path)
    code, err = server.stop()
    assert server.greeting.startswith(f"Serving {len(ttl.read(path))} triples")
    assert (code, err) == (0, "")


def test_data_that_are_none_are_2(souverain, tmp_path):
    done = souverain("serve", "--port", "0", "--data", tmp_path / "no.ttl", "--shapes", "none")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no RDF file" in done.stderr


@pytest.mark.parametrize("proxy", ["example.org", "1.2.3", "10.0.0.0/99"])
def test_a_proxy_that_is_no_address_is_2(souverain, tiny, proxy):
    done = souverain("--project", tiny.root, "serve", "--port", "0", "--trusted-proxy", proxy)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--trusted-proxy cannot be" in done.stderr


def test_the_server_starts_without_the_checks(tiny):
    code = (
        "import sys; from souverain.store import Dataset; from souverain.web.app import create_app;"
        "sys.exit('pyshacl' in sys.modules or 'SPARQLWrapper' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
