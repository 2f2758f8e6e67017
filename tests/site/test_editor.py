"""The query page, and what its editor completes with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from souverain import question
from souverain.errors import BadValue
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.pages import assets
from souverain.pages.editor import completions as knowledge
from souverain.pages.editor import query_page as editor
from souverain.pages.media import JSON
from souverain.query.evaluation import Query, evaluate
from souverain.vocab import PREFIXES

SOV = PREFIXES["sov"]
ID = PREFIXES["id"]
HOSTILE = '</textarea><script>alert("x")</script>'


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where there was no Node when the server was installed."""
    own = {name: content for name, content in assets.read().items() if not _is_built(name)}
    monkeypatch.setattr(assets, "read", lambda: own)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where npm built the editor, whether it did here or not."""
    files = {f"{assets.BUILT}/{name}": b"" for name in (editor.SCRIPT, editor.LICENCES)}
    all_files = assets.read() | files
    monkeypatch.setattr(assets, "read", lambda: all_files)


def _is_built(name: str) -> bool:
    return name.startswith(f"{assets.BUILT}/")


def scripts(page: BeautifulSoup) -> list[Tag]:
    """The scripts of a page that npm built."""
    return [script for script in page("script") if f"/{assets.BUILT}/" in script.get("src", "")]


Completions = Callable[..., dict[str, Any]]


@pytest.fixture
def completions(get) -> Completions:
    """Gives what the editor completes with, in a language."""

    def read(language: str = "en") -> dict[str, Any]:
        document = get("/completions.json", language)
        assert (document.status, document.media_type) == (200, JSON)
        return json.loads(document.content)

    return read


@pytest.fixture
def rows(site) -> Callable[[str], list[tuple[str, ...]]]:
    """Asks the graph."""

    def ask(text: str) -> list[tuple[str, ...]]:
        found = evaluate(site.dataset.store, Query(text), site.dataset.prefixes)
        return [tuple(term and term.value for term in row) for row in found]

    return ask


# The page.


@pytest.mark.parametrize("language", ["en", "fr"])
def test_without_a_script_the_page_is_a_form_that_asks_the_endpoint(soup, language):
    form = soup("/query", language).find(id="ask")
    assert (form["action"], form["method"]) == ("/sparql", "post")
    assert "sov:Stake" in form.find("textarea", attrs={"name": "query"}).text
    offered = {option["value"] for option in form.find(attrs={"name": "format"})("option")}
    assert offered == {"", *(row.name for row in (*RESULT_FORMATS, *GRAPH_FORMATS))}


def test_every_field_has_a_label(soup):
    page = soup("/query")
    labelled = {label.get("for") for label in page("label")}
    for field in page.find("main")(["textarea", "input", "select"]):
        assert field["id"] in labelled or field.find_parent("label")


def test_what_needs_the_script_is_hidden_until_it_runs(soup):
    page = soup("/query")
    assert all(part.has_attr("hidden") for part in page(attrs={"data-scripted": True}))
    assert all(page.find(id=name).has_attr("hidden") for name in ("field", "cancel", "answer"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_the_editor_was_not_built_the_page_says_so(unbuilt, soup, language):
    page = soup("/query", language)
    assert scripts(page) == []
    assert "Node" in page.find(id="ask").find(class_="note").text


def test_where_it_was_built_the_page_loads_it_and_names_its_licences(built, soup):
    page = soup("/query")
    (script,) = scripts(page)
    assert script["type"] == "module"
    assert page.find("noscript").text.strip()
    assert page.find("a", href=lambda href: href and editor.LICENCES in href)


def test_the_script_is_loaded_by_this_page_alone(built, soup):
    assert scripts(soup("/")) == []


def test_a_query_in_the_address_stands_in_the_field_as_it_was(soup):
    text = "ASK { ?s ?p 'é&<b>' }"
    page = soup("/query?query=ASK+%7B+?s+?p+'%C3%A9%26%3Cb%3E'+%7D")
    assert page.find("textarea").text.strip() == text


def test_a_hostile_query_is_text(get):
    content = get(f"/query?query={HOSTILE}").content.decode()
    assert HOSTILE not in content
    assert HOSTILE in unescape(content).replace("&#34;", '"')


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/query?example=no-such", "names no question"),
        ("/query?query=ASK{}&query=ASK{}", "more than once"),
        (f"/query?query={'x' * (editor.LONGEST_QUERY + 1)}", "longer than"),
    ],
    ids=["example", "twice", "long"],
)
def test_a_parameter_that_makes_no_sense_is_refused(get, target, words):
    with pytest.raises(BadValue, match=words):
        get(target)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_of_the_project_is_an_example_in_the_language(soup, project, language):
    links = soup("/query", language)("a", attrs={"data-example": True})
    told = {link["data-example"]: link.text for link in links}
    assert told == {name: row.words[language] for name, row in question.load(project).items()}


def test_an_example_fills_the_field_with_a_query_that_runs(soup, project, rows):
    for link in soup("/query")("a", attrs={"data-example": True}):
        text = soup(link["href"]).find("textarea").text
        assert text.strip()
        rows(text)


def test_the_first_query_tells_planned_from_done(soup, rows):
    status = {row[3] for row in rows(soup("/query").find("textarea").text)}
    assert {f"{SOV}InForce", f"{SOV}Planned"} <= status


def test_links_keep_the_language_that_was_chosen(soup):
    page = soup("/query?lang=fr", "fr")
    assert all("lang=fr" in link["href"] for link in page("a", attrs={"data-example": True}))


def test_the_script_has_words_for_all_that_it_says(soup, checkout):
    sources = (checkout / "server" / "frontend" / "src").glob("*.js")
    texts = "".join(path.read_text("utf-8") for path in sources)
    said = set(re.findall(r"\b(?:say|count)\(\s*\"(\w+)\"", texts))
    assert said
    for language in ("en", "fr"):
        words = json.loads(soup("/query", language).find(id="ask")["data-said"])
        assert said <= words.keys()
        assert all(words.values())


# What the editor completes with.


def test_classes_come_with_how_many_things_are_of_them(completions, rows):
    told = {row[0]: row[1] for row in completions()["classes"]}
    counted = rows("SELECT ?class ?n { ?part void:class ?class ; void:entities ?n }")
    assert counted
    assert {name: told[name] for name, _ in counted} == {name: int(n) for name, n in counted}


def test_classes_that_nothing_is_of_come_too(completions, rows):
    told = {row[0] for row in completions()["classes"]}
    assert {name for (name,) in rows("SELECT ?class { ?class a owl:Class }")} <= told


def test_properties_come_with_how_often_they_are_used(completions, rows):
    told = {row[0]: row[1] for row in completions()["properties"]}
    counted = rows(
        "SELECT ?p ?n { ?part void:property ?p ; void:triples ?n ; void:distinctSubjects ?s }"
    )
    assert counted
    assert {name: told[name] for name, _ in counted} == {name: int(n) for name, n in counted}


def test_a_property_names_the_classes_that_have_it_and_those_of_its_values(completions):
    told = completions()
    names = [row[0] for row in told["classes"]]
    (_, _, _, _, having, giving) = next(
        row for row in told["properties"] if row[0] == f"{SOV}holder"
    )
    assert f"{SOV}Stake" in {names[place] for place in having}
    assert f"{SOV}Organization" in {names[place] for place in giving}
    assert f"{SOV}Article" not in {names[place] for place in having}


@pytest.mark.parametrize(("language", "name"), [("en", "organization"), ("fr", "organisation")])
def test_terms_are_called_in_the_language(completions, language, name):
    told = {row[0]: row for row in completions(language)["classes"]}
    row = told[f"{SOV}Organization"]
    assert row[2] == name
    assert row[3]


def test_entities_come_with_all_their_names(completions):
    things = {row[0]: row for row in completions("fr")["things"]}
    assert things[f"{ID}cloudwatt"][1] == "Cloudwatt"
    (_, name, others, _) = things[f"{ID}thales"]
    assert "Thalès" in [name, *others]


def test_every_name_of_the_graph_is_known(completions, rows):
    things = {row[0]: [row[1], *row[2]] for row in completions()["things"]}
    for iri, name in rows("SELECT ?s ?name { ?s skos:prefLabel|skos:altLabel ?name }"):
        assert name in things[iri]


def test_an_entity_is_of_its_telling_class(completions):
    told = completions()
    names = [row[0] for row in told["classes"]]
    kinds = {row[0]: {names[place] for place in row[3]} for row in told["things"]}
    assert kinds[f"{ID}cloudwatt"] == {f"{SOV}Initiative", f"{SOV}Organization"}
    assert all(name.startswith(SOV) for name in kinds[f"{SOV}Planned"])


def test_prefixes_and_graphs_are_those_of_the_data(completions, site):
    told = completions()
    assert told["prefixes"] == dict(site.dataset.prefixes)
    assert told["graphs"] == list(site.dataset.named)
    assert told["base"] == site.base


def test_names_beyond_a_number_are_left_out_and_it_says_so(site, completions, monkeypatch):
    assert completions()["are_all"]
    monkeypatch.setattr(knowledge, "MOST_THINGS", 10)
    told = knowledge.told(site, "en")
    assert len(told["things"]) == 10
    assert not told["are_all"]


def test_another_graph_is_completed_from_itself(scratch, site_of):
    path = scratch.graph / "entities.ttl"
    path.write_text(
        path.read_text("utf-8") + '\nid:zephyr a sov:Service ; skos:prefLabel "Zéphyr"@fr .\n',
        "utf-8",
    )
    told = knowledge.told(site_of(scratch), "en")
    assert [f"{ID}zephyr", "Zéphyr", []] in [row[:3] for row in told["things"]]


def test_the_document_is_small(get):
    assert len(get("/completions.json").content) < 200_000
    assert len(get("/query").content) < 40_000
