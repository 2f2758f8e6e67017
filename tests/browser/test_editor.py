"""The query editor: what is typed is completed, asked and answered, and can be shared."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from souverain.pages import assets
from souverain.pages.editor import query_page as editor

STAKES = "SELECT ?holder ?p { ?s a sov:Stake ; sov:holder ?holder ; sov:percentage ?p }"
NAMED = 'SELECT ?name { id:cloudwatt skos:prefLabel ?name FILTER (LANG(?name) = "fr") }'
BROKEN = "SELECT * {\n  ?s sov:holder ?h ;;;\n  nowhere:p ?o\n}"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
# The editor takes no key for a list that has just come up.
INTERACTION_MILLISECONDS = 150
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 400000"
REFUSED = "400 (Bad Request)"
DRAWN = (
    "SELECT ?name ?p ?when { ?s a sov:Stake ; sov:percentage ?p ; sov:asOf/sov:earliest ?when ; "
    'sov:holder/skos:prefLabel ?name FILTER (LANG(?name) = "fr") }'
)


@pytest.fixture(autouse=True)
def _is_built() -> None:
    """Skip where there is no npm; where there is, the editor must have been built."""
    if not shutil.which("npm"):
        pytest.skip("needs npm: apt-get install nodejs npm, then make test")
    assert assets.is_built(editor.SCRIPT), "`make test` builds it"


Open = Callable[..., Page]


@pytest.fixture
def open_editor(open_page) -> Open:
    """Opens the page, with what the address is to hold, when the editor is there."""

    def open_(parameters: dict[str, str] | None = None, **options: object) -> Page:
        page = open_page(f"/query?{urlencode(parameters or {})}", **options)
        page.wait_for_selector("html[data-editor=ready]")
        return page

    return open_


def write(page: Page, text: str) -> None:
    """Type a query in place of what is there."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def expect_first(page: Page, text: str, described: str = "") -> None:
    """The first completion that is offered begins so, and is described with such words."""
    first = page.locator(".cm-tooltip-autocomplete li").first
    expect(first).to_have_text(re.compile(f"{re.escape(text)}.*{re.escape(described)}"))
    page.wait_for_timeout(INTERACTION_MILLISECONDS)


def written(page: Page) -> str:
    return "\n".join(row.text_content() or "" for row in page.locator(".cm-line").all())


def cells(page: Page) -> list[list[str]]:
    page.wait_for_selector("#result table")
    rows = page.locator("#result tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]


def test_a_query_that_is_typed_is_completed_and_answered(open_editor):
    page = open_editor()
    write(page, "SELECT ?name { cloudw")
    expect_first(page, "id:cloudwatt", "Cloudwatt")
    page.keyboard.press("Enter")
    page.keyboard.type(" skos:prefLab")
    expect_first(page, "skos:prefLabel")
    page.keyboard.press("Enter")
    page.keyboard.type(" ?na")
    expect_first(page, "?name")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    assert ["Cloudwatt @fr"] in cells(page)
    assert written(page) == "SELECT ?name { id:cloudwatt skos:prefLabel ?name}"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SELECT * { ?s a Stak", "sov:Stake"),
        ("SELECT * { ?s a sov:Stake ; hold", "sov:holder"),
        ("SELECT * { ?s sov:holder thalès", "id:thales"),
        ("SELECT * { ?s sov:holder THAL", "id:thales"),
        ("SELECT * { ?s sov:holder dépôts", "id:caisse-des-depots"),
        ("SELECT * { ?s sov:status Plann", "sov:Planned"),
        ("SELECT * { ?s sov:evidence/hasSel", "oa:hasSelector"),
        ("SELECT ?holder { ?s sov:holder ?ho", "?holder"),
        ("SELECT * { OPT", "OPTIONAL"),
        ("SELECT * { GRAPH 00", "graph:00"),
        ("PREFIX sch", "schema:"),
        ("sel", "SELECT"),
        ("PREFIX s: <https://w3id.org/souverain/id/> SELECT * { ?a ?b cloudwatt", "s:cloudwatt"),
    ],
)
def test_the_first_completion_is_the_one_that_fits(open_editor, text, first):
    page = open_editor()
    write(page, text)
    expect_first(page, first)


@pytest.mark.parametrize("text", ["# cloudw", 'SELECT * { ?s ?p "cloudw'])
def test_nothing_is_completed_in_words(open_editor, text):
    page = open_editor()
    write(page, text)
    page.wait_for_timeout(500)
    assert page.locator(".cm-tooltip-autocomplete").count() == 0


