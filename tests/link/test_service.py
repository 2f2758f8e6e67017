"""What a service does wrong has one clear message each, and what is kept is not asked for again."""

from __future__ import annotations

import email.utils
import json
import time

import pytest

from souverain.errors import (
    ServiceFailed,
    ServicePaused,
    ServiceRefused,
    ServiceTooLarge,
    ServiceTooSlow,
    Unasked,
    UsageError,
)
from souverain.link import wikibase
from souverain.link.cache import Cache
from souverain.link.connection import connected
from souverain.link.exchange import Exchange
from souverain.link.patience import LONGEST_SECONDS, Patience
from souverain.link.service import Service
from souverain.settings import Settings

from .world import Answer

MAXLAG = {"error": {"code": "maxlag", "info": "Waiting for db1: 6.2 seconds lagged", "lag": 6.2}}
LIMITED = {"error": {"code": "ratelimited", "info": "You've exceeded your rate limit."}}
REFUSED = {"error": {"code": "badvalue", "info": "Unrecognized value for parameter."}}
ROWS = {
    "head": {"vars": ["a"]},
    "results": {"bindings": [{"a": {"type": "literal", "value": "x"}}]},
}


def asked(service, world, words="Orange"):
    return wikibase.by_prefix(service, world.url, words, "fr")


