"""What articles say beside what Wikidata says: when they agree, contradict, or lack each other."""

from __future__ import annotations

import pytest

from souverain import question
from souverain.errors import UsageError
from souverain.files import Project
from souverain.link import comparison
from souverain.link.comparison import PARTS, VERDICTS, Compared
from souverain.query.evaluation import Query, evaluate
from souverain.store import Dataset

from .worlds import RETRIEVED, dated, event, owned, role, said, share, stake, world


@pytest.fixture(scope="module")
def queries(project: Project) -> dict[str, str]:
    return comparison.queries(project)


def told(dataset: Dataset, queries: dict[str, str], part: str) -> tuple[str, str]:
    (row,) = comparison.compare(dataset, {part: queries[part]})
    return row.verdict, row.why


THEN, LATER = dated("Point", "2012-10-02"), dated("Point", "2015-01-01")
SINCE = dated("Start", "2011-01-01", "2011-12-31", "2011")
ENDED_LATER, ENDED_BEFORE = dated("End", "2013-12-31"), dated("End", "2012-06-30")
REMAINDER = "sov:stakeBasis sov:Remainder"
MAJORITY = "sov:stakeBasis sov:Majority ; sov:percentageExclusiveMin 50.0"
UNSTATED = "sov:stakeBasis sov:Unstated"
NONE = "sov:stakeBasis sov:NoStake"
PLANNED = "sov:Planned"
DENIED = stake(status="sov:Negated", basis=NONE)
PRESIDENT = role(kind="sov:President")
VOTES = stake(interest="sov:VotingRights")
DEPRECATED = "sov:Deprecated"
STAKES = {
    "nothing is said": (stake(), "", "lacks", "stake"),
    "the same share": (stake(), owned(share(44.4)), "agrees", "same"),
    "the same share, at the time": (stake(), owned(share(44.4), THEN), "agrees", "same"),
    "a share that rounds to it": (stake(), owned(share(44.44)), "agrees", "same"),
    "from the holder's side": (stake(), owned(share(44.4), way="wd:P1830"), "agrees", "same"),
    "no share": (stake(), owned(), "lacks", "figure"),
    "no share, as its parent": (stake(), owned(way="wd:P749"), "lacks", "figure"),
    "no share on either side": (stake(basis=UNSTATED), owned(), "agrees", "same"),
    "no share in the article": (stake(basis=UNSTATED), owned(share(44.4)), "agrees", "same"),
    "no share, as a subsidiary": (stake(basis=UNSTATED), owned(way="wd:P355"), "agrees", "same"),
    "another share, undated": (stake(), owned(share(50)), "undecided", "undated"),
    "another share, then": (stake(), owned(share(50), THEN), "contradicts", "figure"),
    "another share, over it": (
        stake(),
        owned(share(50), SINCE, ENDED_LATER),
        "contradicts",
        "figure",
    ),
    "another share, since": (stake(), owned(share(50), SINCE), "undecided", "undated"),
    "another share, later": (stake(), owned(share(50), LATER), "undecided", "otherTime"),
    "the same share, later": (stake(), owned(share(44.4), LATER), "undecided", "otherTime"),
    "another share, until before": (
        stake(),
        owned(share(50), SINCE, ENDED_BEFORE),
        "undecided",
        "otherTime",
    ),
    "other dates that overlap": (
        stake(),
        owned(share(44.4), SINCE, ENDED_LATER),
        "agrees",
        "same",
    ),
    "another share, a year inferred": (
        stake(told="article:inferred"),
        owned(share(50), THEN),
        "undecided",
        "inferredYear",
    ),
    "a deprecated statement": (
        stake(),
        owned(share(50), THEN, rank=DEPRECATED),
        "lacks",
        "stake",
    ),
    "a majority, and a minority": (
        stake(basis=MAJORITY),
        owned(share(20), THEN),
        "contradicts",
        "figure",
    ),
    "a majority, and one": (stake(basis=MAJORITY), owned(share(60)), "agrees", "same"),
    "a majority, no share": (stake(basis=MAJORITY), owned(), "agrees", "same"),
    "planned": (stake(status=PLANNED), "", "notCompared", "planned"),
    "planned, and said": (
        stake(status=PLANNED),
        owned(share(50), THEN),
        "notCompared",
        "planned",
    ),
    "abandoned": (stake(status="sov:Abandoned"), "", "notCompared", "planned"),
    "joint": (stake(holder="id:group"), "", "notCompared", "joint"),
    "a remainder": (stake(basis=REMAINDER), "", "notCompared", "remainder"),
    "a remainder, and said": (stake(basis=REMAINDER), owned(share(33.4)), "agrees", "same"),
    "votes": (
        stake(interest="sov:VotingRights"),
        owned(share(50), THEN),
        "notCompared",
        "votingRights",
    ),
    "a holder linked closely": (stake(holder="id:close"), owned(), "notCompared", "unlinkedHolder"),
    "a holder without a link": (stake(holder="id:fund"), "", "notCompared", "unlinkedHolder"),
    "a target without a link": (stake(target="id:fund"), "", "notCompared", "unlinkedTarget"),
    "denied": (DENIED, "", "notCompared", "denied"),
    "denied, and said": (
        DENIED,
        owned(THEN),
        "contradicts",
        "denied",
    ),
    "denied, and said of some time": (
        DENIED,
        owned(),
        "undecided",
        "undated",
    ),
    "no owner": (
        stake(),
        said("wd:P127", "sov:missingValue sov:NoValue"),
        "undecided",
        "saysNone",
    ),
    "an owner that is not known": (
        stake(),
        said("wd:P127", "sov:missingValue sov:UnknownValue"),
        "lacks",
        "stake",
    ),
    "ended, and said before": (
        stake(status="sov:Ended"),
        owned(share(44.4), SINCE, ENDED_BEFORE),
        "agrees",
        "same",
    ),
    "ended, nothing is said": (stake(status="sov:Ended"), "", "lacks", "stake"),
}


