"""The way of a query with SERVICE: who is asked what, how often, and what is told of it."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from itertools import chain

import pytest

from souverain import syntax
from souverain.errors import (
    Busy,
    QueryRefused,
    QuerySyntaxError,
    ServiceFailed,
    ServiceTooLarge,
    Unofferable,
)
from souverain.federation.federated import HEADER, agent
from souverain.federation.slots import Slots
from souverain.query.job import Job
from souverain.settings import Settings

from .worlds import E1, E2, PREFIX, World, counted

JOINED = f"SELECT * {{ ?s :p ?o . SERVICE <{E1}> {{ ?s :q ?n }} }}"
DEAD = "http://dead.example/"


def given(query: str) -> list[str]:
    """The rows of VALUES behind a query."""
    return re.findall(r"^\((.*)\)$", query.partition("LIMIT")[2], re.MULTILINE)


def test_bindings_go_out_in_batches_each_of_them_once():
    world = World(batch=2)
    world.rows(JOINED)
    batches = [given(query) for _, query in world.others.asked]
    assert sorted(map(len, batches)) == [1, 2]
    assert sorted(chain.from_iterable(batches)) == [
        f"<http://example.org/{name}>" for name in "abc"
    ]


def test_where_nothing_stands_before_it_one_request_is_made():
    world = World(batch=1)
    world.rows(f"SELECT * {{ SERVICE <{E1}> {{ ?s :q ?n }} ?s :p ?o }}")
    assert len(world.others.asked) == 1


def test_where_nothing_is_bound_nobody_is_asked():
    world = World()
    assert not world.rows(f"SELECT * {{ ?s :nothing ?o SERVICE <{E1}> {{ ?s :q ?n }} }}")
    assert world.others.asked == []


def test_more_bindings_than_may_be_are_not_given():
    world = World(most_rows=2, there={E1: "<urn:a> <urn:b> <urn:c> ."})
    world.rows(f"SELECT * {{ ?s :p ?o SERVICE <{E1}> {{ ?s ?x ?y }} }}")
    assert [given(query) for _, query in world.others.asked] == [[]]


def test_blank_nodes_of_many_batches_are_asked_for_once_more_together():
    world = World(batch=1)
    world.rows(f"SELECT * {{ ?o :p ?x SERVICE <{E2}> {{ ?s :s ?o }} }}")
    assert given(world.others.asked[-1][1]) == []


def test_each_endpoint_of_a_variable_is_asked_for_its_own():
    world = World()
    world.rows("SELECT * { ?s :at ?e SERVICE ?e { ?s :q ?n } }")
    asked = {iri: given(query) for iri, query in world.others.asked}
    assert asked == {E1: ["<http://example.org/a>"], E2: ["<http://example.org/b>"]}


def test_a_second_clause_is_given_what_the_first_one_found():
    world = World()
    world.rows(
        f"SELECT * {{ ?s :p :a SERVICE <{E2}> {{ ?s :s ?t }} SERVICE <{E1}> {{ ?t :q ?n }} }}"
    )
    last = [given(query) for iri, query in world.others.asked if iri == E1]
    assert last == [["<http://example.org/b>", "<http://example.org/d>"]]


@pytest.mark.parametrize("query", [JOINED, f"ASK {{ SERVICE <{E1}> {{ ?s :q ?n }} }}"])
def test_no_worker_sees_a_service(query: str):
    world = World()
    world.reply(query)
    assert not any(map(syntax.names_service, world.runner.texts))


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "ASK { FILTER('SERVICE' != '') }"])
def test_a_query_that_asks_nobody_goes_as_it_is(query: str):
    world = World()
    world.reply(query)
    assert world.runner.texts == [PREFIX + query]


def test_an_answer_is_volatile_and_says_when_rows_were_fetched():
    head = World().reply(JOINED).head
    assert head.is_volatile
    ((name, value),) = head.headers
    assert name == HEADER
    assert re.fullmatch(rf'<{E1}>; fetched="\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ"', value)


@pytest.mark.parametrize(("cache_seconds", "requests"), [(60, 1), (0, 2)])
def test_rows_are_kept_for_a_while(cache_seconds: float, requests: int):
    world = World(cache_seconds=cache_seconds, batch=100)
    first, second = world.rows(JOINED), world.rows(JOINED)
    assert first == second
    assert len(world.others.asked) == requests


REFUSED = {
    "an endpoint that is not allowed": ("SELECT * { SERVICE <%> { ?s ?p ?o } }", "may not ask <%>"),
    "a binding that is not allowed": (
        "SELECT * { VALUES ?e { <%> } SERVICE ?e { ?s ?p ?o } }",
        "may not ask <%>",
    ),
    "a binding that is a text": (
        "SELECT * { VALUES ?e { '%' } SERVICE ?e { ?s ?p ?o } }",
        "names no endpoint",
    ),
    "a blank node": ("SELECT * { SERVICE _:b { ?s ?p ?o } }", "unexpected _:b"),
    "a variable that nothing binds": ("SELECT * { SERVICE ?e { ?s ?p ?o } }", "is not bound"),
    "a variable that is bound behind it": (
        "SELECT * { SERVICE ?e { ?s ?p ?o } VALUES ?e { <%> } }",
        "is not bound",
    ),
    "a variable that is bound sometimes": (
        "SELECT * { VALUES ?e { <%> UNDEF } SERVICE ?e { ?s ?p ?o } }",
        "is not bound",
    ),
    "a variable of a sub-select": (
        "SELECT * { VALUES ?e { <%> } { SELECT ?s { SERVICE ?e { ?s ?p ?o } } } }",
        "is not bound",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_query_is_refused_before_anyone_is_asked(name: str):
    query, words = (text.replace("%", DEAD) for text in REFUSED[name])
    world = World()
    with pytest.raises((QueryRefused, QuerySyntaxError), match=words):
        world.reply(query)
    assert world.others.asked == []


def test_a_fault_of_the_syntax_has_its_place():
    world = World()
    with pytest.raises(QuerySyntaxError) as told:
        world.reply(f"SELECT * {{ SERVICE SILENT <{E1}> {{ ?s ?p }} }}")
    assert (told.value.line, told.value.token) == (PREFIX.count("\n") + 1, "}")
    assert world.others.asked == []


def test_an_update_is_refused():
    with pytest.raises(QueryRefused, match="DELETE is an update"):
        World().reply(f"DELETE {{ ?s ?p ?o }} WHERE {{ SERVICE <{E1}> {{ ?s ?p ?o }} }}")


def test_an_answer_in_no_wanted_format_is_refused_before_anyone_is_asked():
    world = World()
    job = Job(text=PREFIX + JOINED, results="", graphs="turtle")
    with pytest.raises(Unofferable):
        asyncio.run(world.federation.run(job))
    assert world.others.asked == []


def test_the_graphs_of_the_request_are_of_this_data_alone():
    world = World()
    text = f"{PREFIX} SELECT ?s ?o ?n {{ ?s :p ?o SERVICE <{E1}> {{ ?s :q ?n }} }}"
    job = Job(text=text, default_graphs=("http://example.org/g",))
    rows = counted(asyncio.run(world.federation.run(job)).first)
    assert rows == world.rows(
        f"SELECT ?s ?o ?n {{ GRAPH :g {{ ?s :p ?o }} SERVICE <{E1}> {{ ?s :q ?n }} }}"
    )


def test_a_graph_is_made():
    job = Job(text=f"{PREFIX} CONSTRUCT {{ ?s :x ?n }} WHERE {{ SERVICE <{E1}> {{ ?s :q ?n }} }}")
    assert b"<http://example.org/x>" in asyncio.run(World().federation.run(job)).first


def test_a_very_long_query_is_refused():
    with pytest.raises(QueryRefused, match="32768 characters"):
        World().reply(JOINED + "#" * 70_000)


@pytest.mark.parametrize(("versions", "requests"), [("aa", 2), ("abbb", 4)])
def test_data_that_were_replaced_meanwhile_are_asked_again(versions: str, requests: int):
    world = World(batch=2, version=iter(versions).__next__)
    assert world.rows(JOINED) == World().rows(JOINED)
    assert len(world.others.asked) == requests


def test_data_that_are_replaced_again_and_again_are_not_waited_for():
    with pytest.raises(Busy, match="replaced"):
        World(version=iter("abcdefgh").__next__).reply(JOINED)


SILENT = {
    "an endpoint that fails": (
        f"SELECT * {{ ?s :q 1 SERVICE SILENT <{E2}> {{ ?s :q ?n }} }}",
        "SELECT * { ?s :q 1 }",
    ),
    "one that is not allowed": (
        f"SELECT * {{ ?s :q 1 SERVICE SILENT <{DEAD}> {{ ?s :q ?n }} }}",
        "SELECT * { ?s :q 1 }",
    ),
    "in MINUS": (
        f"SELECT * {{ ?s :q 1 MINUS {{ SERVICE SILENT <{E2}> {{ ?s :q ?n }} }} }}",
        "SELECT * { ?s :q 1 }",
    ),
    "in EXISTS": (
        f"SELECT * {{ ?s :q 1 FILTER EXISTS {{ SERVICE SILENT <{E2}> {{ ?s :q ?n }} }} }}",
        "SELECT * { ?s :q 1 }",
    ),
    "a variable of both kinds": (
        "SELECT * { ?s :at ?e SERVICE SILENT ?e { ?s :q ?n } }",
        f"SELECT * {{ VALUES (?s ?e ?n) {{ (:a <{E1}> 1) (:a <{E1}> 5) (:b <{E2}> UNDEF) }} }}",
    ),
    "a variable that is a text": (
        "SELECT * { ?s :q 1 VALUES ?e { 'x' } SERVICE SILENT ?e { ?s :q ?n } }",
        "SELECT * { ?s :q 1 VALUES ?e { 'x' } }",
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_a_failure_that_is_to_be_silent_is_the_one_empty_solution(name: str):
    query, expected = SILENT[name]
    world = World()
    world.others.failing.add(E2)
    assert world.rows(query) == World().rows(expected)


def test_a_silent_failure_is_told_in_the_head():
    world = World()
    world.others.failing.add(E2)
    head = world.reply(f"SELECT * {{ SERVICE SILENT <{E2}> {{ ?s :q ?n }} }}").head
    assert head.headers == ((HEADER, f"<{E2}>; failed"),)


def test_a_failure_that_is_not_to_be_silent_is_none_of_its_rows():
    world = World()
    world.others.failing.add(E1)
    with pytest.raises(ServiceFailed):
        world.reply(JOINED)


def test_all_batches_together_bring_no_more_than_may_come():
    there = {E1: "@prefix : <http://example.org/> . :a :q 1, 2 . :b :q 3, 4 . :c :q 5, 6 ."}
    with pytest.raises(ServiceTooLarge):
        World(there=there, batch=1, most_rows=5).reply(JOINED)


def test_a_client_has_its_share_of_queries():
    slots = Slots(3, 2)
    with slots.admitted("a"), slots.admitted("a"):
        with pytest.raises(Busy), slots.admitted("a"):
            pass
        with slots.admitted("b"), pytest.raises(Busy), slots.admitted("c"):
            pass
    with slots.admitted("a"):
        pass


def test_requests_wait_for_their_turn():
    slots, running, most = Slots(3, 2), Counter[str](), Counter[str]()

    async def request(client: str) -> None:
        async with slots.taken(client):
            running[client] += 1
            most[client] = max(most[client], running[client])
            most["all"] = max(most["all"], running.total())
            await asyncio.sleep(0)
            running[client] -= 1

    async def requests() -> None:
        await asyncio.gather(*[request(client) for client in "aabbccaabbcc"])

    asyncio.run(asyncio.wait_for(requests(), 20))
    assert most["all"] == 3
    assert max(most[client] for client in "abc") == 2


@pytest.mark.parametrize(
    ("contact", "told"),
    [("me@example.org", "(me@example.org)"), ("", "(https://w3id.org/souverain/)")],
)
def test_requests_name_a_contact(contact: str, told: str):
    assert agent(Settings(service_contact=contact)).endswith(told)
