"""What the graph says at one address, for machines: RDF in each format, and as rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from souverain.document import Document
from souverain.pages.media import CSV, JSON_LD, N_TRIPLES, RDF, RDF_XML, TURTLE
from souverain.pages.page import Page
from souverain.query import statements
from souverain.query.statements import Statement

# In these, besides HTML, every thing of the graph is to be had.
DATA = (*RDF, CSV)
FORMATS = {TURTLE: "turtle", JSON_LD: "jsonld", N_TRIPLES: "ntriples", RDF_XML: "rdfxml"}
COLUMNS = ("subject", "predicate", "object", "language", "datatype")


def document(page: Page, media_type: str, found: Iterable[Statement]) -> Document:
    """Statements in one of the media types of `DATA`; raises `Unwritable`."""
    found = list(found)
    if media_type == JSON_LD:
        # Whoever reads it as plain JSON has the names of what it leads to.
        found += statements.labels(page.site.dataset, found)
    if media_type == CSV:
        content = _csv(found)
    else:
        content = statements.written(found, FORMATS[media_type], page.site.dataset.prefixes)
    return page.document(media_type, content, links=page.alternatives(*page.offered))


def of(page: Page, iri: str, media_type: str) -> Document:
    """What the document of an IRI holds, in one of the media types of `DATA`."""
    return document(page, media_type, page.site.library.statements(iri))


def _csv(found: Iterable[Statement]) -> bytes:
    content = StringIO()
    writer = csv.writer(content)
    writer.writerow(COLUMNS)
    writer.writerows(statements.rows(found))
    return content.getvalue().encode("utf-8")