@pytest.mark.parametrize("name", STAKES)
def test_a_stake(name, queries):
    claim, theirs, *expected = STAKES[name]
    assert told(world(claim, theirs), queries, "stakes") == tuple(expected)


@pytest.mark.parametrize("kept", RETRIEVED.strip().split("\n"))
def test_an_item_that_was_not_retrieved_lacks_nothing(queries, kept):
    dataset = world(stake(), "", retrieved=kept)
    assert told(dataset, queries, "stakes") == ("undecided", "notRetrieved")


def test_a_claim_that_was_withdrawn_is_not_compared(queries):
    dataset = world(stake(), "", more="id:withdrawal sov:withdraws id:claim .")
    assert comparison.compare(dataset, queries) == []


def test_a_statement_that_agrees_counts_more_than_one_that_contradicts(queries):
    theirs = owned(share(50), THEN) + owned(share(44.4), THEN).replace("<#s>", "<#t>")
    assert told(world(stake(), theirs), queries, "stakes") == ("agrees", "same")


PERSON, OTHER = "sov:externalObject wd:Q900000003", "sov:externalObject wd:Q900000004"
OVER = (SINCE, ENDED_LATER)
ROLES = {
    "nothing is said": (role(), "", "lacks", "role"),
    "the same": (role(), said("wd:P169", PERSON), "agrees", "same"),
    "the same, later": (role(), said("wd:P169", PERSON, LATER), "undecided", "otherTime"),
    "another, undated": (role(), said("wd:P169", OTHER), "lacks", "role"),
    "another, over it": (role(), said("wd:P169", OTHER, *OVER), "contradicts", "otherPerson"),
    "another, a year inferred": (
        role(told="article:inferred"),
        said("wd:P169", OTHER, *OVER),
        "undecided",
        "inferredYear",
    ),
    "another founder": (
        role(kind="sov:Founder"),
        said("wd:P112", OTHER, *OVER),
        "lacks",
        "role",
    ),
    "a founder": (role(kind="sov:Founder"), said("wd:P112", PERSON), "agrees", "same"),
    "a president, as chair": (
        PRESIDENT,
        said("wd:P488", PERSON),
        "agrees",
        "same",
    ),
    "a president, as chief": (
        PRESIDENT,
        said("wd:P169", PERSON),
        "agrees",
        "same",
    ),
    "a president, another chief": (
        PRESIDENT,
        said("wd:P169", OTHER, *OVER),
        "lacks",
        "role",
    ),
    "deprecated": (role(), said("wd:P169", PERSON, rank=DEPRECATED), "lacks", "role"),
    "another role": (role(kind="sov:Patron"), "", "notCompared", "otherRole"),
    "denied": (role(polarity="sov:Negated"), "", "notCompared", "denied"),
    "planned": (role(status="sov:Planned"), "", "notCompared", "planned"),
    "a person without a link": (role(member="id:fund"), "", "notCompared", "unlinkedHolder"),
}


