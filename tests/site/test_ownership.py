"""The ownership picture: the right edges at each date, drawn as they are said."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Store

from souverain.document import Asked
from souverain.errors import BadValue
from souverain.pages.media import CSV, HTML, JSON, SVG
from souverain.pages.page import Page
from souverain.pages.picture import ownership, placing, text
from souverain.pages.picture.placing import BOX_WIDTH, Box, Link
from souverain.pages.site import Site
from souverain.query.evaluation import Query, evaluate
from souverain.question import Value
from souverain.settings import Settings
from souverain.store import Dataset, unite
from souverain.vocab import BASE, PREFIXES

XML = "{http://www.w3.org/2000/svg}"
DATE = f"{PREFIXES['xsd']}date"
DATES = ["2010-12-31", "2012-09-30", "2012-10-01", "2014-12-31", "2015-12-31", "2023-06-30"]
TARGETS = ["cloudwatt", "numergy", "ovhcloud", "qwant", "synfonium", "shadow-entreprise"]
# Written apart from the site: no claim of the project ends, denies or fulfils an earlier one.
INDEPENDENT = """
SELECT DISTINCT ?holder ?target ?status WHERE {
  ?s a sov:Stake ; sov:holder ?holder ; sov:target ?target ; sov:status/skos:prefLabel ?status .
  ?s sov:asOf/sov:earliest ?day .
  FILTER (LANG(?status) = "en" && ?day <= "%s"^^xsd:date)
  MINUS { ?withdrawal sov:withdraws ?s }
}
"""


def drawn(get, target, language="en"):
    document = get(target, language, SVG)
    assert document.media_type == SVG
    return ElementTree.fromstring(document.content)


def linked(picture, kind):
    return [row for row in picture.iter(f"{XML}a") if kind in row.get("class", "").split()]


def words(element):
    return " ".join("".join(row.itertext()) for row in element.iter(f"{XML}text"))


def edge(picture, name):
    (found,) = [row for row in linked(picture, "edge") if row.get("data-key") == name]
    return found


def rows(get, target):
    return json.loads(get(target, "en", JSON).content)["rows"]


def width(edge):
    """How wide an edge is where it meets its target."""
    (path,) = [row for row in edge.iter(f"{XML}path") if row.get("class") == "ribbon"]
    top, bottom = re.search(r",([\d.]+) H[\d.]+ V([\d.]+) ", path.get("d")).groups()
    return float(bottom) - float(top)


@pytest.mark.parametrize("date", DATES)
def test_the_edges_at_a_date_are_those_that_sparql_counts(site, get, date):
    found = evaluate(site.dataset.store, Query(INDEPENDENT % date))
    expected = {(row["holder"].value, row["target"].value, row["status"].value) for row in found}
    labels = {"InForce": "in force"}
    shown = [row for row in rows(get, f"/ownership?at={date}") if row["shown"]]
    told = [
        (row["holder"], row["target"], labels.get(row["status"], row["status"].lower()))
        for row in shown
    ]
    assert set(told) == expected
    assert len(told) == len(expected)
    assert len(linked(drawn(get, f"/ownership?at={date}"), "edge")) == len(expected)


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("target", TARGETS)
def test_the_picture_and_the_question_name_the_same_holders(project, site, get, target, date):
    question = (Path(project.root) / "ontology/questions/cap-table-at.rq").read_text("utf-8")
    values = {"target": Value(f"{BASE}id/{target}", None), "date": Value(date, DATE)}
    found = evaluate(site.dataset.store, Query(question, substitutions=values))
    told = rows(get, f"/ownership?at={date}&target={target}")
    in_force = {row["holder"] for row in told if row["status"] == "InForce"}
    assert in_force == {row["holder"].value for row in found}


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("stake-002-16d66caa05", {"inforce"}),
        ("stake-003-7bea394997", {"planned"}),
        ("stake-003-55cc6749b4", {"negated"}),
        ("stake-003-7f5ba2e9ed", {"inforce", "unstated"}),
        ("stake-001-8cb0160575", {"inforce", "open"}),
        ("stake-001-7d46718860", {"planned"}),
    ],
)
def test_an_edge_has_the_class_of_its_state(get, name, classes):
    assert set(edge(drawn(get, "/ownership"), name).get("class").split()) == {"edge", *classes}


@pytest.mark.parametrize(
    ("name", "target", "text"),
    [
        ("stake-002-16d66caa05", "/ownership?at=2012-10-02", ["44,4 %", "2012 ?"]),
        ("stake-002-1c1387e63a", "/ownership?at=2012-10-02", ["« le reste »", "[33.4 % computed]"]),
        ("stake-003-7bea394997", "/ownership", ["100%", "planned", "2015"]),
        ("stake-003-55cc6749b4", "/ownership", ["no share", "negated"]),
        ("stake-003-7f5ba2e9ed", "/ownership", ["share not stated"]),
        ("stake-001-8cb0160575", "/ownership", ["> 50 %", "« en majorité »"]),
        ("stake-002-afd554c668", "/ownership", ["33 %", "via FSN"]),
    ],
)
def test_the_words_of_an_edge(get, name, target, text):
    told = words(edge(drawn(get, target), name)).replace("\u00a0", " ")
    assert [part for part in text if part not in told] == []


def test_a_remainder_has_a_computed_number_and_no_printed_one(get):
    (row,) = [
        row
        for row in rows(get, "/ownership?at=2012-10-02")
        if row["claim"].endswith("stake-002-1c1387e63a")
    ]
    assert (row["percentage"], row["derived"], row["printed"]) == (None, "33.4", "le reste")
    picture = drawn(get, "/ownership?at=2012-10-02")
    (computed,) = [row for row in picture.iter(f"{XML}tspan") if row.get("class") == "computed"]
    assert "33.4" in computed.text


def test_joint_holders_are_one_box_with_one_edge(get):
    picture = drawn(get, "/ownership")
    (box,) = [row for row in linked(picture, "joint") if row.get("data-key") == "klaba-freres"]
    assert re.sub(r"\s+", " ", words(box)) == "the Klaba brothers Miroslaw Klaba Octave Klaba"
    held = [row for row in rows(get, "/ownership") if f"{BASE}id/octave-klaba" in row["members"]]
    assert [row["holder"] for row in held] == [f"{BASE}id/klaba-freres"]
    keys = {row.get("data-key") for row in linked(picture, "box")}
    assert not keys & {"octave-klaba", "miroslaw-klaba"}


def test_one_behind_a_share_has_a_thin_line_and_no_share(get):
    picture = drawn(get, "/ownership?target=cloudwatt")
    (line,) = [row for row in picture.iter(f"{XML}g") if row.get("class") == "behind"]
    assert words(line) == "on behalf of: French State"
    assert len(linked(picture, "edge")) == 4
    holders = {row["holder"] for row in rows(get, "/ownership?target=cloudwatt")}
    assert f"{BASE}id/etat-francais" not in holders


def test_widths_are_in_proportion_to_shares(get):
    picture = drawn(get, "/ownership?at=2012-10-02")
    shares = {
        "stake-002-16d66caa05": 44.4,
        "stake-002-854bdf0e33": 22.2,
        "stake-002-1c1387e63a": 33.4,
        "stake-002-2a15f4633b": 47,
        "stake-002-2af3ff97b5": 20,
        "stake-002-afd554c668": 33,
    }
    unit = width(edge(picture, "stake-002-2a15f4633b")) / 47
    for name, share in shares.items():
        assert width(edge(picture, name)) == pytest.approx(unit * share, abs=0.2)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("through", ["0", "1"])
def test_the_still_picture_stands_alone(get, date, language, through):
    document = get(f"/ownership.svg?at={date}&through={through}", language, SVG)
    picture = ElementTree.fromstring(document.content)
    assert [picture.find(f"{XML}{name}").text for name in ("title", "desc")]
    assert (picture.get("width"), picture.get("viewBox").split()[2]) == (picture.get("width"),) * 2
    assert not {"style", "onclick"} & {name for row in picture.iter() for name in row.attrib}
    links = [row.get("href") for row in picture.iter(f"{XML}a")]
    assert all(link.startswith("http://localhost:8000/") for link in links)
    assert picture.find(f"{XML}rect").get("fill") == "#fdfcf8"


@pytest.mark.parametrize("date", ["2012-10-01", "2015-01-01", "2023-06-01"])
def test_every_edge_stands_in_the_table_with_its_quote(soup, date):
    page = soup(f"/ownership?at={date}")
    drawn = {row["data-key"] for row in page.select("svg a.edge")}
    told = {row["data-edge"] for row in page.select("tr[data-edge]")}
    assert drawn == told
    for row in page.select("tr[data-edge]"):
        claim = row.find_next_sibling("tr").select_one(".claim")
        assert claim["id"] == row["data-edge"]
        assert claim.select("blockquote[lang=fr]")
        assert claim.select('.source a[href^="/articles/"]')


def test_claims_that_differ_are_all_reachable(soup):
    page = soup("/ownership?at=2015-01-01&target=cloudwatt")
    told = {row["id"] for row in page.select("table .claim")}
    assert {"stake-002-16d66caa05", "stake-003-0791065b1d", "stake-002-1c1387e63a"} <= told


@pytest.mark.parametrize(
    "target",
    ["at=2012-10-02", "at=2015-12-31&target=cloudwatt", "at=2023-06-30&holder=octave-klaba"],
)
def test_the_query_that_is_shown_gives_the_claims_that_are_shown(site, get, soup, target):
    link = soup(f"/ownership?{target}").select_one(".again a[href*=query]")
    shown = unquote(link["href"].partition("query=")[2])
    found = evaluate(site.dataset.store, Query(shown))
    assert {row["claim"].value for row in found} == {
        row["claim"] for row in rows(get, f"/ownership?{target}")
    }


def test_look_through_is_drawn_only_on_demand_and_marked(get, soup):
    assert not linked(drawn(get, "/ownership"), "derived")
    picture = drawn(get, "/ownership?through=1")
    told = {words(row).replace("\u00a0", " ") for row in linked(picture, "derived")}
    assert {row.split(" planned")[0] for row in told} == {
        "= 25 % (24.4–25.5)",
        "= 75 % (74.1–75.5)",
    }
    assert len(linked(picture, "derived")) == 4
    computed = [row for row in rows(get, "/ownership?through=1") if row["isComputed"]]
    assert {row["percentage"] for row in computed} == {None}
    page = soup("/ownership?through=1")
    assert len(page.select("table .claim.derived")) == 4


def test_look_through_of_a_date_before_its_premises_is_empty(get):
    assert not linked(drawn(get, "/ownership?through=1&at=2023-05-31"), "derived")


@pytest.mark.parametrize(
    ("holder", "count"),
    [
        ("orange", 2),
        ("octave-klaba", 1),
        ("fonds-national-pour-la-societe-numerique", 2),
        ("etat-francais", 2),
    ],
)
def test_a_holder_is_found_itself_in_a_group_as_vehicle_and_as_principal(get, holder, count):
    assert len(linked(drawn(get, f"/ownership?holder={holder}"), "edge")) == count


def test_csv_and_json_say_the_same(get):
    told = rows(get, "/ownership?at=2015-12-31")
    read = csv.DictReader(io.StringIO(get("/ownership?at=2015-12-31", "en", CSV).content.decode()))
    assert [row["claim"] for row in read] == [row["claim"] for row in told]


def test_the_steps_are_the_dates_of_claims_and_of_what_happened(get):
    steps = json.loads(get("/ownership", "en", JSON).content)["steps"]
    assert [row["date"] for row in steps] == [
        "2011-01-01",
        "2012-09-01",
        "2012-10-01",
        "2013-01-01",
        "2015-01-01",
        "2022-01-01",
        "2023-04-01",
        "2023-06-01",
    ]
    assert [row["date"] for row in steps if row["claims"]] == [
        "2012-10-01",
        "2015-01-01",
        "2023-06-01",
    ]


@pytest.mark.parametrize(
    ("at", "mark"), [("2012-10-02", "year inferred"), ("2015-06-01", "in part inferred")]
)
def test_a_date_that_is_only_bounded_shows_its_range_and_its_mark(soup, at, mark):
    told = soup(f"/ownership?at={at}").select_one(".range")
    assert told.text.startswith("between 1 ")
    assert told.select_one(".inferred").text == mark
    assert told.select_one(".note").text


def test_without_script_a_form_gives_each_date(soup):
    page = soup("/ownership?at=2015-06-01&lang=en")
    form = page.select_one("form.when")
    dates = [row["value"] for row in form.select("#at option")]
    assert (form["method"], form["action"], len(dates)) == ("get", "/ownership", 8)
    assert [row["value"] for row in form.select("#at option[selected]")] == ["2015-01-01"]
    assert form.select("button")
    assert form.select_one("input[name=lang]")["value"] == "en"
    assert [row["data-date"] for row in page.select(".steps a")] == dates
    assert page.select_one("#slider").has_attr("hidden")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_rule_is_told_in_words(soup, language):
    assert len(soup("/ownership", language).select(".legend details p")) == 5


def test_before_the_first_date_nothing_is_drawn_and_it_is_said(get):
    picture = drawn(get, "/ownership?at=1999-01-01")
    assert not linked(picture, "edge")
    assert "nobody is said" in words(picture)


@pytest.mark.parametrize(
    "target",
    [
        "at=2012-13-45",
        "at=yesterday",
        "at=2012-01-01&at=2013-01-01",
        "target=no-such-thing",
        "holder=%3Cscript%3E",
        "target=%22%3E%20%7D%20SELECT",
        "through=2",
    ],
)
def test_a_parameter_that_makes_no_sense_is_a_clear_error(get, target):
    with pytest.raises(BadValue):
        get(f"/ownership?{target}")


def test_bars_leave_gaps_and_outline_plans(soup):
    page = soup("/ownership?target=cloudwatt")
    bars = page.select(".holding .bar")
    assert [row["class"][1] for row in bars] == [
        "inforce",
        "inforce",
        "planned",
        "inforce",
        "planned",
    ]
    lengths = [sum(float(part["width"]) for part in row.select(".part")) for row in bars]
    assert lengths == pytest.approx([400, 176, 400, 222, 400], abs=0.5)


def test_the_picture_of_one_target_can_stand_in_another_page(site):
    page = Page(site, Asked("/", "", HTML, "fr", "http://localhost:8000"))
    still = BeautifulSoup(ownership.still(page, target=f"{BASE}id/cloudwatt"), "html.parser")
    assert len(still.select("a.edge")) == 4
    assert ownership.still(page, target=f"{BASE}id/bleu") == ""
    assert (
        ownership.address(page, target=f"{BASE}id/cloudwatt") == "/ownership.svg?target=cloudwatt"
    )


# Small data of our own: one holder, one target, and claims in the order of time.


def when(name, date, basis="StatedYear"):
    return (
        f'id:{name} a sov:When ; sov:edtf "{date}" ; sov:earliest "{date}"^^xsd:date ;'
        f' sov:latest "{date}"^^xsd:date ; sov:yearBasis sov:{basis} .\n'
    )


def stake(name, date="", status="InForce", holder="a", target="b", **more):
    slots = {"stakeBasis": "sov:Unstated"} | {key: str(value) for key, value in more.items()}
    if "percentage" in slots:
        slots["stakeBasis"] = "sov:Exact"
    told = "".join(f" ; sov:{key} {value}" for key, value in slots.items())
    asof = f" ; sov:asOf id:{name}-when" if date else ""
    return (
        f"id:{name} a sov:Stake ; sov:holder id:{holder} ; sov:target id:{target} ;"
        f" sov:status sov:{status} ; sov:modality sov:Stated ; sov:assertedIn article:001"
        f"{told}{asof} .\n" + (when(f"{name}-when", date) if date else "")
    )


@pytest.fixture(scope="session")
def tiny(project):
    """Makes a site, not warmed, over some Turtle of one's own and the ontology."""

    def make(turtle):
        store = Store()
        prefixes = "".join(f"PREFIX {key}: <{value}>\n" for key, value in PREFIXES.items())
        graph = NamedNode(f"{BASE}graph/tiny")
        store.load(input=(prefixes + turtle).encode(), format=RdfFormat.TURTLE, to_graph=graph)
        for path in project.ontology_files():
            store.load(path=path, format=RdfFormat.TURTLE, to_graph=graph)
        unite(store)
        return Site(Dataset.of(store, is_union=True), project, Settings(), "0")

    return make


