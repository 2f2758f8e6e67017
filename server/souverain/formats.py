"""The formats that answers come in: one row each, the default first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FORMATS = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True)
class Format:
    """One way to write an answer; `aliases` are other media types by which it is asked for."""

    name: str
    media_type: str
    extension: str
    iri: str
    aliases: tuple[str, ...] = ()


RESULT_FORMATS = (
    Format(
        "json",
        "application/sparql-results+json",
        "srj",
        f"{FORMATS}SPARQL_Results_JSON",
        ("application/json",),
    ),
    Format(
        "xml",
        "application/sparql-results+xml",
        "srx",
        f"{FORMATS}SPARQL_Results_XML",
        ("application/xml", "text/xml"),
    ),
    Format("csv", "text/csv", "csv", f"{FORMATS}SPARQL_Results_CSV"),
    Format("tsv", "text/tab-separated-values", "tsv", f"{FORMATS}SPARQL_Results_TSV"),
)

# For people: a page, which no program should read.
PAGE = Format("html", "text/html", "html", "")

GRAPH_FORMATS = (
    Format("turtle", "text/turtle", "ttl", f"{FORMATS}Turtle"),
    Format("ntriples", "application/n-triples", "nt", f"{FORMATS}N-Triples", ("text/plain",)),
    Format("trig", "application/trig", "trig", f"{FORMATS}TriG"),
    Format("nquads", "application/n-quads", "nq", f"{FORMATS}N-Quads"),
    Format(
        "rdfxml",
        "application/rdf+xml",
        "rdf",
        f"{FORMATS}RDF_XML",
        ("application/xml", "text/xml"),
    ),
    Format("jsonld", "application/ld+json", "jsonld", f"{FORMATS}JSON-LD", ("application/json",)),
)


# Formats in which a whole dataset can be written: they keep the names of its graphs.
DATASET_FORMATS = tuple(row for row in GRAPH_FORMATS if row.name in ("trig", "nquads", "jsonld"))
BY_NAME = {row.name: row for row in (*RESULT_FORMATS, PAGE, *GRAPH_FORMATS)}


class Kind(Enum):
    """What an answer is: what a query gives, by its form, or a document of the site."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"
    DOCUMENT = "document"

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats that such an answer can be written in, the default first."""
        return GRAPH_FORMATS if self is Kind.GRAPH else (*RESULT_FORMATS, PAGE)


# What a query may give; a document is not asked for by one.
ANSWERS = (Kind.SELECT, Kind.ASK, Kind.GRAPH)
