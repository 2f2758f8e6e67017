"""The query page: an editor where npm built one, else a plain form that does the same."""

from __future__ import annotations

from typing import NamedTuple

from souverain.document import Document
from souverain.errors import BadValue
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.pages import assets, words
from souverain.pages.editor import completions
from souverain.pages.media import HTML, JSON
from souverain.pages.page import Page
from souverain.pages.route import Route

SCRIPT = "editor.js"
LICENCES = "LICENCES.txt"
# The words that the script says begin so, without which it says them.
SAID = "editor.script_"
# What a request line holds.
LONGEST_QUERY = 32_768
TITLES = {
    "json": "JSON",
    "xml": "XML",
    "csv": "CSV",
    "tsv": "TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "trig": "TriG",
    "nquads": "N-Quads",
    "rdfxml": "RDF/XML",
    "jsonld": "JSON-LD",
}
OPENING = """\
# Which shares does an article state, in force or only planned, and in which words?
SELECT ?holder ?target ?percentage ?status ?quote {
  ?stake a sov:Stake ;
    sov:holder ?holder ;
    sov:target ?target ;
    sov:percentage ?percentage ;
    sov:status ?status ;
    sov:evidence/oa:hasSelector/oa:exact ?quote .
  FILTER NOT EXISTS { ?withdrawal sov:withdraws ?stake }
}
ORDER BY ?target ?status DESC(?percentage)
"""


class Example(NamedTuple):
    """A question to begin with."""

    name: str
    words: str
    theme: str


def view(page: Page) -> Document:
    """The page at `/query`: `query` holds a query, or `example` names a question of the project."""
    page.format(HTML)
    return page.render(
        "editor.html",
        query=_query(page),
        examples=_examples(page),
        results=[(row, TITLES[row.name]) for row in RESULT_FORMATS],
        graphs=[(row, TITLES[row.name]) for row in GRAPH_FORMATS],
        said=_said(page.language),
        script=f"{assets.BUILT}/{SCRIPT}" if assets.is_built(SCRIPT) else "",
        licences=f"{assets.BUILT}/{LICENCES}" if assets.is_built(LICENCES) else "",
    )


def known(page: Page) -> Document:
    """What the editor completes with, in the language of the page."""
    return page.document(page.format(JSON), completions.document(page.site, page.language))


def _query(page: Page) -> str:
    given = page.parameters.text("query", longest=LONGEST_QUERY)
    name = page.parameters.text("example")
    if given or not name:
        return given or OPENING
    found = completions.examples(page.site)
    if name not in found:
        raise BadValue("example", "names no question", "take one of /questions")
    return found[name]


def _examples(page: Page) -> list[Example]:
    questions = {**page.site.questions, **page.site.federated}
    rows = [
        Example(name, row.words.get(page.language, name), row.theme)
        for name, row in questions.items()
    ]
    return sorted(rows, key=lambda row: (row.theme, row.words.casefold()))


def _said(language: str) -> dict[str, str]:
    """What the script says while it works."""
    return {
        name.removeprefix(SAID): row[language]
        for name, row in words.table().items()
        if name.startswith(SAID)
    }


ROUTES = (
    Route(r"/query", view, "/query", "A query editor, for people", (HTML,)),
    Route(r"/completions", known, "/completions", "What the query editor completes with", (JSON,)),
)