def told_at(site, date):
    document = site.answer(Asked("/ownership", f"at={date}", JSON, "en", "http://localhost:8000"))
    shown = [row for row in json.loads(document.content)["rows"] if row["shown"]]
    picture = site.answer(Asked("/ownership", f"at={date}", SVG, "en", "http://localhost:8000"))
    root = ElementTree.fromstring(picture.content)
    classes = sorted(row.get("class").split()[1] for row in linked(root, "edge"))
    return sorted(row["claim"].rpartition("/")[2] for row in shown), classes


HELD = stake("s1", "2012-01-01", percentage=40)
RULES = {
    "silence is no end": (HELD, ["s1"], ["inforce"]),
    "a later claim ends it": (
        HELD + stake("s2", "2014-01-01", "Ended"),
        ["s2"],
        ["ended"],
    ),
    "an older end gives way": (
        stake("s0", "2011-01-01", "Ended") + HELD,
        ["s1"],
        ["inforce"],
    ),
    "claims of one day that differ are both drawn": (
        HELD + stake("s2", "2012-01-01", "Ended"),
        ["s1", "s2"],
        ["ended", "inforce"],
    ),
    "a later denial is drawn": (
        HELD + stake("s2", "2014-01-01", "Negated", stakeBasis="sov:NoStake"),
        ["s2"],
        ["negated"],
    ),
    "a plan stands beside what is in force": (
        HELD + stake("s2", "2014-01-01", "Planned", percentage=100),
        ["s1", "s2"],
        ["inforce", "planned"],
    ),
    "a plan is not done by time": (
        stake("s1", "1950-01-01", "Planned", percentage=100),
        ["s1"],
        ["planned"],
    ),
    "a plan is not done by another share in force later": (
        stake("s1", "2012-01-01", "Planned", percentage=100)
        + stake("s2", "2014-01-01", percentage=40),
        ["s1", "s2"],
        ["inforce", "planned"],
    ),
    "a plan is done by a share that meets it in force later": (
        stake("s1", "2012-01-01", "Planned", percentage=100)
        + stake("s2", "2014-01-01", percentage=100),
        ["s2"],
        ["inforce"],
    ),
    "a plan is abandoned": (
        stake("s1", "2012-01-01", "Planned", percentage=100)
        + stake("s2", "2014-01-01", "Abandoned", percentage=100),
        ["s2"],
        ["abandoned"],
    ),
    "a printed last day ends it": (
        stake("s1", "2012-01-01", validUntil="id:end") + when("end", "2013-01-01"),
        ["s1"],
        ["ended"],
    ),
    "a printed last day to come does not": (
        stake("s1", "2012-01-01", validUntil="id:end") + when("end", "2033-01-01"),
        ["s1"],
        ["inforce"],
    ),
    "what is said later is not yet said": (
        HELD + stake("s2", "2021-01-01", "Ended"),
        ["s1"],
        ["inforce"],
    ),
    "what has no date is not drawn": (HELD + stake("s2", holder="c"), ["s1"], ["inforce"]),
    "what is withdrawn is not drawn": (
        HELD + stake("s2", "2013-01-01", holder="c") + "id:w sov:withdraws id:s2 .",
        ["s1"],
        ["inforce"],
    ),
    "a size is shown before none": (HELD + stake("s2", "2014-01-01"), ["s1"], ["inforce"]),
    "the newest of figures that differ is shown": (
        stake("s1", "2012-01-01", percentage=40, rank="sov:Preferred")
        + stake("s2", "2014-01-01", percentage=60, rank="sov:Normal"),
        ["s2"],
        ["inforce"],
    ),
    "the best rank of figures that agree is shown": (
        stake(
            "s1",
            "2012-01-01",
            percentage="40.2",
            rank="sov:Preferred",
            intervalMin="40.15",
            intervalMax="40.25",
        )
        + stake(
            "s2",
            "2014-01-01",
            percentage=40,
            rank="sov:Normal",
            intervalMin="39.5",
            intervalMax="40.5",
        ),
        ["s1"],
        ["inforce"],
    ),
    "holders of each other": (
        HELD + stake("s2", "2012-01-01", holder="b", target="a"),
        ["s1", "s2"],
        ["inforce", "inforce"],
    ),
}


