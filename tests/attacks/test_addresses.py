"""Nothing that a stranger sends makes the server fetch an address or read a file."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from .conftest import Attacked
from .stranger import FORM, Reply, assert_closed_mouthed, assert_refused

SECRET = "this is not to be read by strangers"


class Trap:
    """A listener, which sees every connection that was made before a query was over."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listener.setblocking(False)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def was_reached(self) -> bool:
        try:
            self._listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def trap() -> Iterator[Trap]:
    trap = Trap()
    yield trap
    assert not trap.was_reached()
    trap.close()


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """The address of a file with a secret in it."""
    file = tmp_path / "secret.ttl"
    file.write_text(f'<urn:a> <urn:b> "{SECRET}" .\n', "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def allowing(launch_ring: Callable[..., Attacked]) -> Iterator[Attacked]:
    """A server that may ask one endpoint, which is not there."""
    attacked = launch_ring("--service-allow", "http://127.0.0.1:9/sparql")
    yield attacked
    attacked.server.stop()


def unsaid(reply: Reply, address: str) -> Reply:
    """The reply without the address, which it may say again."""
    return replace(reply, body=reply.body.replace(address.encode(), b""))


SERVICES = {
    "plain": "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "small letters": "SELECT * { service <%s> { ?s ?p ?o } }",
    "mixed letters": "SELECT * { sErViCe <%s> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "without spaces": "SELECT*{SERVICE<%s>{?s?p?o}}",
    "silent without spaces": "SELECT*{SERVICESILENT<%s>{?s?p?o}}",
    "a comment between": "SELECT * { SERVICE#\n<%s> { ?s ?p ?o } }",
    "a comment before": "SELECT * { #SERVICE\nSERVICE <%s> { ?s ?p ?o } }",
    "line ends between": "SELECT * { SERVICE\r\n\r\n\tSILENT\r\n<%s> { ?s ?p ?o } }",
    "a prefix": "PREFIX x: <%s> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "a prefix called service": "PREFIX service: <%s> SELECT * { SERVICE service: { ?s ?p ?o } }",
    "a prefix without a space": "PREFIX x: <%s> SELECT * { SERVICEx: { ?s ?p ?o } }",
    "a base": "BASE <%s> SELECT * { SERVICE <a> { ?s ?p ?o } }",
    "a variable": "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "a variable of VALUES": "SELECT * { VALUES ?x { <%s> } SERVICE ?x { ?s ?p ?o } }",
    "a made address": "SELECT * { BIND(IRI(CONCAT('%s', 'a')) AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "in EXISTS": "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "in NOT EXISTS": "ASK { FILTER NOT EXISTS { SERVICE SILENT <%s> { ?s ?p ?o } } }",
    "in OPTIONAL": "SELECT * { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } }",
    "in MINUS": "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT <%s> { ?s ?p ?o } } }",
    "in UNION": "SELECT * { { } UNION { SERVICE SILENT <%s> { ?s ?p ?o } } }",
    "in GRAPH": "SELECT * { GRAPH ?g { SERVICE SILENT <%s> { ?s ?p ?o } } }",
    "in a sub-select": "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "in SERVICE": "SELECT * { SERVICE SILENT <%s> { SERVICE <urn:a> { ?s ?p ?o } } }",
    "in the expression of SELECT": "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) {}",
    "in HAVING": "SELECT (1 AS ?y) { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { SERVICE <%s> {} })",
    "in CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "in DESCRIBE": "DESCRIBE ?s { SERVICE <%s> { ?s ?p ?o } }",
    "in an escape": r"SELECT * { \u0053ERVICE <%s> { ?s ?p ?o } }",
    "in a long escape": r"SELECT * { S\U00000045RVICE SILENT <%s> { ?s ?p ?o } }",
    "after a quote in a comment": "SELECT * { # '\nSERVICE <%s> { ?s ?p ?o } #'\n}",
    "after a literal with a mark": "SELECT * { BIND('#' AS ?x) SERVICE <%s> { ?s ?p ?o } }",
    "after three quotes": "SELECT * { BIND('''a'b\\'''''' AS ?x) SERVICE <%s> { ?s ?p ?o } }",
    "after an IRI with a mark": "SELECT * { ?a <urn:#'> ?b . SERVICE <%s> { ?s ?p ?o } }",
    "after less than": "SELECT * { FILTER(1<2) SERVICE SILENT <%s> { ?s ?p ?o } FILTER(3>2) }",
    "after a long number": "SELECT * { FILTER(1.e1) SERVICE SILENT <%s> { ?s ?p ?o } }",
    "after a full stop": "SELECT * { ?a ?b 1.SERVICE SILENT <%s> { ?s ?p ?o } }",
    "after a name with an escape": r"PREFIX a: <urn:a> SELECT * { ?a ?b a:\'.SERVICE <%s> {} }",
    "after a tag": "SELECT * { ?a ?b 'a'@en.SERVICE SILENT <%s> { ?s ?p ?o } }",
    "after a null byte": "SELECT * { \x00SERVICE <%s> { ?s ?p ?o } }",
    "after a wide space": "SELECT * {\u3000SERVICE <%s> { ?s ?p ?o } }",
}
# Words with that name that ask nobody; and what the project holds, or nothing, is the answer.
INNOCENT = {
    "literal": "ASK { FILTER('SERVICE <http://127.0.0.1/> {}' != '') }",
    "comment": "ASK {} # SERVICE <http://127.0.0.1/> {}",
    "IRI": "ASK { FILTER(<urn:SERVICE> != <urn:a>) }",
    "variable": "ASK { BIND(1 AS ?service) }",
}


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_no_spelling_of_service_reaches_an_address(over_the_project, trap, secret, name, scheme):
    address = trap.url if scheme == "http" else secret
    reply = over_the_project.stranger().ask(SERVICES[name] % address)
    assert_refused(unsaid(reply, address), 400)
    assert SECRET not in reply.body.decode()


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_no_spelling_reaches_an_address_but_those_allowed(allowing, trap, secret, name, scheme):
    address = trap.url if scheme == "http" else secret
    reply = allowing.stranger().ask(SERVICES[name] % address)
    assert reply.status in (200, 400), reply
    assert SECRET not in reply.body.decode()


@pytest.mark.parametrize("name", INNOCENT)
def test_the_word_alone_is_no_service(over_the_project, name):
    assert over_the_project.stranger().ask(INNOCENT[name]).told["boolean"] is True


DATASETS = {
    "FROM": "ASK FROM <%s> { ?s ?p ?o }",
    "FROM NAMED": "ASK FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "GRAPH": "ASK { GRAPH <%s> { ?s ?p ?o } }",
    "subject": "ASK { <%s> ?p ?o }",
}
PARAMETERS = ["default-graph-uri", "named-graph-uri"]


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_name_of_a_graph_is_only_a_name(over_the_project, trap, secret, name, scheme):
    address = trap.url if scheme == "http" else secret
    reply = over_the_project.stranger().ask(DATASETS[name] % address)
    assert reply.told["boolean"] is False


@pytest.mark.parametrize("parameter", PARAMETERS)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_parameter_that_names_a_graph_fetches_none(
    over_the_project, trap, secret, parameter, scheme
):
    address = trap.url if scheme == "http" else secret
    pattern = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    more = f"&{parameter}={quote(address, safe='')}"
    reply = over_the_project.stranger().query(f"ASK {pattern}", more)
    assert reply.told["boolean"] is False


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_store_fetches_nothing(over_the_project, trap, secret, scheme):
    address = trap.url if scheme == "http" else secret
    reply = over_the_project.stranger().get(f"/store?graph={quote(address, safe='')}")
    assert_refused(unsaid(reply, address), 404)


FILES = [
    "/etc/passwd",
    "/../../../../etc/passwd",
    "/store/../../../../etc/passwd",
    "/store/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/store/..%2f..%2f..%2fetc%2fpasswd",
    "/store//etc/passwd",
    "/assets/../../../../etc/passwd",
    "/assets/..%2f..%2fapp.py",
    "/assets//etc/passwd",
    "/assets/%2fetc%2fpasswd",
    "/assets/..\\..\\app.py",
    "/assets/style.css%00.py",
    "/graph/../graph/entities.ttl",
    "/seeds/articles.toml",
    "/articles/../seeds/articles.toml",
    "/pyproject.toml",
    "/.git/config",
    "/store?graph=file:///etc/passwd",
    "/store?graph=/etc/passwd",
    "/store?graph=../../etc/passwd",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("target", FILES)
def test_no_target_is_a_file_of_the_machine(over_the_project, target):
    reply = over_the_project.stranger().get(target)
    assert 400 <= reply.status < 500, reply
    assert b"root:" not in reply.body
    assert_closed_mouthed(reply)


UPDATES = {
    "LOAD": "LOAD <%s>",
    "LOAD SILENT": "LOAD SILENT <%s> INTO GRAPH <urn:a>",
    "LOAD after a prologue": "PREFIX a: <urn:a> BASE <urn:b> LOAD <%s>",
    "LOAD after a query": "ASK {} ; LOAD <%s>",
    "LOAD after a comment": "# SELECT\nLOAD <%s>",
    "INSERT DATA": "INSERT DATA { <urn:a> <urn:b> <%s> }",
    "DELETE DATA": "DELETE DATA { <urn:a> <urn:b> <%s> }",
    "DELETE WHERE": "DELETE WHERE { ?s ?p <%s> }",
    "INSERT": "INSERT { <urn:a> <urn:b> <%s> } WHERE {}",
    "DELETE and INSERT": "DELETE { ?s ?p ?o } INSERT { ?s ?p <%s> } WHERE { ?s ?p ?o }",
    "WITH": "WITH <%s> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CLEAR": "CLEAR GRAPH <%s>",
    "DROP ALL": "DROP ALL # %s",
    "CREATE": "CREATE GRAPH <%s>",
    "COPY": "COPY DEFAULT TO <%s>",
    "MOVE": "MOVE DEFAULT TO <%s>",
    "ADD": "ADD DEFAULT TO <%s>",
}


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_in_the_place_of_a_query_changes_nothing(over_the_project, trap, name):
    stranger = over_the_project.stranger()
    before = stranger.get("/health").told
    assert_refused(stranger.ask(UPDATES[name] % trap.url), 400)
    assert stranger.get("/health").told == before


@pytest.mark.parametrize("name", UPDATES)
@pytest.mark.parametrize("way", ["body", "form", "address"])
def test_an_update_sent_as_one_is_refused(over_the_project, trap, name, way):
    stranger = over_the_project.stranger()
    text = UPDATES[name] % trap.url
    form = urlencode({"update": text})
    reply = stranger.send(
        {
            "body": stranger.post(text, media_type="application/sparql-update"),
            "form": stranger.post(form, media_type=FORM),
            "address": stranger.head("GET", f"/sparql?{form}"),
        }[way]
    )
    assert_refused(reply, 403)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("target", ["/store", "/store?default", "/store?graph=urn:a", "/store/a"])
def test_the_store_cannot_be_written(over_the_project, method, target):
    stranger = over_the_project.stranger()
    body = b"<urn:a> <urn:b> <urn:c> ."
    head = stranger.head(
        method, target, "Content-Type: text/turtle", f"Content-Length: {len(body)}"
    )
    assert_refused(stranger.send(head + body), 403, 405)
