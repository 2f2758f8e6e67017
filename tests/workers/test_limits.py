"""What one query may have: each limit kept by the kernel or the worker, and told as an error."""

from __future__ import annotations

import contextlib
import time

import pytest

from souverain.errors import (
    OutOfMemory,
    OutOfTime,
    TooDeep,
    TooManyBytes,
    TooManyRows,
)
from souverain.query.job import Job

from .asking import ENDLESS, FOUND, LOOKUP, MANY, MEMORY_BYTES, ask, fails, pool_of, whole

LONG = 100_000
REPLACED = f"REPLACE(REPLACE('{'a' * 1000}', 'a', '{'b' * 1000}'), 'b', '{'c' * 1000}')"
DOUBLED = " ".join(f"BIND (CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(24))
CHAINS = {
    "brackets": f"ASK {{ FILTER ({'(' * 200_000}true{')' * 200_000}) }}",
    "not": f"ASK {{ FILTER ({'!' * LONG}true) }}",
    "plus": f"SELECT ({'1 + ' * LONG}1 AS ?x) {{}}",
    "minus": f"SELECT ({'-(' * LONG}1{')' * LONG} AS ?x) {{}}",
    "or": f"ASK {{ FILTER ({'true || ' * LONG}true) }}",
    "union": f"ASK {{ {'{ ?s ?p ?o } UNION ' * LONG}{{ ?s ?p ?o }} }}",
    "path": f"ASK {{ ?s {'<x:p>/' * LONG}<x:p> ?o }}",
    "alternatives": f"ASK {{ ?s {'<x:p>|' * LONG}<x:p> ?o }}",
    "path in brackets": f"ASK {{ ?s {'(' * LONG}<x:p>{')*' * LONG} ?o }}",
    "groups": f"ASK {{ {'{' * 200_000}?s ?p ?o{'}' * 200_000} }}",
    "optional": f"ASK {{ {'OPTIONAL {' * 50_000}{'}' * 50_000} }}",
    "exists": f"ASK {{ {'FILTER EXISTS {' * 50_000}{'}' * 50_000} }}",
    "patterns": f"ASK {{ {'?s ?p ?o . ' * 3000} }}",
}
BOMBS = {
    "concat": f"SELECT (STRLEN(?x24) AS ?n) {{ BIND ('{'a' * 1000}' AS ?x0) {DOUBLED} }}",
    "replace": f"SELECT (STRLEN({REPLACED}) AS ?n) {{}}",
    "order": f"{MANY} ORDER BY ?c",
    "group": "SELECT (GROUP_CONCAT(?c) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "distinct": "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
}
REGEXES = {
    "repeated": f"ASK {{ FILTER REGEX('{'a' * 30_000}b', '(a|aa)+$') }}",
    "nested": f"ASK {{ FILTER REGEX('{'a' * 30_000}', '(((a{{1,1000}}){{1,1000}}){{1,1000}})') }}",
}


def test_time_by_the_clock(run, pool):
    start = time.monotonic()
    fault = run(fails(ask(pool, ENDLESS, seconds=0.5), OutOfTime))
    assert fault.limit == 0.5
    assert 0.5 <= time.monotonic() - start < 1.5


def test_a_client_may_not_ask_for_more_time_than_the_limit(run, source):
    async def asking():
        async with pool_of(source, seconds=0.5) as pool:
            return await fails(ask(pool, ENDLESS, seconds=60.0), OutOfTime)

    assert run(asking()).limit == 0.5


@pytest.mark.parametrize("text", CHAINS.values(), ids=CHAINS)
def test_a_long_chain_is_answered_or_refused_in_time(run, pool, text):
    start = time.monotonic()
    with contextlib.suppress(OutOfTime, OutOfMemory, TooDeep):
        run(ask(pool, text))
    assert time.monotonic() - start < 5
    assert run(ask(pool, LOOKUP)) == FOUND


def test_two_hundred_thousand_brackets_are_answered(run, source):
    async def asking():
        async with pool_of(source, seconds=10.0, memory_bytes=2**30) as pool:
            return await ask(pool, CHAINS["brackets"], results="csv")

    assert run(asking()) == b"true\r\n"


def test_what_is_nested_too_deeply_is_told_so(run, source):
    async def asking():
        async with pool_of(source, seconds=10.0, memory_bytes=2**30) as pool:
            await fails(ask(pool, CHAINS["groups"].replace("{" * 200_000, "{" * 400_000)), TooDeep)

    run(asking())


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_memory(run, source, text):
    async def asking():
        async with pool_of(source, seconds=20.0) as pool:
            return await fails(ask(pool, text), OutOfMemory)

    assert run(asking()).limit == MEMORY_BYTES


@pytest.mark.parametrize("text", REGEXES.values(), ids=REGEXES)
def test_a_regular_expression_takes_no_long_time(run, pool, text):
    assert run(ask(pool, text, results="csv")) in (b"true\r\n", b"false\r\n")


def test_rows_are_too_many_before_the_first_byte(run, source):
    async def asking():
        async with pool_of(source, rows=100) as pool:
            return await fails(pool.run(Job("SELECT * { ?s ?p ?o }")), TooManyRows)

    assert run(asking()).limit == 100


def test_rows_are_too_many_after_it(run, source):
    async def asking():
        async with pool_of(source, seconds=10.0, rows=10_000) as pool:
            reply = await pool.run(Job(MANY))
            return await fails(whole(reply), TooManyRows)

    assert run(asking()).limit == 10_000


def test_bytes_are_too_many(run, source):
    async def asking():
        async with pool_of(source, seconds=10.0, answer_bytes=1_000_000) as pool:
            reply = await pool.run(Job(MANY))
            return await fails(whole(reply), TooManyBytes)

    assert run(asking()).limit == 1_000_000


def test_an_answer_that_time_cuts_is_no_whole_one(run, source):
    async def asking():
        async with pool_of(source, seconds=0.5) as pool:
            reply = await pool.run(Job(MANY, results="csv"))
            await fails(whole(reply), OutOfTime)

    run(asking())


def test_a_worker_serves_on_after_an_error_of_the_query(run, source):
    async def asking():
        async with pool_of(source, rows=100) as pool:
            before = sorted(link.pid for link in pool.links())
            await fails(pool.run(Job("SELECT * { ?s ?p ?o }")), TooManyRows)
            assert await ask(pool, LOOKUP) == FOUND
            assert sorted(link.pid for link in pool.links()) == before

    run(asking())