def test_completions_are_described_in_the_language(open_editor):
    page = open_editor(language="fr")
    write(page, "SELECT * { ?s a Organisat")
    expect_first(page, "sov:Organization", "organisation")


@pytest.mark.parametrize(
    ("query", "line", "token"),
    [
        (BROKEN, 3, "nowhere:p"),
        ('ASK { ?é ?p "𝄞" ;;; nowhere:p ?o }', 1, "nowhere:p"),
        ("SELECT * {", 1, ""),
    ],
    ids=["token", "beyond the basic plane", "end"],
)
def test_an_error_is_marked_at_its_place(open_editor, noise, query, line, token):
    noise.allowed = (REFUSED,)
    page = open_editor({"query": query})
    expect(page.locator("#told")).to_contain_text(f"line {line}")
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    marked = page.locator(".cm-lintRange-error").all_text_contents()
    assert "".join(marked) == token


def test_from_an_error_a_button_leads_to_its_place(open_editor, noise):
    noise.allowed = (REFUSED,)
    page = open_editor({"query": BROKEN})
    page.get_by_role("button", name="Go to line 3, column 3").click()
    page.keyboard.type("X")
    assert written(page) == BROKEN.replace("nowhere:p", "Xnowhere:p")


def test_the_next_answer_takes_the_mark_away(open_editor, noise):
    noise.allowed = (REFUSED,)
    page = open_editor({"query": BROKEN})
    page.wait_for_selector(".cm-lint-marker-error")
    write(page, "ASK {}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result")).to_have_text("Yes")
    assert page.locator(".cm-lint-marker-error").count() == 0


def test_what_is_typed_replaces_what_is_selected(open_editor):
    page = open_editor()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("ASK { cloudw")
    expect_first(page, "id:cloudwatt")
    assert written(page) == "ASK { cloudw}"


def test_an_example_fills_the_editor_and_can_be_undone(open_editor):
    page = open_editor()
    before = written(page)
    page.locator("[data-example=launch-year]").click()
    expect(page.locator(".cm-content")).to_contain_text("PREFIX sov:")
    page.keyboard.press("Control+z")
    assert written(page) == before


def test_an_example_is_found_by_a_word(open_editor):
    page = open_editor(language="fr")
    page.get_by_label("Un mot de la question").fill("WIKIDATA")
    shown = page.locator(".examples li:visible").all_inner_texts()
    assert shown
    assert all("wikidata" in text.lower() for text in shown)


def test_terms_are_short_linked_and_typed(open_editor):
    page = open_editor({"query": STAKES})
    rows = cells(page)
    assert ["id:orange", "44.4 ^^xsd:decimal"] in rows
    link = page.locator("#result a", has_text="id:orange").first
    assert link.get_attribute("href") == "/id/orange"
    assert f"{len(rows)} rows" in page.locator("#told").inner_text()


def test_hostile_terms_are_text(open_editor):
    values = '<javascript:alert(1)> "<img src=x onerror=alert(1)>" "\\u202Eevil"'
    page = open_editor({"query": f"SELECT * {{ VALUES ?v {{ {values} }} }}"})
    rows = cells(page)
    assert rows[:2] == [["javascript:alert(1)"], ["<img src=x onerror=alert(1)>"]]
    assert page.locator("#result a, #result img").count() == 0
    assert page.locator("#result bdi").count() == 2


def test_a_long_text_is_cut_and_can_be_seen_whole(open_editor):
    double = "BIND (CONCAT(?v{0}, ?v{0}) AS ?v{1})"
    doubled = " ".join(double.format(number, number + 1) for number in range(12))
    page = open_editor({"query": f'SELECT ?v12 {{ BIND ("x" AS ?v0) {doubled} }}'})
    page.wait_for_selector("#result table")
    text = page.locator("#result bdi")
    assert len(text.inner_text()) == 2001
    page.get_by_role("button", name="2,096 more characters").click()
    assert len(text.inner_text()) == 4096


def test_a_table_is_shown_a_thousand_rows_at_a_time(open_editor):
    page = open_editor({"query": "SELECT * { ?s ?p ?o } LIMIT 2500"})
    assert page.locator("#result tbody tr").count() in (0, 1000)
    page.get_by_role("button", name="Show 1,000 more of 1,500").click()
    page.get_by_role("button", name="Show 500 more of 500").click()
    assert page.locator("#result tbody tr").count() == 2500
    assert "LIMIT 2,500" in page.locator("#told").inner_text()