@pytest.mark.parametrize(("turtle", "claims", "classes"), RULES.values(), ids=RULES)
def test_what_stands_at_a_date(tiny, turtle, claims, classes):
    assert told_at(tiny(turtle), "2020-01-01") == (claims, classes)


def test_a_claim_without_a_date_is_told_apart(tiny):
    site = tiny(HELD + stake("s2", holder="c"))
    document = site.answer(Asked("/ownership", "", HTML, "en", "http://localhost:8000"))
    page = BeautifulSoup(document.content.decode(), "html.parser")
    assert [row["id"] for row in page.select('[aria-labelledby="undated-heading"] .claim')] == [
        "s2"
    ]


def test_a_holder_of_itself_is_told_and_not_drawn(tiny):
    claims, classes = told_at(tiny(stake("s1", "2012-01-01", target="a")), "2020-01-01")
    assert (claims, classes) == (["s1"], [])


HOSTILE = [
    "<script>alert(1)</script>\"'&",
    "]]><svg onload=alert(1)>",
    "\u202eevil\u202c \u2066x",
    "\u0007\ufffe\u0000x".replace("\u0000", ""),
    "x" * 100_000,
    "mot " * 20_000,
    "漢字" * 80,
    "{{ 7 * 7 }}",
]


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_shown_as_text_and_cut(tiny, label):
    escaped = json.dumps(label)
    site = tiny(
        stake("s1", "2012-01-01", percentage=40, percentageText=escaped, via="id:v")
        + f"id:a skos:prefLabel {escaped}@en . id:v skos:prefLabel {escaped}@en .\n"
        + "id:a a sov:HolderGroup ; org:hasMember id:v ; sov:splitKnown false .\n"
    )
    for media_type in (SVG, HTML, JSON, CSV):
        document = site.answer(Asked("/ownership", "", media_type, "en", "http://localhost:8000"))
        if media_type in (SVG, HTML):
            assert len(document.content) < 120_000
            assert not re.search(
                rb"<script>alert|onload=alert\(1\)>\s*<|<svg onload", document.content
            )
        if media_type == SVG:
            ElementTree.fromstring(document.content)
            assert "\u202e" not in document.content.decode()


