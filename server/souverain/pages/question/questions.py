"""The questions that the graph must answer: a list of them, and each as a form with its answer."""

from __future__ import annotations

import json
from itertools import groupby

from souverain.document import Document
from souverain.errors import NoSuchPage
from souverain.pages.linked import serial
from souverain.pages.media import CSV, HTML, JSON, RDF, SPARQL_JSON
from souverain.pages.page import Page
from souverain.pages.question import answer, asking, pictures, results
from souverain.pages.question.asking import Asking
from souverain.pages.route import Route
from souverain.question import Question

THEMES = (
    "ownership",
    "transactions",
    "time",
    "money",
    "services",
    "people",
    "sources",
    "names",
)
OTHER = "other"
# What an answer is to be had in, by the name of the format of SPARQL results.
FORMATS = {CSV: "csv", SPARQL_JSON: "json"}
OFFERED = (HTML, JSON, CSV, SPARQL_JSON, *RDF)
BAD_REQUEST = 400


def listing(page: Page) -> Document:
    """All questions by theme, as a page or in JSON."""
    found = asking.questions(page)
    if page.format(HTML, JSON) == JSON:
        return page.document(JSON, _written([_told(page, row) for row in found.values()]))
    ordered = sorted(found.values(), key=_place)
    themes = [(name, list(rows)) for name, rows in groupby(ordered, _theme)]
    return page.render(
        "questions.html", JSON, themes=themes, words=lambda row: asking.words(page, row)
    )


def view(page: Page) -> Document:
    """One question: its form and its answer, or either of them for machines."""
    question = asking.named(page, page.parts[0])
    page.offered = OFFERED[1:]
    media_type = page.format(*OFFERED)
    if media_type in RDF:
        if not page.iri:
            raise NoSuchPage(page.asked.path)
        return serial.of(page, page.iri, media_type)
    asked = Asking(page, question)
    if media_type == HTML:
        return _html(page, asked)
    if not answer.is_rows(asked):
        raise NoSuchPage(page.asked.path, hint="its answer is a graph: ask its query at /sparql")
    if media_type == JSON:
        return page.document(JSON, _written(results.plain(page, asked)))
    return page.document(media_type, answer.content(page, asked, FORMATS[media_type]))


def _html(page: Page, asked: Asking) -> Document:
    is_asked = asked.is_clear and answer.is_rows(asked)
    table = results.table(page, asked) if is_asked else None
    document = page.render(
        "question.html",
        asking=asked,
        words=asking.words(page, asked.question),
        table=table,
        query=asked.query if asked.is_clear else "",
        picture=pictures.of(page, asked) if table and table.rows else None,
        label=lambda name: results.label(page, name),
    )
    return document if asked.is_clear else document._replace(status=BAD_REQUEST)


def _theme(question: Question) -> str:
    return question.theme if question.theme in THEMES else OTHER


def _place(question: Question) -> int:
    return (*THEMES, OTHER).index(_theme(question))


def _told(page: Page, question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "words": dict(question.words),
        "theme": _theme(question),
        "parameters": [
            {"name": row.name, "kind": row.kind, "default": row.default}
            for row in question.parameters.values()
        ],
        "path": page.to(f"/questions/{question.name}.json"),
    }


def _written(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


ROUTES = (
    Route(r"/questions/?", listing, "/questions", "The questions, by theme", (HTML, JSON)),
    Route(
        r"/questions/([^/]+)",
        view,
        "/questions/cap-table",
        "A question with its answer; its parameters are told with each",
        OFFERED,
    ),
)
