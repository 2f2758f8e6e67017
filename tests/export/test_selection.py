"""What is selected: by article, class, entity, date and layer, and what held at a date."""

from __future__ import annotations

from datetime import date

import pytest

from souverain.errors import NothingSelected, UnknownName, UsageError
from souverain.explanation.facts import Node
from souverain.export import Selection, records, wanted
from souverain.export.shelf import Shelf
from souverain.export.standing import Standing, of
from souverain.order import ordered
from souverain.store import Term
from souverain.vocab import PREFIXES, SOV

ID = PREFIXES["id"]


def selection(origin, *only, at="", layer="all") -> Selection:
    return Selection(origin, wanted.read(only, at, layer))


def stakes(found) -> list[str]:
    return [stake.iri.removeprefix(ID) for stake in records.stakes(found)]


NARROWED = [
    (("article=003", "class=Stake"), 6),
    (("article=002", "article=003", "class=Stake"), 12),
    (("class=Stake",), 20),
    (("entity=numergy", "class=Stake"), 4),
    (("entity=octave-klaba", "class=Stake"), 3),
    (("date=2015", "class=Stake"), 9),
    (("date=2012-10-05", "class=Stake"), 6),
]


@pytest.mark.parametrize(("only", "count"), NARROWED)
def test_it_is_narrowed_to_so_many_stakes(whole, only, count):
    assert len(stakes(selection(whole, *only))) == count


@pytest.mark.parametrize("only", [row for row, _ in NARROWED])
def test_each_stake_can_be_read_with_its_quotes_and_names(whole, only):
    found = selection(whole, *only)
    kept = {quad.subject.value for quad in found.quads()}
    for stake in records.stakes(found):
        assert {stake.holder, stake.target, stake.article, *stake.members} <= kept
        assert {quote.iri for quote in stake.quotes} <= kept
        assert all(quote.exact for quote in stake.quotes)


def test_a_class_is_also_those_below_it(whole):
    found = selection(whole, "class=Transaction")
    kinds = {quad.object.value for quad in found.quads() if quad.predicate.value.endswith("#type")}
    assert {str(SOV.Acquisition), str(SOV.Merger)} <= kinds


def test_a_class_of_entities_gives_those_without_claims(whole):
    found = selection(whole, "class=Person")
    assert len(list(records.entities(found))) == 6
    assert found.claims == 0


def test_what_is_derived_comes_with_its_premises(whole):
    found = selection(whole, "class=DerivedStake")
    kept = {quad.subject.value for quad in found.quads()}
    derived = list(records.derived_stakes(found))
    assert len(derived) == 5
    assert {iri for stake in derived for iri in stake.premises} <= kept


def test_of_an_article_nothing_is_derived_that_stands_on_another(whole):
    found = selection(whole, "article=002")
    articles = {"002"}
    for stake in records.derived_stakes(found):
        told = {found.node(iri).one("assertedIn")[-3:] for iri in stake.premises}
        assert told == articles


def test_a_part_never_has_shortcuts_that_stand_on_the_whole(whole):
    found = {quad.predicate.value for quad in selection(whole, "article=002").quads()}
    assert str(SOV.ownsShareOf) not in found
    assert str(SOV.ownsShareOf) in {q.predicate.value for q in Selection(whole).quads()}


@pytest.mark.parametrize(
    ("layer", "has", "lacks"),
    [
        ("claims", "graph/003>", "graph/derived/"),
        ("derived", "graph/derived/holding>", "graph/003>"),
        ("all", "graph/ontology>", "graph/history"),
    ],
)
def test_a_layer_is_of_its_graphs(whole, layer, has, lacks):
    names = {str(quad.graph_name) for quad in selection(whole, layer=layer).quads()}
    assert any(has in name for name in names)
    assert not any(lacks in name for name in names)


def test_planned_is_not_held(whole):
    found = selection(whole, "class=Stake", at="2024")
    assert {stake.status for stake in records.stakes(found)} == {"InForce"}
    assert len(stakes(found)) == 13


def test_what_is_said_later_does_not_hold_yet(whole):
    assert stakes(selection(whole, "class=Stake", at="2013")) == stakes(
        selection(whole, "class=Stake", "article=002")
    )


def test_what_perhaps_holds_is_said(whole):
    found = selection(whole, "class=Stake", at="2012-10-15")
    read = list(records.stakes(found))
    assert read
    assert {stake.iri for stake in read if not stake.is_certain} == set(found.uncertain)
    assert set(found.uncertain) == {stake.iri for stake in read}


