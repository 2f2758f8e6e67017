"""Each media type, read back by a parser that is not ours."""

from __future__ import annotations

import csv
import gzip
import io
import json
from xml.etree import ElementTree

import pytest
import zstandard
from rdflib import Dataset, Graph, Literal, Namespace
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.vocab import PREFIXES

SELECT = "SELECT ?s ?note ?none { ?s skos:editorialNote ?note }"
CONSTRUCT = "CONSTRUCT WHERE { ?s skos:editorialNote ?note ; skos:prefLabel ?label }"
NOTE = 'a, "b"\r\n\tc <&> d’é'
SFR = PREFIXES["id"] + "sfr"
XML = "{http://www.w3.org/2005/sparql-results#}"
PARSERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "trig": "trig",
    "nquads": "nquads",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}
ACCEPTED = [
    (query, media_type)
    for query, formats in ((SELECT, RESULT_FORMATS), (CONSTRUCT, GRAPH_FORMATS))
    for format in formats
    for media_type in (format.media_type, *format.aliases)
]


def get(client, query, accept=None, **headers):
    headers = {"Accept": accept, **headers} if accept else headers
    return client.get("/sparql", query_string={"query": query}, headers=headers)


def read_json(body):
    (row,) = json.loads(body)["results"]["bindings"]
    return row["s"]["value"], row["note"]["value"]


def read_xml(body):
    (row,) = ElementTree.fromstring(body).iter(f"{XML}result")
    cells = {cell.get("name"): cell[0].text for cell in row}
    return cells["s"], cells["note"]


def read_csv(body):
    head, row = csv.reader(io.StringIO(body.decode("utf-8"), newline=""), strict=True)
    assert head == ["s", "note", "none"]
    assert row[2] == ""
    return row[0], row[1]


def read_tsv(body):
    (row,) = Result.parse(io.BytesIO(body), format="tsv")
    return str(row["s"]), str(row["note"])


READERS = {"json": read_json, "xml": read_xml, "csv": read_csv, "tsv": read_tsv}


@pytest.mark.parametrize("format", RESULT_FORMATS, ids=lambda row: row.name)
def test_results_read_back_whole(client, format):
    response = get(client, SELECT, format.media_type)
    assert READERS[format.name](response.data) == (SFR, NOTE)


@pytest.mark.parametrize("format", RESULT_FORMATS, ids=lambda row: row.name)
@pytest.mark.parametrize(("query", "word"), [("ASK {}", "true"), ("ASK { id:x ?p ?o }", "false")])
def test_a_yes_or_no_reads_back(client, format, query, word):
    body = get(client, query, format.media_type).data
    read = {
        "json": lambda: json.dumps(json.loads(body)["boolean"]),
        "xml": lambda: ElementTree.fromstring(body).findtext(f"{XML}boolean"),
        "csv": lambda: body.decode("utf-8").removesuffix("\r\n"),
        "tsv": lambda: body.decode("utf-8").removesuffix("\n"),
    }
    assert read[format.name]() == word


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_graphs_read_back_whole(client, format):
    body = get(client, CONSTRUCT, format.media_type).data
    found = Graph()
    parser = PARSERS[format.name]
    if parser in ("trig", "nquads"):
        for subject, predicate, value, graph in Dataset().parse(data=body, format=parser).quads():
            assert graph in (None, DATASET_DEFAULT_GRAPH_ID)
            found.add((subject, predicate, value))
    else:
        found.parse(data=body, format=parser)
    expected = Graph()
    skos, sfr = Namespace(PREFIXES["skos"]), Namespace(PREFIXES["id"]).sfr
    expected.add((sfr, skos.editorialNote, Literal(NOTE)))
    expected.add((sfr, skos.prefLabel, Literal("SFR", lang="fr")))
    assert isomorphic(found, expected)


@pytest.mark.parametrize(("query", "media_type"), ACCEPTED)
def test_a_media_type_that_is_asked_for_is_given(client, query, media_type):
    response = get(client, query, media_type)
    assert response.status_code == 200
    assert response.mimetype == media_type


@pytest.mark.parametrize(("query", "media_type"), ACCEPTED)
def test_text_says_that_it_is_utf_8(client, query, media_type):
    told = get(client, query, media_type).headers["Content-Type"]
    assert told == (
        f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    )


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, None, "application/sparql-results+json"),
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "text/*", "text/csv"),
        (SELECT, "text/turtle, text/csv;q=0.1", "text/csv"),
        (SELECT, "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        ("ASK {}", "*/*", "application/sparql-results+json"),
        (CONSTRUCT, None, "text/turtle"),
        (CONSTRUCT, "application/*", "application/n-triples"),
        (CONSTRUCT, "text/csv, application/ld+json", "application/ld+json"),
        ("DESCRIBE id:sfr", "*/*", "text/turtle"),
    ],
)
def test_the_media_type_that_a_client_gets(client, query, accept, media_type):
    assert get(client, query, accept).mimetype == media_type


@pytest.mark.parametrize(
    ("query", "accept", "offered"),
    [
        (SELECT, "text/turtle", "text/csv"),
        (SELECT, "*/*;q=0", "text/csv"),
        (SELECT, "image/png", "text/csv"),
        (CONSTRUCT, "text/csv", "text/turtle"),
        ("ASK {}", "application/pdf", "application/json"),
    ],
)
def test_where_nothing_fits_what_is_offered_is_told(client, query, accept, offered):
    response = get(client, query, accept)
    assert response.status_code == 406
    assert offered in response.get_json(force=True)["offered"]


@pytest.mark.parametrize("media_type", ["text/csv", "text/tab-separated-values"])
def test_a_table_is_saved_and_not_shown(client, media_type):
    told = get(client, SELECT, media_type).headers["Content-Disposition"]
    assert told.startswith('attachment; filename="answer.')


def test_a_small_answer_says_how_long_it_is(client):
    response = get(client, SELECT)
    assert int(response.headers["Content-Length"]) == len(response.data) > 0


MANY = "SELECT * { ?a a ?b . ?c sov:holder ?d . ?e sh:prefix ?f . ?g sh:namespace ?h }"


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip, zstd", "zstd"),
        ("gzip, zstd;q=0.5", "gzip"),
        ("*", "zstd"),
        ("gzip;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("br", None),
        ("", None),
    ],
)
def test_a_large_answer_is_coded_as_the_client_takes_it(client, accepted, used):
    plain = get(client, MANY).data
    response = get(client, MANY, **{"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == used
    decode = {
        None: bytes,
        "gzip": gzip.decompress,
        "zstd": lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data),
    }
    assert decode[used](response.data) == plain
    assert response.headers["Vary"] == "Accept, Accept-Encoding"


def test_a_small_answer_is_not_coded(client):
    assert "Content-Encoding" not in get(client, SELECT, **{"Accept-Encoding": "gzip"}).headers