@pytest.mark.parametrize("name", ROLES)
def test_a_role(name, queries):
    claim, theirs, *expected = ROLES[name]
    assert told(world(claim, theirs), queries, "roles") == tuple(expected)


def born(*date: str, rank: str = "sov:Normal") -> str:
    return said("wd:P571", dated("Date", *date), rank=rank)


UNKNOWN = 'sov:externalDate [ sov:edtf "XXXX" ]'
DATES = {
    "nothing is said": (event(), "", "lacks", "date"),
    "the same year": (event(), born("2012-01-01", "2012-12-31", "2012"), "agrees", "same"),
    "another year": (event(), born("2011-01-01", "2011-12-31", "2011"), "contradicts", "date"),
    "another year, inferred here": (
        event("article:inferred"),
        born("2011-01-01"),
        "undecided",
        "inferredYear",
    ),
    "unknown": (event(), said("wd:P571", UNKNOWN), "undecided", "undated"),
    "deprecated": (event(), born("2011-01-01", rank=DEPRECATED), "lacks", "date"),
    "a launch": (event(kind="sov:Launched"), born("2011-01-01"), "notCompared", "otherEvent"),
    "an end": (event(kind="sov:Closed"), born("2011-01-01"), "lacks", "date"),
    "planned": (event(status="sov:Planned"), born("2011-01-01"), "notCompared", "planned"),
    "no date": (event(""), born("2011-01-01"), "notCompared", "undated"),
}


@pytest.mark.parametrize("name", DATES)
def test_a_date(name, queries):
    claim, theirs, *expected = DATES[name]
    assert told(world(claim, theirs), queries, "dates") == tuple(expected)


def test_every_claim_of_the_graph_has_one_verdict(project, queries):
    dataset = Dataset.load(project)
    rows = comparison.compare(dataset, queries)
    assert len({row.claim for row in rows}) == len(rows)
    assert {row.verdict for row in rows} <= set(VERDICTS)
    kinds = {"stakes": "sov:Stake", "roles": "sov:RoleHolding", "dates": "sov:LifecycleEvent"}
    for part, kind in kinds.items():
        text = f"SELECT ?c {{ ?c a {kind} FILTER NOT EXISTS {{ ?w sov:withdraws ?c }} }}"
        known = {row["c"].value for row in evaluate(dataset.store, Query(text))}
        assert {row.claim for row in rows if row.part == part} == known


def test_nothing_contradicts_or_lacks_before_anything_was_retrieved(project, queries):
    rows = comparison.compare(Dataset.load(project), queries)
    assert {row.verdict for row in rows} == {"undecided", "notCompared"}


def test_there_is_a_query_for_each_part_with_words_in_both_languages(project):
    for path in project.comparison_files():
        assert question.read(project.read(path), path.stem).words.keys() == {"en", "fr"}
    assert comparison.queries(project).keys() == set(PARTS)


def test_without_what_wikidata_says_there_is_nothing_to_compare_with(project):
    with pytest.raises(UsageError) as fault:
        comparison.demand_retrieved(Dataset.load(project))
    assert comparison.ENRICH in fault.value.hint


def test_a_row_says_what_each_side_says(queries):
    (row,) = comparison.compare(world(stake(), owned(share(50), THEN)), queries)
    base = "https://w3id.org/souverain/"
    assert row == Compared(
        part="stakes",
        claim=f"{base}id/claim",
        article=f"{base}articles/900",
        subject=f"{base}id/cloud",
        property="http://www.wikidata.org/entity/P127",
        object=f"{base}id/holder",
        said="44,4 %",
        date="2012-10-02",
        verdict="contradicts",
        why="figure",
        statement=f"{base}graph/wikidata#s",
        theirs="50",
    )
