"""What is answered to a write that is right, to two at once, and to one that takes too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from souverain.versions import folder

from .test_protocol_writing import raw
from .writable import UPDATE, Reply, Writable, insert, known, line

TURTLE = {"Content-Type": "text/turtle"}
RDF_PATCH = "application/rdf-patch"
PART = "--x\r\nContent-Disposition: form-data; name={0}; filename={0}\r\nContent-Type: {1}\r\n\r\n"


@pytest.fixture(scope="module")
def server(
    launch: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writable]:
    server = Writable(launch, tmp_path_factory.mktemp("right") / "store", "--workers", 4)
    yield server
    server.stop()


def current(server: Writable) -> int:
    return folder.open(server.root).current


def put(server: Writable, target: str, text: str, method: str = "PUT", **headers: str) -> Reply:
    return server.send(method, target, text, {**TURTLE, **headers})


def test_a_graph_comes_into_being_and_goes_again(server):
    target, text = "/store?graph=urn:life", "<urn:a> <urn:p> 1 ."
    statuses = [put(server, target, text).status]
    statuses.append(put(server, target, text).status)
    statuses.append(put(server, target, "<urn:b> <urn:p> 2 .", "POST").status)
    head = server.send("HEAD", target, "", {})
    statuses += [head.status, server.send("DELETE", target, "", {}).status]
    statuses += [server.get(target).status, server.send("DELETE", target, "", {}).status]
    assert statuses == [201, 204, 204, 200, 204, 404, 404]
    assert head.body == b""


@pytest.mark.parametrize(
    ("method", "target", "place"),
    [
        ("PUT", "/store?graph=urn:placed", "/store?graph=urn%3Aplaced"),
        ("PUT", "/store/placed/1", "/store/placed/1"),
        ("PUT", "/store?graph=placed/2", "/store?graph=http%3A%2F%2F{host}%2Fplaced%2F2"),
        ("POST", "/store?graph=urn:posted", "/store?graph=urn%3Aposted"),
        ("POST", "/store", "/store/"),
    ],
)
def test_a_new_graph_is_told_with_its_place(server, method, target, place):
    reply = put(server, target, "<urn:a> <urn:p> 1 .", method)
    host = quote(urlsplit(server.server.url).netloc, safe="")
    assert reply.status == 201
    assert reply.headers["location"].startswith(server.server.url + place.format(host=host))
    there = reply.headers["location"].removeprefix(server.server.url)
    assert server.get(there).status == 200


@pytest.mark.parametrize(
    ("condition", "is_there", "status"),
    [
        ({"If-None-Match": "*"}, False, 201),
        ({"If-Match": "*"}, True, 204),
        ({"If-None-Match": '"1"'}, True, 204),
    ],
)
def test_a_condition_that_is_met(server, condition, is_there, status):
    target = f"/store?graph=urn:met-{status}-{is_there}"
    if is_there:
        put(server, target, "")
    assert put(server, target, "<urn:a> <urn:p> 1 .", **condition).status == status


def test_all_parts_of_a_form_are_put_into_the_graph(server):
    parts = (
        PART.format("a", "text/turtle") + "<urn:a> <urn:p> 1 .\r\n",
        PART.format("b", "application/ld+json") + '{"@id": "urn:b", "urn:p": 2}\r\n',
        "--x\r\nContent-Disposition: form-data; name=c\r\n\r\n<urn:c> <urn:p> 3 .\r\n",
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    body = "".join(parts) + "--x--\r\n"
    assert server.send("PUT", "/store?graph=urn:parts", body, headers).status == 201
    wanted = "<urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 . <urn:c> <urn:p> 3"
    assert server.ask(f"ASK {{ GRAPH <urn:parts> {{ {wanted} }} }}")


def test_an_update_tells_what_it_changed(server):
    before = current(server)
    reply = server.update(f"{insert('told')} ; {insert('told', '2')}")
    wanted = {"version": before + 1, "parent": before, "dry_run": False, "added": 2, "removed": 0}
    assert (reply.status, reply.told) == (200, wanted)
    assert reply.headers["souverain-version"] == str(before + 1)


MANY = [f"INSERT DATA {{ <urn:many> <urn:p> {number} }}" for number in range(12_000)]
LARGE = "INSERT DATA {{ <urn:large> <urn:p> {} }}".format(" , ".join(map(str, range(12_000))))


@pytest.mark.parametrize("text", [" ; ".join(MANY), LARGE], ids=["operations", "quads"])
def test_a_large_update_is_done_within_the_time_of_a_query(server, text):
    assert server.update(text).told["added"] == 12_000


def test_what_changed_can_be_had_as_a_patch(server):
    headers = {"Content-Type": UPDATE, "Accept": RDF_PATCH}
    reply = server.send("POST", "/sparql", insert("patch"), headers)
    assert reply.body.decode() == f"TX .\nA {line('patch')}\nTC .\n"


def test_what_is_answered_next_is_the_new_data(server):
    for number in range(3):
        name = f"next-{number}"
        assert not server.ask(known(name))
        assert server.update(insert(name)).status == 200
        assert server.ask(known(name))


@pytest.mark.parametrize(
    ("method", "target", "body", "media_type", "counts"),
    [
        ("POST", "/sparql", insert("dry"), UPDATE, (1, 0)),
        ("POST", "/sparql", "DELETE WHERE { GRAPH <urn:dry> { ?s ?p ?o } }", UPDATE, (0, 1)),
        ("PUT", "/store?graph=urn:dry", "<urn:b> <urn:p> 1 .", "text/turtle", (1, 1)),
        ("PUT", "/store?graph=urn:dry-new", "<urn:b> <urn:p> 1 .", "text/turtle", (1, 0)),
        ("POST", "/store?graph=urn:dry", "<urn:b> <urn:p> 1 .", "text/turtle", (1, 0)),
        ("DELETE", "/store?graph=urn:dry", "", "text/turtle", (0, 1)),
        ("PATCH", "/store?graph=urn:dry", "DELETE WHERE { ?s ?p ?o }", UPDATE, (0, 1)),
        ("PATCH", "/store", f"A {line('dry')}", RDF_PATCH, (1, 0)),
    ],
)
def test_a_dry_run_tells_the_same_and_changes_nothing(
    server, method, target, body, media_type, counts
):
    put(server, "/store?graph=urn:dry", "<urn:a> <urn:p> 1 .")
    before, more = current(server), "&" if "?" in target else "?"
    reply = server.send(method, f"{target}{more}dry-run", body, {"Content-Type": media_type})
    assert (reply.status, reply.told["dry_run"]) == (200, True)
    assert (reply.told["added"], reply.told["removed"]) == counts
    assert current(server) == before


def test_a_write_that_changes_nothing_makes_no_version(server):
    assert server.update(insert("same")).status == 200
    before = current(server)
    assert server.update(insert("same")).told["version"] == before
    assert current(server) == before


def test_of_two_writers_at_once_both_are_kept(server):
    before = current(server)
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(server.update, [insert("left"), insert("right")]))
    assert [reply.status for reply in replies] == [200, 200]
    assert {reply.told["version"] for reply in replies} == {before + 1, before + 2}
    assert server.ask(known("left"))
    assert server.ask(known("right"))


def test_of_two_writers_that_name_their_parent_one_is_kept(server):
    more = f"?parent={current(server)}"
    with ThreadPoolExecutor(2) as pool:
        asked = [insert("first"), insert("second")]
        replies = list(pool.map(lambda text: server.update(text, more), asked))
    assert sorted(reply.status for reply in replies) == [200, 409]
    assert server.ask(known("first")) != server.ask(known("second"))


def test_a_write_whose_client_has_gone_is_whole(server):
    """Once it has all arrived it may be done, or not; it is never done in part."""
    before = current(server)
    body = "".join(f"<urn:gone> <urn:p> {number} ." for number in range(100)).encode()
    head = f"Content-Type: text/turtle\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    raw(server, "POST /store?default", head + body).close()
    assert server.update(insert("after")).status == 200
    count = "ASK { { SELECT (COUNT(*) AS ?n) { <urn:gone> <urn:p> ?o } } FILTER (?n IN (0, 100)) }"
    assert server.ask(count)
    assert current(server) in (before + 1, before + 2)


# A server that gives little.

PRODUCT = "INSERT {{ ?a <urn:q> ?b }} WHERE {{ {} FILTER (CONCAT(?av, ?hv) = '') }}".format(
    " ".join(f"?{name} ?p{name} ?{name}v ." for name in "abcdefgh")
)
DOUBLED = "INSERT {{ <urn:big> <urn:p> ?z }} WHERE {{ BIND ('xxxxxxxx' AS ?v0) {} }}".format(
    " ".join(f"BIND (CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40)) + " BIND (?v40 AS ?z)"
)


@pytest.fixture(scope="module")
def small(
    launch: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writable]:
    options = ("--query-seconds", 3, "--query-memory-bytes", 2**26, "--waiting-writes", 1)
    root = tmp_path_factory.mktemp("small") / "store"
    server = Writable(launch, root, "--workers", 4, *options)
    rows = " ".join(f"<urn:{number}> <urn:value> '1' ." for number in range(300))
    assert server.update(f"INSERT DATA {{ {rows} }}").status == 200
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("text", "slug"), [(PRODUCT, "out-of-time"), (DOUBLED, "out-of-memory")], ids=["time", "memory"]
)
def test_an_update_that_takes_too_much_hurts_nobody(small, text, slug):
    before = current(small)
    with ThreadPoolExecutor(1) as pool:
        heavy = pool.submit(small.update, text)
        while not heavy.done():
            assert small.ask(known("1"))
        reply = heavy.result()
    assert (reply.status, reply.slug) == (503, slug)
    assert current(small) == before
    assert small.update(insert(slug)).status == 200


def test_more_writes_than_may_wait_are_told_to_come_again(small):
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(small.update, [PRODUCT] * 4))
    refused = [reply for reply in replies if reply.slug == "busy"]
    assert {reply.slug for reply in replies} == {"busy", "out-of-time"}
    assert {reply.status for reply in refused} == {503}
    assert all(int(reply.headers["retry-after"]) > 0 for reply in refused)
    assert small.update(insert("waited")).status == 200
