"""The time line: everything told, in the order of time, and what has no date apart."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from souverain.errors import BadValue
from souverain.pages.media import CSV, JSON, SVG
from souverain.query.evaluation import Query, evaluate
from souverain.vocab import BASE

XML = "{http://www.w3.org/2000/svg}"
# Written apart from the site: every announcement, event and state that is not withdrawn.
INDEPENDENT = """
SELECT ?c { VALUES ?t { sov:Announcement sov:LifecycleEvent sov:StatusObservation } ?c a ?t
MINUS { ?w sov:withdraws ?c } }
"""


def data(get, target="/timeline"):
    return json.loads(get(target, "en", JSON).content)


def marks(picture):
    return [row for row in picture.iter(f"{XML}a") if "happening" in row.get("class", "")]


def picture(get, target="/timeline.svg", language="en"):
    return ElementTree.fromstring(get(target, language, SVG).content)


def test_everything_that_is_told_stands_on_it(site, get):
    found = {row["c"].value for row in evaluate(site.dataset.store, Query(INDEPENDENT))}
    assert {row["claim"] for row in data(get)} == found


def test_it_is_in_the_order_of_time_and_what_has_no_date_comes_last(get):
    dates = [row["earliest"] or "9999" for row in data(get)]
    assert dates == sorted(dates)
    assert dates[0] == "2011-01-01"
    assert dates[-1] == "9999"


def test_the_list_has_the_dated_and_the_undated_apart(get, soup):
    page = soup("/timeline")
    rows = data(get)
    for selector, is_dated in (("ol.told .claim", True), ("ul.told .claim", False)):
        told = [f"{BASE}id/{row['id']}" for row in page.select(selector)]
        assert told == [row["claim"] for row in rows if bool(row["earliest"]) is is_dated]


def test_each_stands_with_its_quote_and_article(soup):
    for row in soup("/timeline").select(".told-then"):
        assert row.select("blockquote[lang=fr]")
        assert row.select('.source a[href^="/articles/"]')


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_dated_one_is_drawn_with_its_sentence(get, language):
    drawn = picture(get, language=language)
    assert len(marks(drawn)) == sum(1 for row in data(get) if row["earliest"])
    assert all(row.get("aria-label") and row.find(f"{XML}title").text for row in marks(drawn))
    assert [drawn.find(f"{XML}{name}").text for name in ("title", "desc")]


@pytest.mark.parametrize(
    ("name", "is_open"),
    [
        ("lifecycleevent-003-b0b83984bf", False),
        ("lifecycleevent-001-65142312fa", True),
        ("statusobservation-004-b20344355e", True),
        ("statusobservation-003-794f1a16af", False),
        ("announcement-000-74f606157e", True),
        ("announcement-000-dcab41657a", False),
    ],
    ids=["launched", "planned", "confirmed", "completed", "expected", "tweet"],
)
def test_what_is_not_done_is_outlined(get, name, is_open):
    (mark,) = [row for row in marks(picture(get)) if row.get("data-key") == name]
    assert ("open" in mark.get("class").split()) is is_open


def test_an_announcement_tells_its_channel_and_announcer(get, soup):
    (row,) = [row for row in data(get) if row["claim"].endswith("announcement-000-dcab41657a")]
    assert (row["channel"], row["speakers"]) == ("Tweet", [f"{BASE}id/octave-klaba"])
    told = soup("/timeline").find(id="announcement-000-dcab41657a").parent
    assert "tweet · Octave Klaba" in " ".join(told.select_one(".then").text.split())


def test_a_date_wears_its_mark_and_tells_whose_it_is(soup):
    page = soup("/timeline")
    tweet = page.find(id="announcement-000-dcab41657a").parent.select_one(".then").text
    negotiation = page.find(id="announcement-000-0f9db3b836").parent.select_one(".then").text
    assert "June 2023 (date of the article)" in tweet
    assert "April 2023, year inferred printed En avril dernier" in negotiation


@pytest.mark.parametrize(
    ("target", "member"),
    [
        ("/timeline?about=cloudwatt", "statusobservation-004-b20344355e"),
        ("/timeline?about=les-echos", "announcement-003-117b7d0045"),
        ("/timeline?kind=event", "lifecycleevent-003-b0b83984bf"),
        ("/timeline?kind=event&about=numergy", "lifecycleevent-002-b976d6b7ee"),
    ],
)
def test_it_can_be_about_one_thing_or_of_one_kind(get, target, member):
    all_rows, rows = data(get), data(get, target)
    assert f"{BASE}id/{member}" in {row["claim"] for row in rows}
    assert 0 < len(rows) < len(all_rows)
    if "kind" in target:
        assert {row["kind"] for row in rows} == {"event"}


def test_csv_and_json_say_the_same(get):
    read = csv.DictReader(io.StringIO(get("/timeline", "en", CSV).content.decode()))
    assert [row["claim"] for row in read] == [row["claim"] for row in data(get)]


def test_the_query_that_is_shown_gives_what_is_shown(site, get, soup):
    link = soup("/timeline").select_one(".again a[href*=query]")
    found = evaluate(site.dataset.store, Query(unquote(link["href"].partition("query=")[2])))
    assert {row["claim"].value for row in found} == {row["claim"] for row in data(get)}


@pytest.mark.parametrize("target", ["about=no-such", "kind=party", "about=a&about=b"])
def test_a_parameter_that_makes_no_sense_is_a_clear_error(get, target):
    with pytest.raises(BadValue):
        get(f"/timeline?{target}")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", ["/timeline", "/ownership?through=1"])
def test_a_page_is_no_larger_than_200_kb(get, path, language):
    assert len(get(path, language).content) < 200_000