def test_no_row_is_said_to_be_none(open_editor):
    page = open_editor({"query": "SELECT * { ?s sov:holder sov:Nobody }"})
    expect(page.locator("#told")).to_contain_text("0 rows")
    expect(page.locator("#told")).to_contain_text("No row")


def test_a_graph_is_shown_as_turtle(open_editor):
    page = open_editor({"query": "DESCRIBE id:cloudwatt"})
    expect(page.locator("#result pre")).to_contain_text("id:cloudwatt a sov:Initiative")


def test_a_query_is_cancelled(open_editor):
    page = open_editor()
    write(page, ENDLESS)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#told")).to_have_text("Cancelled: nothing is shown.")
    expect(page.locator("#cancel")).to_be_hidden()


def test_an_answer_that_is_too_large_is_not_shown_in_part(open_editor):
    page = open_editor({"query": LARGE})
    expect(page.locator("#told")).to_contain_text("larger than the 50 MB", timeout=20_000)
    assert page.locator("#result table").count() == 0
    assert page.locator("#taken a[data-format=csv]").is_visible()


def test_a_server_that_cannot_be_reached_is_said_so(open_editor, noise):
    noise.allowed = ("ERR_FAILED",)
    page = open_editor()
    page.route("**/sparql", lambda route: route.abort("failed"))
    write(page, STAKES)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#told")).to_have_text("The server cannot be reached.")
    assert page.locator("#result table").count() == 0


@pytest.mark.parametrize(
    ("kind", "x", "y", "mark"),
    [
        ("bar", "name", "p", "rect.bar"),
        ("line", "when", "p", "circle.dot"),
        ("time", "when", "name", "circle.dot"),
    ],
)
def test_columns_are_drawn(open_editor, kind, x, y, mark):
    page = open_editor({"query": DRAWN})
    rows = len(cells(page))
    page.get_by_role("button", name="Chart").click()
    page.get_by_label("Kind of chart").select_option(kind)
    page.locator("#x").select_option(x)
    page.locator("#y").select_option(y)
    assert page.locator(f".chart {mark}").count() == rows


def test_bars_are_as_long_as_their_values(open_editor):
    page = open_editor({"query": DRAWN, "view": "chart", "chart": "bar", "x": "name", "y": "p"})
    page.wait_for_selector(".chart svg")
    bars = page.locator(".chart rect.bar").all()
    told = page.locator(".chart text.value").all_text_contents()
    ratios = {
        round(float(bar.get_attribute("width") or 0) / float(value), 3)
        for bar, value in zip(bars, told, strict=True)
    }
    assert len(ratios) == 1


def test_a_column_without_numbers_is_not_drawn(open_editor):
    page = open_editor({"query": DRAWN, "view": "chart", "chart": "bar", "x": "p", "y": "name"})
    expect(page.locator("#result")).to_contain_text("“name” holds no number")


@pytest.mark.parametrize("view", [{}, {"view": "chart", "chart": "bar", "x": "name", "y": "p"}])
def test_a_shared_link_opens_the_same_state(open_editor, view):
    first = open_editor({"lang": "fr"}, language="en")
    write(first, DRAWN)
    first.keyboard.press("Escape")
    first.keyboard.press("Control+Enter")
    first.wait_for_selector("#result table")
    if view:
        first.locator("[data-view=chart]").click()
        for name in ("chart", "x", "y"):
            first.locator(f"#{name}").select_option(view[name])
    address = urlsplit(first.url)
    given = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert given == {"lang": "fr", "query": written(first), **view}
    second = open_editor(given)
    second.wait_for_selector(".chart svg" if view else "#result table")
    assert written(second) == written(first)
    assert second.locator("#result").inner_text() == first.locator("#result").inner_text()


def test_a_link_is_copied(open_editor):
    page = open_editor({"query": NAMED})
    context: BrowserContext = page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link to this").click()
    expect(page.locator("#shared")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_long_query_is_shared_after_the_hash(open_page, open_editor):
    page = open_editor()
    text = f"ASK {{}}\n#{'x' * 9000}"
    write(page, "")
    page.keyboard.insert_text(text)
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("#result")).to_have_text("Yes")
    address = urlsplit(page.url)
    assert len(address.query) < 100
    again = open_page(f"{address.path}?{address.query}#{address.fragment}")
    expect(again.locator("#result")).to_have_text("Yes")
    assert len(written(again)) == len(text)