PASSING = {
    "a lag": (Answer(body=json.dumps(MAXLAG), headers={"Retry-After": "7"}), 7.0),
    "a lag that says no pause": (Answer(body=json.dumps(MAXLAG)), 5.0),
    "a limit of the rate": (Answer(body=json.dumps(LIMITED)), 5.0),
    "429": (Answer(429, "<html>Too many requests</html>", {"Retry-After": "30"}), 30.0),
    "429 that says no pause": (Answer(429), 1.0),
    "500": (Answer(500, "<html>Internal error</html>"), 1.0),
    "503": (Answer(503, "", {"Retry-After": "2"}), 2.0),
    "a page": (Answer(body="<!DOCTYPE html><title>Log in</title>"), 1.0),
    "JSON that is cut": (Answer(body='{"search": [{"id": "Q14'), 1.0),
    "JSON that is no object": (Answer(body="[]"), 1.0),
    "nothing": (Answer(body=""), 1.0),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_waited_for(service, world, slept, name):
    answer, pause = PASSING[name]
    world.mischief = [answer]
    assert "Q1431486" in asked(service, world)
    assert slept == [pause]


LASTING = {
    "429": (Answer(429), ServiceFailed, "answers with the status 429"),
    "500": (Answer(500), ServiceFailed, "answers with the status 500"),
    "a page": (
        Answer(body="<html>"),
        ServiceFailed,
        "answers with a page in place of data: '<html>'",
    ),
    "cut": (Answer(body='{"a'), ServiceFailed, "answers with what is no whole JSON"),
    "a lag": (Answer(body=json.dumps(MAXLAG)), ServiceFailed, "is busy (maxlag"),
}


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_ends_after_some_tries_longer_apart_each_time(service, world, slept, name):
    answer, kind, words = LASTING[name]
    world.mischief = [answer] * 5
    with pytest.raises(kind) as fault:
        asked(service, world)
    assert words in str(fault.value)
    assert "run the same command again later" in fault.value.hint
    assert world.mischief == []
    assert slept == sorted(slept)
    assert len(slept) == 4


FINAL = {
    "a redirect": (
        Answer(301, "", {"Location": "https://example.org/new"}),
        "answers with a redirect to https://example.org/new, which is not followed",
        "give its new address",
    ),
    "403": (Answer(403, "no agent"), "answers with the status 403: 'no agent'", "--contact"),
    "a refusal": (
        Answer(body=json.dumps(REFUSED)),
        "refuses with the error badvalue: Unrecognized value for parameter.",
        "action=help",
    ),
    "other JSON": (Answer(body="{}"), "holds no results", "again later"),
}


@pytest.mark.parametrize("name", FINAL)
def test_what_another_try_would_not_better_is_not_tried_again(service, world, slept, name):
    answer, words, hint = FINAL[name]
    world.mischief = [answer]
    with pytest.raises(ServiceFailed) as fault:
        asked(service, world)
    assert words in str(fault.value)
    assert hint in fault.value.hint
    assert slept == []


def test_a_pause_can_be_a_date(service, world, slept):
    until = email.utils.formatdate(time.time() + 60, usegmt=True)
    world.mischief = [Answer(429, "", {"Retry-After": until})]
    asked(service, world)
    assert 50 < slept[0] <= 60


def test_a_pause_that_is_too_long_ends_the_command(service, world, slept):
    world.mischief = [Answer(429, "", {"Retry-After": str(int(LONGEST_SECONDS) + 1)})]
    with pytest.raises(ServicePaused) as fault:
        asked(service, world)
    assert "asks for a pause of 121 s" in str(fault.value)
    assert slept == []


def test_a_service_that_is_down_is_tried_again(service, slept):
    with pytest.raises(ServiceFailed, match="cannot be reached: Connection refused"):
        wikibase.by_prefix(service, "http://127.0.0.1:9/api.php", "Orange", "fr")
    assert len(slept) == 4


def test_a_service_that_is_slow_is_not_waited_for_forever(world, tmp_path):
    world.delay_seconds = 2.0
    with Cache(tmp_path) as kept:
        slow = Service(Exchange("tests", 0.2, 10_000), kept, Patience(1))
        with pytest.raises(ServiceTooSlow, match=r"did not answer within 0.2 seconds"):
            asked(slow, world)


def test_an_answer_may_not_be_larger_than_allowed(world, tmp_path):
    world.mischief = [Answer(body='"' + "x" * 20_000 + '"')]
    with Cache(tmp_path) as kept, pytest.raises(ServiceTooLarge, match="more than 10000 bytes"):
        asked(Service(Exchange("tests", 30, 10_000), kept, Patience(1)), world)


ROWS_WRONG = {
    "429": (Answer(429, "", {"Retry-After": "4"}), [4.0]),
    "500": (Answer(500, "java.util.concurrent.TimeoutException"), [1.0]),
    "cut": (Answer(body='{"results": {"bind'), [1.0]),
}


@pytest.mark.parametrize("name", ROWS_WRONG)
def test_a_query_is_asked_again_as_well(service, world, slept, name):
    answer, pauses = ROWS_WRONG[name]
    world.mischief = [answer, Answer(body=json.dumps(ROWS))]
    assert service.rows(world.url, "SELECT ?a {}").value == [{"a": "x"}]
    assert slept == pauses


def test_a_query_that_is_wrong_is_not(service, world, slept):
    world.mischief = [Answer(400, 'Encountered "?" at line 1')]
    with pytest.raises(ServiceFailed, match="answers with the status 400"):
        service.rows(world.url, "SELECT ?")
    assert slept == []


def test_an_answer_is_asked_for_once_and_kept_with_its_date(service, world):
    first = asked(service, world)
    number = len(world.asked)
    assert asked(service, world) == first
    assert len(world.asked) == number


def test_offline_nothing_is_asked(world, tmp_path):
    settings = Settings.read({}, link_cache=str(tmp_path))
    with connected(settings) as online:
        first = asked(online, world)
    number = len(world.asked)
    old = Settings.read({}, link_cache=str(tmp_path), link_cache_days=0)
    with connected(old, offline=True) as service:
        assert asked(service, world) == first
        with pytest.raises(Unasked, match="says of 'Qwant' is not kept") as fault:
            asked(service, world, "Qwant")
    assert "without --offline" in fault.value.hint
    assert len(world.asked) == number


def test_a_failure_keeps_what_came_before_it(service, world, slept):
    asked(service, world)
    world.mischief = [Answer(500)] * 5
    with pytest.raises(ServiceFailed):
        asked(service, world, "Qwant")
    number = len(world.asked)
    assert asked(service, world)
    assert asked(service, world, "Qwant")
    assert len(world.asked) == number + 1


def test_requests_are_polite(service, world):
    asked(service, world)
    assert world.asked[0]["maxlag"] == "5"
    assert {agent.startswith("souverain/") for agent in world.agents} == {True}
    assert all("(https://w3id.org/souverain/)" in agent for agent in world.agents)


def test_a_contact_that_no_header_can_hold_is_refused(tmp_path):
    settings = Settings.read({}, link_cache=str(tmp_path), service_contact="a\r\nb: c")
    with pytest.raises(UsageError, match="--service-contact"), connected(settings):
        pass


@pytest.mark.parametrize("what", ["a file that is none", "a folder that cannot be"])
def test_a_cache_that_is_none_says_so(tmp_path, what):
    if what == "a file that is none":
        (tmp_path / "answers.sqlite").write_text("not a database, and long enough to tell", "utf-8")
        folder = tmp_path
    else:
        folder = tmp_path / "file" / "below"
        (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="cannot be used as a cache") as fault:
        Cache(folder)
    assert "--cache DIR" in fault.value.hint


def test_items_are_had_fifty_at_a_time_in_the_order_asked_for(service, world):
    ids = [f"Q{900_000_000 + number}" for number in (*range(20, 90), *range(0))]
    found = [item.id for item in wikibase.items(service, world.url, ids)]
    assert found == ids
    assert len(world.asked) == 2


def test_an_item_that_was_merged_deleted_or_never_there(service, world):
    world.moved = {"Q900000900": "Q1431486"}
    world.never = {"Q900000999"}
    ids = ["Q900000900", "Q900000901", "Q900000999", "Q142"]
    found = list(wikibase.items(service, world.url, ids))
    assert [(item.asked, item.id, item.is_missing) for item in found] == [
        ("Q900000900", "Q1431486", False),
        ("Q900000901", "Q900000901", True),
        ("Q900000999", "Q900000999", True),
        ("Q142", "Q142", False),
    ]


def test_an_item_without_a_name_is_called_by_its_id(service, world):
    nameless = next(row.id for row in world.items.values() if not row.labels)
    (item,) = wikibase.items(service, world.url, [nameless])
    assert (item.label, item.description, item.names) == (nameless, "", [])


def test_a_refusal_has_its_code(service, world):
    world.mischief = [Answer(body=json.dumps(REFUSED))]
    with pytest.raises(ServiceRefused) as fault:
        list(wikibase.items(service, world.url, ["Q1431486"]))
    assert fault.value.code == "badvalue"
