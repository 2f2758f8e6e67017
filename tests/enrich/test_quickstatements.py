"""Drafts of what Wikidata lacks: no more certain than the article, and never without a reviewer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from souverain.errors import UsageError
from souverain.files import Project
from souverain.link import comparison, quickstatements, targets
from souverain.link.quickstatements import Draft, Sources

from .worlds import dated, event, owned, role, share, stake, world

TARGET = targets.find("wikidata")
URL = {"900": "https://example.org/news"}
DAY = "+2012-10-02T00:00:00Z/11"
QUOTED = f'S577\t{DAY}\tS1683\tfr:"Holder détient 44,4 % de Cloud"'
REFERENCE = f'S854\t"{URL["900"]}"\tS813\t+2024-01-31T00:00:00Z/11\t{QUOTED}'
Make = Callable[..., list[Draft]]


@pytest.fixture(scope="module")
def make(project: Project) -> Make:
    """The drafts of a world."""
    texts, query = comparison.queries(project), comparison.drafting(project)

    def made(claim: str, theirs: str = "", more: str = "", **places: str) -> list[Draft]:
        dataset = world(claim, theirs, more=more)
        sources = Sources(URL if not places else {"900": places["place"]}, "2024-01-31")
        rows = comparison.compare(dataset, texts)
        return list(quickstatements.drafts(dataset, rows, query, sources, TARGET))

    return made


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2012", "+2012-00-00T00:00:00Z/9"),
        ("2012-10", "+2012-10-00T00:00:00Z/10"),
        ("2012-10-02", DAY),
        ("201X", "+2010-00-00T00:00:00Z/8"),
        ("2012?", ""),
        ("2012~", ""),
        ("2012-10/", ""),
        ("2012/2013", ""),
        ("XXXX", ""),
        ("", ""),
    ],
)
def test_only_a_plain_date_is_told_with_its_precision(edtf, expected):
    assert quickstatements.time(edtf) == expected


def test_a_stake_is_drafted_with_its_share_its_date_and_its_quote(make):
    (draft,) = make(stake())
    said = f"Q900000001\tP127\tQ900000002\tP1107\t0.444\tP585\t{DAY}\t"
    assert draft.command == said + REFERENCE


def test_each_command_stands_under_a_line_that_asks_for_a_review(make):
    (draft,) = make(stake())
    first, second = draft.text().split("\n")
    assert first.startswith("# REVIEW id:claim")
    assert second == draft.command


UNTIL = "sov:validUntil article:day"
SINCE = "sov:validFrom article:day"
COMMANDS = {
    "in force since": (stake(SINCE), "P127\tQ900000002\tP1107\t0.444\tP580\t" + DAY + "\tS"),
    "ended": (
        stake(UNTIL, status="sov:Ended"),
        "P127\tQ900000002\tP1107\t0.444\tP582\t" + DAY + "\tS",
    ),
    "ended, nobody knows when": (
        stake(status="sov:Ended"),
        "P127\tQ900000002\tP1107\t0.444\tP582\tsomevalue\tS",
    ),
    "ended in a year that is inferred": (
        stake("sov:validUntil article:inferred", status="sov:Ended"),
        "P127\tQ900000002\tP1107\t0.444\tP582\tsomevalue\tS",
    ),
    "told in a year that is inferred": (
        stake(told="article:inferred"),
        "P127\tQ900000002\tP1107\t0.444\tS",
    ),
    "a majority": (
        stake(basis="sov:stakeBasis sov:Majority ; sov:percentageExclusiveMin 50.0"),
        "P127\tQ900000002\tP585\t" + DAY + "\tS",
    ),
    "a chief": (role(), "P169\tQ900000003\tP585\t" + DAY + "\tS"),
    "a founder": (role(kind="sov:Founder"), "P112\tQ900000003\tP585\t" + DAY + "\tS"),
    "a beginning": (event(), "P571\t" + DAY + "\tS"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_draft_says_no_more_than_the_article(make, name):
    claim, beginning = COMMANDS[name]
    (draft,) = make(claim)
    assert draft.command.startswith(f"Q900000001\t{beginning}")


NONE = {
    "planned": stake(status="sov:Planned"),
    "joint": stake(holder="id:group"),
    "a remainder": stake(basis="sov:stakeBasis sov:Remainder"),
    "denied": stake(status="sov:Negated", basis="sov:stakeBasis sov:NoStake"),
    "of voting rights": stake(interest="sov:VotingRights"),
    "linked closely": stake(holder="id:close"),
    "ranked as deprecated": stake("sov:rank sov:Deprecated"),
    "begun in a year that is inferred": event("article:inferred"),
    "planned to begin": event(status="sov:Planned"),
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_fact_is_not_drafted(make, name):
    assert make(NONE[name]) == []


@pytest.mark.parametrize(
    "theirs",
    [owned(share(44.4)), owned(share(50), dated("Point", "2012-10-02")), owned(share(50))],
    ids=["agrees", "contradicts", "leaves it open"],
)
def test_only_what_wikidata_lacks_is_drafted(make, theirs):
    assert make(stake(), theirs) == []


def test_a_share_that_a_statement_lacks_is_drafted_and_told(make):
    (draft,) = make(stake(), owned())
    assert "the item has the statement, without the share" in draft.remarks


REMARKS = {
    "its year": (stake(told="article:inferred"), "", "its year is not stated"),
    "its vehicle": (stake("sov:via id:fund"), "", "held through Fund"),
    "for whom": (stake("sov:onBehalfOf id:fund"), "", "held on behalf of Fund"),
    "its speaker": (stake("sov:attributedTo id:person"), "", "told by Person"),
    "its contradiction": (
        stake(),
        "id:d sov:between id:claim ; sov:discrepancyKind sov:Contradiction .",
        "another article contradicts it",
    ),
    "its quote": (
        stake(),
        'id:evidence oa:hasSelector [ oa:exact "dit « \\" »" ] .',
        "a quote is left out",
    ),
}


@pytest.mark.parametrize("name", REMARKS)
def test_a_reviewer_is_told_what_a_command_cannot_hold(make, name):
    claim, more, remark = REMARKS[name]
    (draft,) = make(claim, more=more)
    assert any(remark in row for row in draft.remarks)


def test_an_article_with_an_item_is_what_it_is_stated_in(make):
    (draft,) = make(stake(), place="Q900000009")
    assert "\tS248\tQ900000009\tS577\t" in draft.command


def test_an_article_that_stands_nowhere_is_told(make):
    (draft,) = make(stake(), place="")
    assert any("--source 900=" in row for row in draft.remarks)
    assert "\tS854\t" not in draft.command


@pytest.mark.parametrize("given", ["900", "900=", "=Q1", "900=Cloud", "900=ftp://example.org/"])
def test_a_source_that_is_none_is_refused(given):
    with pytest.raises(UsageError) as fault:
        Sources.read([given], "", TARGET)
    assert "--source" in fault.value.hint


def test_a_day_of_access_that_is_none_is_refused():
    with pytest.raises(UsageError):
        Sources.read([], "yesterday", TARGET)
