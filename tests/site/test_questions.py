"""Each question as a page and as an API: they agree with each other and with the command line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from bs4 import BeautifulSoup

from souverain import files, query, question
from souverain.document import Asked
from souverain.errors import BadValue, NoSuchPage, QueryError, UsageError
from souverain.formats import RESULT_FORMATS
from souverain.pages.media import CSV, HTML, JSON, RDF, SPARQL_JSON
from souverain.pages.page import Page
from souverain.pages.question import answer, asking, results
from souverain.query.evaluation import Query, evaluate
from souverain.vocab import BASE, PREFIXES

EXPECTED = sorted((Path(__file__).parents[1] / "questions").glob("*.csv"))
FORMATS = {row.name: row for row in RESULT_FORMATS}
LANGUAGES = ("en", "fr")
SHORT = ((re.compile(r"\d+"), "article:"), (re.compile(r"[A-Z]\w*"), "sov:"))
LONG = "<script>alert(1)</script>" * 4000
ODD = {
    "yes.rq": "# en: Is there a stake?\nASK { ?s a sov:Stake }",
    "no.rq": "# en: Is there a unicorn?\nASK { ?s a sov:Unicorn }",
    "graph.rq": "# en: Which stakes?\nCONSTRUCT { ?s a sov:Stake } WHERE { ?s a sov:Stake }",
    "wordless.rq": "SELECT ?stake { ?stake a sov:Stake } ORDER BY ?stake",
    "many.rq": "# en: Many?\nSELECT ?thing ?text { ?thing rdfs:comment|rdfs:label ?text }",
    "demanding.rq": (
        "# en: Above which number?\n# param: number decimal\n# param: text string any\n"
        "SELECT ?number ?text ?above { ?s sov:percentage ?above FILTER (?above > ?number) }"
    ),
    "hostile.rq": (
        "# en: <b>Who</b> & “why”?\n# theme: <i>\n"
        "SELECT ?thing ?said { ?thing skos:editorialNote ?said FILTER (STRLEN(?said) > 90000) }"
    ),
}
HOSTILE = f"""
id:cloudwatt skos:editorialNote "{LONG}"@en .
id:shadow-2 a sov:Service ; skos:prefLabel "Jumeau"@fr , "Twin"@en .
id:shadow-3 a sov:Service ; skos:prefLabel "Jumeau"@fr , "Twin"@en .
"""


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"))))


def told(dataset, asked, format: str) -> bytes:
    """What `souverain query --question` writes."""
    bound = query.Query(asked.text, substitutions=asked.bind({}))
    with query.run(dataset, bound, FORMATS[format]) as found:
        return found.read()


def read(path: Path):
    return question.read(path.read_text("utf-8"), path.stem)


def short(value: str) -> str:
    return next((prefix + value for form, prefix in SHORT if form.fullmatch(value)), f"id:{value}")


def text(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text().split())


def shown(soup: BeautifulSoup) -> int:
    return len(soup.select("table.answer > tbody"))


@pytest.fixture(scope="module")
def odd(project, tmp_path_factory, site_of) -> Callable[..., BeautifulSoup]:
    """The pages of a project with odd questions and hostile data."""
    scratch = files.init(tmp_path_factory.mktemp("odd") / "project", project)
    for name, content in ODD.items():
        (scratch.ontology / "questions" / name).write_text(content, "utf-8")
    declared = "".join(f"PREFIX {key}: <{iri}>\n" for key, iri in PREFIXES.items())
    (scratch.graph / "hostile.ttl").write_text(declared + HOSTILE, "utf-8")
    site = site_of(scratch)

    def get(target: str, accept: str = HTML):
        path, _, given = target.partition("?")
        return site.answer(Asked(path, given, accept, "en", "http://localhost"))

    return get


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_question_under_its_theme(soup, project, language):
    page = soup("/questions", language)
    found = {link["href"]: link.get_text() for link in page.select("main li a")}
    expected = {
        f"/questions/{row.name}": row.words[language] for row in question.load(project).values()
    }
    assert found == expected
    assert len(page.select("main h2")) == 8


def test_the_list_is_to_be_had_in_json(get, project):
    found = json.loads(get("/questions.json").content)
    assert {row["name"] for row in found} == set(question.load(project))
    assert all(row["words"].keys() == {"en", "fr"} and row["theme"] != "other" for row in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_answers_alike_as_a_page_and_for_programs(question_file, site, get, language):
    asked = read(question_file)
    path = f"/questions/{asked.name}"
    assert get(f"{path}.csv", language).content == told(site.dataset, asked, "csv")
    assert get(f"{path}.srj", language).content == told(site.dataset, asked, "json")
    bindings = json.loads(told(site.dataset, asked, "json"))["results"]["bindings"]
    plain = json.loads(get(f"{path}.json", language).content)
    assert plain["count"] == len(plain["rows"]) == len(bindings)
    for row, binding in zip(plain["rows"], bindings, strict=True):
        assert {name: cell["value"] for name, cell in row.items()} == {
            name: term["value"] for name, term in binding.items()
        }
    page = BeautifulSoup(get(path, language).content.decode(), "html.parser")
    assert shown(page) == len(bindings)
    assert page.h1.get_text() == asked.words[language]
    for row in bindings:
        if quoted := row.get("quote"):
            assert any(quoted["value"] == q.get_text() for q in page.select("q"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_question_is_asked_of_other_things_at_a_stable_address(expected, project, get):
    name, *values = expected.stem.split(".")
    parameters = question.find(project, name).parameters.values()
    given = {
        row.name: short(value) if row.kind == "iri" else value
        for row, value in zip(parameters, values, strict=False)
    }
    found = get(f"/questions/{name}.csv?{urlencode(given)}")
    assert (found.media_type, rows(found.content)) == (CSV, rows(expected.read_bytes()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_leads_to_the_same_answer_in_every_format(question_file, soup, get, language):
    page = soup(f"/questions/{question_file.stem}", language)
    links = {link.get_text(): link["href"] for link in page.select("main .again a")}
    first = get(f"/questions/{question_file.stem}.csv").content
    assert get(links["CSV"]).content == first
    assert get(links["JSON"]).media_type == JSON
    assert get(links["SPARQL JSON"]).media_type == SPARQL_JSON


def test_the_query_of_a_page_gives_its_rows(question_file, soup, site):
    page = soup(f"/questions/{question_file.stem}")
    found = list(
        evaluate(site.dataset.store, Query(page.select_one("details.query code").text), {})
    )
    assert len(found) == shown(page)


@pytest.mark.parametrize("media_type", RDF)
def test_a_question_is_to_be_had_as_rdf(get, media_type):
    found = get("/questions/cap-table", accept=media_type)
    assert found.media_type == media_type
    assert b"SPARQLSelectExecutable" in found.content


@pytest.mark.parametrize(
    "given",
    [
        "id:ovhcloud",
        f"{BASE}id/ovhcloud",
        "ovhcloud",
        "OVHcloud",
        "ovh cloud",
        "OVH",
        "  ovh  ",
    ],
)
def test_a_thing_is_named_in_many_ways(get, given):
    found = get(f"/questions/events.csv?about={quote(given)}").content
    assert found == get("/questions/events.csv?about=id:ovhcloud").content


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ("Thalès", "thales"),
        ("cour des depots", "caisse-des-depots"),
        ("l'Etat francais", "etat-francais"),
        ("FONDS NATIONAL POUR LA SOCIÉTÉ NUMÉRIQUE", "fonds-national-pour-la-societe-numerique"),
    ],
)
def test_a_thing_is_named_in_a_spelling_that_is_not_its_own(get, given, slug):
    found = json.loads(get(f"/questions/holdings-of.json?holder={quote(given)}").content)
    assert found["parameters"][0]["value"] == f"{BASE}id/{slug}"


def test_a_concept_is_named_by_its_label_in_either_language(get, site):
    label = site.explainer("fr").label(PREFIXES["sov"] + "Planned")
    first = get("/questions/stakes-by-status.csv?status=sov:Planned").content
    assert get(f"/questions/stakes-by-status.csv?status={quote(label)}").content == first
    assert len(rows(first)) > 1


BAD = [
    ("cap-table", "target=Clodwatt", "id:cloudwatt"),
    ("cap-table", "target=qqqqzzzz", "id:cloudwatt"),
    ("cap-table-at", "date=2012-13-45", "2012-10-02"),
    ("cap-table-at", "date=hier", "2012-10-02"),
]


@pytest.mark.parametrize(("name", "given", "told"), BAD)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_at_fault_is_explained_in_the_form(get, name, given, told, language):
    found = get(f"/questions/{name}?{given}", language)
    page = BeautifulSoup(found.content.decode(), "html.parser")
    wrong = page.select_one("input[aria-invalid]")
    assert (found.status, wrong["name"]) == (400, given.partition("=")[0])
    assert told in page.find(id=wrong["aria-describedby"]).get_text()
    assert page.select_one("[role=alert]").get_text().strip()
    assert not page.select("table.answer")


@pytest.mark.parametrize(("name", "given", "told"), BAD)
@pytest.mark.parametrize("suffix", ["csv", "json", "srj"])
def test_a_value_at_fault_is_an_error_for_programs(get, name, given, told, suffix):
    with pytest.raises(BadValue) as fault:
        get(f"/questions/{name}.{suffix}?{given}")
    assert given.partition("=")[0] in str(fault.value)
    assert told in fault.value.hint


def test_a_near_name_is_one_click_away(get):
    found = get("/questions/cap-table?target=Clodwatt&lang=en")
    page = BeautifulSoup(found.content.decode(), "html.parser")
    links = [link["href"] for link in page.select("[role=alert] li li a")]
    assert get(links[0]).content == get("/questions/cap-table?target=id:cloudwatt&lang=en").content


@pytest.mark.parametrize(
    "given", ["targt=id:numergy", "target=id:a&target=id:b", f"target={'x' * 501}"]
)
def test_a_parameter_at_fault_is_refused(get, given):
    with pytest.raises(BadValue):
        get(f"/questions/cap-table?{given}")


def test_a_thing_that_the_graph_does_not_know_has_no_rows(get):
    assert len(rows(get("/questions/cap-table.csv?target=id:nobody").content)) == 1


@pytest.mark.parametrize("given", ["j\x8e_", "\U0008727f", "a%zz", "x#y#z", "[", "\ufffe"])
@pytest.mark.parametrize("form", ["{}", "id:{}", BASE + "id/{}"])
@pytest.mark.parametrize("suffix", ["", ".csv"])
def test_what_looks_like_an_iri_and_is_none_is_refused_or_unknown(get, given, form, suffix):
    target = f"/questions/cap-table{suffix}?target={quote(form.format(given))}"
    try:
        found = get(target)
    except QueryError:
        return
    assert found.status in (200, 400)
    assert found.status == 400 or b"44.4" not in found.content


def test_an_unknown_question_is_told_with_near_ones(get):
    with pytest.raises(NoSuchPage) as fault:
        get("/questions/cap-tables")
    assert ["/questions/cap-table", "cap-table"] in fault.value.near


@pytest.mark.parametrize(
    ("language", "words"), [("en", "No article says so"), ("fr", "Aucun article ne le dit")]
)
def test_an_empty_answer_says_what_it_means(soup, language, words):
    page = soup("/questions/completed-purchase", language)
    assert words in text(page)
    assert not page.select("table.answer")


def test_states_are_in_the_language_of_the_page(soup, site):
    page = soup("/questions/cap-table?target=id:numergy", "fr")
    states = {state.get_text() for state in page.select("table.answer a.state")}
    assert states == {site.explainer("fr").label(PREFIXES["sov"] + "InForce")}


def test_what_is_computed_is_marked(soup):
    page = soup("/questions/cap-table")
    marks = page.select("td.computed .state.computed")
    assert [mark.parent.get_text(" ", strip=True) for mark in marks] == ["33.4% computed"]


def test_a_planned_share_is_not_drawn_as_one_in_force(soup):
    page = soup("/questions/cap-table")
    for body in page.select("table.answer > tbody"):
        bars = [bar["class"] for bar in body.select("svg.bar rect:not(.room)")]
        states = [state["class"][1:] for state in body.select("a.state")]
        assert bars in ([], states)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quote_stays_in_its_language(soup, language):
    quotes = soup("/questions/cap-table", language).select("tr.words q")
    assert {row["lang"] for row in quotes} == {"fr"}


def test_a_quote_leads_to_its_place_in_the_article(soup, get):
    page = soup("/questions/cap-table")
    for link in page.select("tr.words q a"):
        path, _, anchor = link["href"].partition("#")
        assert f'id="{anchor}"'.encode() in get(path).content


def test_a_field_suggests_what_may_be_given(soup, get):
    page = soup("/questions/stakes-by-status")
    options = [option["value"] for option in page.select("datalist option")]
    assert "planned" in options
    for option in options:
        assert get(f"/questions/stakes-by-status.csv?status={quote(option)}").status == 200


@pytest.mark.parametrize(("name", "words"), [("yes", "Answer: yes"), ("no", "Answer: no")])
def test_a_question_may_be_answered_by_yes_or_no(odd, name, words):
    assert words in odd(f"/questions/{name}").content.decode()
    assert json.loads(odd(f"/questions/{name}.json").content)["answer"] is (name == "yes")


def test_a_question_without_words_or_theme_has_a_page(odd):
    assert "<h1>wordless</h1>" in odd("/questions/wordless").content.decode()
    listed = BeautifulSoup(odd("/questions").content.decode(), "html.parser")
    assert "wordless" in listed.select("main ul")[-1].get_text()


def test_a_question_whose_answer_is_a_graph_says_so(odd):
    assert "is a graph" in odd("/questions/graph").content.decode()


@pytest.mark.parametrize("suffix", ["csv", "json", "srj"])
def test_a_graph_is_no_table(odd, suffix):
    with pytest.raises(NoSuchPage):
        odd(f"/questions/graph.{suffix}")


def test_a_long_answer_is_cut_on_the_page_and_whole_in_csv(odd, site):
    page = odd("/questions/many").content
    soup = BeautifulSoup(page.decode(), "html.parser")
    count = len(rows(odd("/questions/many.csv").content)) - 1
    assert count > shown(soup) > 0
    assert f"of {count} rows" in text(soup)
    assert len(page) < 200_000


def test_a_parameter_without_a_default_must_be_given(odd):
    assert odd("/questions/demanding").status == 400
    assert odd("/questions/demanding?number=3").status == 200
    with pytest.raises(BadValue):
        odd("/questions/demanding.csv")


def test_a_number_is_compared_as_one(odd):
    found = rows(odd("/questions/demanding.csv?number=99.5&text=é").content)
    assert {tuple(row[:2]) for row in found[1:]} == {("99.5", "é")}
    assert odd("/questions/demanding?number=much").status == 400


def test_a_name_of_several_things_is_not_guessed(odd):
    page = odd("/questions/events?about=Jumeau").content.decode()
    assert "names several things" in page
    assert all(f"id:shadow-{number}" in page for number in (2, 3))


def test_hostile_text_is_shown_as_text_and_cut(odd):
    page = odd("/questions/hostile").content.decode()
    assert "<script>alert" not in page
    assert "<b>Who" not in page
    assert page.count("alert(1)") < 200
    assert odd("/questions/hostile.csv").content.count(b"alert(1)") == 4000


def test_values_are_read_as_the_command_line_reads_them(site, get):
    row = question.find(site.project, "cap-table-at").parameters["date"]
    for given in ("20121002", "2012-10-02"):
        try:
            expected = row.value(given).text
        except UsageError:
            expected = None
        found = json.loads(get(f"/questions/cap-table-at.json?date={given}").content)
        assert found["parameters"][1]["value"] == expected


def test_every_column_and_parameter_is_called_something_in_both_languages(question_file, site):
    for language in LANGUAGES:
        page = Page(site, Asked("/questions", "", HTML, language, "http://localhost"))
        asked = asking.Asking(page, read(question_file))
        for name in (*answer.of(page, asked).columns, *asked.question.parameters):
            short_name = name.removesuffix("Name")
            assert f"column.{name}" in page.t or f"column.{short_name}" in page.t
            assert results.label(page, name)