def test_back_leads_to_the_query_before(open_editor):
    page = open_editor({"query": "ASK {}"})
    expect(page.locator("#result")).to_have_text("Yes")
    write(page, "ASK { FILTER (false) }")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result")).to_have_text("No")
    page.go_back()
    expect(page.locator("#result")).to_have_text("Yes")
    assert written(page) == "ASK {}"


READ = {
    "json": lambda text: len(json.loads(text)["results"]["bindings"]),
    "csv": lambda text: len(list(csv.reader(text.splitlines()))) - 1,
    "tsv": lambda text: len(text.splitlines()) - 1,
    "xml": lambda text: text.count("<result>"),
}


@pytest.mark.parametrize("name", READ)
def test_a_table_is_taken_away(open_editor, name):
    page = open_editor({"query": STAKES})
    rows = len(cells(page))
    with page.expect_download() as download:
        page.locator(f"#taken a[data-format={name}]").click()
    assert READ[name](Path(download.value.path()).read_text("utf-8")) == rows


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("turtle", "id:cloudwatt a sov:Initiative"),
        ("ntriples", "<https://w3id.org/souverain/id/cloudwatt> <"),
        ("trig", "id:cloudwatt"),
        ("nquads", "<https://w3id.org/souverain/id/cloudwatt> <"),
        ("rdfxml", "<rdf:RDF"),
        ("jsonld", '"@id"'),
    ],
)
def test_a_graph_is_taken_away(open_editor, name, part):
    page = open_editor({"query": "DESCRIBE id:cloudwatt"})
    page.wait_for_selector("#result pre")
    with page.expect_download() as download:
        page.locator(f"#taken a[data-format={name}]").click()
    assert part in Path(download.value.path()).read_text("utf-8")


@pytest.mark.needs("curl")
def test_the_command_for_a_shell_gives_the_same(open_editor):
    page = open_editor({"query": NAMED})
    page.wait_for_selector("#result table")
    command = page.locator("#curl").text_content() or ""
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["name", "Cloudwatt"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (NAMED, "{'name': 'Cloudwatt'}"),
        (f'{NAMED} # \\ and """', "{'name': 'Cloudwatt'}"),
        ("ASK {}", "True"),
        ("DESCRIBE id:cloudwatt", "sov:Initiative"),
    ],
    ids=["rows", "signs", "yes or no", "graph"],
)
def test_the_program_in_python_gives_the_same(open_editor, query, answer):
    page = open_editor({"query": query})
    page.wait_for_selector("#result > *")
    program = page.locator("#python").text_content() or ""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert answer in done.stdout, done.stderr


def test_the_prefixes_are_declared(open_editor):
    page = open_editor({"query": NAMED})
    page.wait_for_selector("#result table")
    page.get_by_role("button", name="Declare the prefixes").click()
    first, second, *_ = written(page).splitlines()
    assert first == "PREFIX id: <https://w3id.org/souverain/id/>"
    assert second == "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"


def test_escape_then_tab_leaves_the_editor(open_editor):
    page = open_editor()
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "field"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "go"
    assert "Escape, then Tab" in page.locator(".keys").inner_text()


def test_without_a_script_the_form_answers_with_a_page(open_page):
    page = open_page(f"/query?{urlencode({'query': STAKES})}", javascript=False)
    expect(page.locator("#field")).to_be_hidden()
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**/sparql")
    expect(page.locator("table")).to_contain_text("44.4")


def test_without_a_script_a_file_is_taken_away(open_page):
    page = open_page(f"/query?{urlencode({'query': STAKES})}", javascript=False)
    page.get_by_label("Format of the answer").select_option("csv")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ask").click()
    assert "44.4" in Path(download.value.path()).read_text("utf-8")


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_while_it_is_used(open_editor, violations, noise, size, dark):
    noise.allowed = (REFUSED,)
    page = open_editor({"query": DRAWN}, size=size, dark=dark)
    page.wait_for_selector("#result table")
    assert violations(page) == []
    page.locator("[data-view=chart]").click()
    page.locator(".code summary").click()
    assert violations(page) == []
    write(page, "SELECT * { ?s sov:holder cloudw")
    expect_first(page, "id:cloudwatt")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.type(" ;;; nowhere:p")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".cm-lint-marker-error")
    assert violations(page) == []


@pytest.mark.parametrize(
    "query", [DRAWN, "SELECT * { ?s ?p ?o } LIMIT 50", "DESCRIBE id:cloudwatt"]
)
def test_an_answer_fits_a_phone(open_editor, query):
    page = open_editor({"query": query}, size="phone")
    page.wait_for_selector("#result > *")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
