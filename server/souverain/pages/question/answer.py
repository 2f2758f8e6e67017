"""The answer to a question: its bytes as any client of the endpoint gets them, and its rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from souverain.formats import Kind
from souverain.pages.page import Page
from souverain.pages.question.asking import Asking
from souverain.query.evaluation import Query, evaluate, kind
from souverain.query.writing import write

Binding = Mapping[str, Any]
NAME = "Name"


class Answer(NamedTuple):
    """Rows of terms, as SPARQL 1.1 Query Results JSON tells them; or yes or no."""

    columns: Sequence[str]
    rows: Sequence[Binding]
    is_yes: bool | None


def content(page: Page, asking: Asking, format: str) -> bytes:
    """The answer in a format of SPARQL results, by its name; raises `BadValue` or `QueryError`."""
    asking.demand_clear()
    question, dataset = asking.question, page.site.dataset
    query = Query(question.text, substitutions=question.bind(asking.given))
    found = evaluate(dataset.store, query, dataset.prefixes)
    stream = BytesIO()
    write(kind(found), format, found, stream, dataset.prefixes)
    return stream.getvalue()


def is_rows(asking: Asking) -> bool:
    """Whether the answer is rows, or yes or no, and no graph."""
    return Query(asking.question.text).kind is not Kind.GRAPH


def of(page: Page, asking: Asking) -> Answer:
    """The answer; raises `BadValue` or `QueryError`."""
    told = json.loads(content(page, asking, "json"))
    if "boolean" in told:
        return Answer((), (), told["boolean"])
    return Answer(told["head"]["vars"], told["results"]["bindings"], None)


def shown(columns: Sequence[str], asking: Asking) -> list[str]:
    """The columns that are worth showing beside the question.

    Not those that hold what is asked about, nor names beside the things that have them.
    """
    named = {f"{column}{NAME}" for column in columns}
    hidden = named | asking.question.parameters.keys()
    return [column for column in columns if column not in hidden] or list(columns)