def test_nothing_is_uncertain_where_no_date_is_asked_for(whole):
    assert all(stake.is_certain for stake in records.stakes(Selection(whole)))


@pytest.mark.parametrize(
    ("only", "at", "layer"),
    [(("article=999",), "", "all"), (("class=Stake",), "1950", "all"), (("entity=x",), "", "all")],
)
def test_nothing_is_an_error(whole, only, at, layer):
    with pytest.raises(NothingSelected):
        selection(whole, *only, at=at, layer=layer).demand_something()


@pytest.mark.parametrize(
    ("only", "at", "layer", "error"),
    [
        (("article",), "", "all", UsageError),
        (("article=",), "", "all", UsageError),
        (("artcle=003",), "", "all", UnknownName),
        (("date=yesterday",), "", "all", UsageError),
        ((), "soon", "all", UsageError),
        ((), "", "claim", UnknownName),
    ],
)
def test_what_makes_no_sense_is_an_error(only, at, layer, error):
    with pytest.raises(error) as fault:
        wanted.read(only, at, layer)
    assert fault.value.hint


def test_names_may_be_short_prefixed_or_whole():
    one = wanted.read(["entity=orange", "entity=id:orange", f"entity={ID}orange"])
    assert one.entities == {f"{ID}orange"}


OLD = (date(2005, 1, 1), date(2005, 1, 1))
YES, PERHAPS, NO = Standing.YES, Standing.PERHAPS, Standing.NO
YEAR = (date(2012, 1, 1), date(2012, 12, 31))
STANDING = [
    ("InForce", {"asOf": YEAR}, date(2011, 6, 1), NO),
    ("InForce", {"asOf": YEAR}, date(2012, 6, 1), PERHAPS),
    ("InForce", {"asOf": YEAR}, date(2013, 6, 1), YES),
    (
        "InForce",
        {"asOf": YEAR, "validFrom": OLD},
        date(2011, 1, 1),
        YES,
    ),
    ("InForce", {"asOf": YEAR, "validUntil": YEAR}, date(2012, 6, 1), PERHAPS),
    ("InForce", {"asOf": YEAR, "validUntil": YEAR}, date(2013, 6, 1), NO),
    ("InForce", {"asOf": (None, None)}, date(2013, 6, 1), PERHAPS),
    ("Planned", {"asOf": YEAR}, date(2013, 6, 1), NO),
    ("Negated", {"asOf": YEAR}, date(2013, 6, 1), NO),
    ("Ended", {"asOf": YEAR}, date(2013, 6, 1), NO),
    ("Ended", {"asOf": YEAR}, date(2012, 6, 1), PERHAPS),
    ("", {"asOf": YEAR}, date(2013, 6, 1), YES),
    ("", {"asOf": YEAR, "eventWhen": OLD}, date(2006, 1, 1), YES),
]


@pytest.mark.parametrize(("status", "whens", "day", "answer"), STANDING)
def test_a_claim_stands(status, whens, day, answer):
    values = {"status": (Term(str(SOV[status]), is_iri=True),)} if status else {}
    assert of(Node("x", values), whens, (day, day)) is answer


@pytest.mark.parametrize("batch", [1, 7, 1000, 3000])
def test_lines_are_in_order_whether_they_are_many_or_few(monkeypatch, batch):
    rows = [f"{number * 7919 % 1000:04}\n".encode() for number in range(3000)]
    monkeypatch.setattr("souverain.order.BATCH", batch)
    assert list(ordered(rows)) == sorted(set(rows))
    assert list(ordered([])) == []


def test_a_shelf_is_in_order_whether_it_is_large_or_not(monkeypatch):
    rows = [f"{number * 7919 % 1000:04}" for number in range(3000)]
    small = list(Shelf(rows))
    monkeypatch.setattr("souverain.export.shelf.MOST_IN_MEMORY", 10)
    monkeypatch.setattr("souverain.export.shelf.BATCH", 7)
    large = Shelf(rows)
    assert list(large) == small == sorted(set(rows))
    assert len(large) == len(Shelf(small)) == 1000
    assert "0007" in large
    assert "x" not in large


def test_one_order_whatever_the_order_of_the_store(whole):
    from pyoxigraph import Store

    from souverain.export.origin import Origin

    quads = list(Selection(whole).quads())
    store = Store()
    store.extend(reversed(quads))
    assert list(Selection(Origin((store,))).quads()) == quads