def test_an_iri_that_a_browser_must_not_follow_is_no_link(tiny):
    site = tiny(stake("s1", "2012-01-01").replace("id:a", "<javascript:alert(1)>"))
    document = site.answer(Asked("/ownership", "", HTML, "en", "http://localhost:8000"))
    page = BeautifulSoup(document.content.decode(), "html.parser")
    assert not [row for row in page.select("[href]") if row["href"].startswith("javascript:")]


def test_many_claims_stay_a_page(tiny):
    turtle = "".join(
        stake(f"s{number}", "2012-01-01", holder=f"h{number}", percentage=1)
        for number in range(400)
    )
    document = tiny(turtle).answer(Asked("/ownership", "", HTML, "en", "http://localhost:8000"))
    assert len(document.content) < 400_000
    assert "340 further edges are not drawn" in document.content.decode()


def test_a_site_without_shares_has_a_page(tiny):
    site = tiny("id:a skos:prefLabel 'a'@en .")
    for media_type in (HTML, SVG, JSON, CSV):
        document = site.answer(Asked("/ownership", "", media_type, "fr", "http://localhost:8000"))
        assert document.status == 200


# Places.

PAIRS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 100)), min_size=1, max_size=20
)


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_boxes_and_the_words_before_them_never_meet(pairs):
    boxes = [Box(f"b{number}", 40, number) for number in range(8)]
    links = [
        Link(f"l{number}", boxes[one], boxes[other], 19, share / 3, str(number))
        for number, (one, other, share) in enumerate(pairs)
        if one != other
    ]
    used = [box for box in boxes if any(box in (row.source, row.target) for row in links)]
    placed = placing.place(used, links)
    for one in placed.boxes:
        assert one.y >= 0
        assert one.x + BOX_WIDTH <= placed.width
        assert one.y + one.height <= placed.height
        others = [box for box in placed.boxes if box is not one and box.rank == one.rank]
        assert all(abs(one.middle - box.middle) >= (one.height + box.height) / 2 for box in others)
    for rank in {row.target.rank for row in links}:
        bands = sorted((row.top, row.top + row.height) for row in links if row.target.rank == rank)
        assert all(first[1] <= second[0] + 1e-6 for first, second in itertools.pairwise(bands))


@pytest.mark.parametrize("words", ["", "x", "Caisse des Dépôts", "W" * 500, "a " * 500])
@pytest.mark.parametrize("room", [0, 20, 140])
def test_words_are_no_wider_than_their_room(words, room):
    assert text.width(text.fit(words, room, 14), 14) <= max(room, text.width("…", 14))
    lines = text.wrap(words, room, 14, 3)
    assert len(lines) <= 3
    assert all(text.width(line, 14) <= max(room, text.width("…", 14)) for line in lines)
