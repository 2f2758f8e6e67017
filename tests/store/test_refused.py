"""Each kind of check refuses a write, with its report; dry, the same is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rdflib import RDF, SH, Graph, Literal

from souverain.versions import folder
from souverain.vocab import BASE

from .conftest import copied
from .writable import UPDATE, Reply, Writable

QUOTE = f"{BASE}id/evidence-002-306-336#quote"
WHEN = f"{BASE}id/announcement-002-8fa1bd66b7#announcedWhen"
# For each kind: an update that it refuses, the rule that is broken, and what is said of it.
REFUSED = {
    "structure": (
        "INSERT DATA { GRAPH graph:003 { id:cloudwatt a sov:Organization } }",
        "duplicate-iri",
        "the IRI is already described in graph/003.ttl",
    ),
    "evidence": (
        f"DELETE {{ GRAPH graph:002 {{ <{QUOTE}> oa:exact ?words }} }} "
        f'INSERT {{ GRAPH graph:002 {{ <{QUOTE}> oa:exact "Numergy, détenu à 74 % par SFR" }} }} '
        f"WHERE {{ GRAPH graph:002 {{ <{QUOTE}> oa:exact ?words }} }}",
        "evidence-slices",
        "from 306 to 336",
    ),
    "dates": (
        f'DELETE DATA {{ GRAPH graph:002 {{ <{WHEN}> sov:edtf "2012?-10-02/" }} }} ; '
        f'INSERT DATA {{ GRAPH graph:002 {{ <{WHEN}> sov:edtf "2012-13?" }} }}',
        "date-edtf",
        "'2012-13?' is not an EDTF date",
    ),
    "coverage": (
        "DELETE WHERE { GRAPH graph:003 { id:opinion-003-9ab0dc7607 ?property ?value } }",
        "coverage",
        "sentence 8 of article 003 supports no claim",
    ),
    "derived": (
        f"INSERT DATA {{ GRAPH <{BASE}graph/derived/holding> {{ id:orange sov:holds id:bull }} }}",
        "graph",
        "the graph derived/holding is made by the program",
    ),
    "conformance": (
        "DELETE DATA { GRAPH graph:002 { id:stake-002-16d66caa05 sov:percentage 44.4 } } ; "
        "INSERT DATA { GRAPH graph:002 { id:stake-002-16d66caa05 sov:percentage 144.4 } }",
        "shape:Stake-percentage",
        "a decimal number from 0 to 100. Found: 144.4",
    ),
    "conformance of other articles": (
        "DELETE WHERE { GRAPH graph:entities { id:cloudwatt a ?class } }",
        "shape:Funding-receiver",
        "is a party or an initiative. Found: id:cloudwatt",
    ),
    "completion": (
        "INSERT DATA { GRAPH graph:002 { [] a sov:Stake ; sov:assertedIn article:002 ; "
        'sov:evidence [ oa:exact "Bull détient tout" ] } }',
        "claim",
        "the quote 'Bull détient tout' does not stand in article 002",
    ),
}


@pytest.fixture(scope="module")
def server(
    launch: Callable[..., Any], _loaded, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writable]:
    root = copied(_loaded, tmp_path_factory.mktemp("refused") / "shop.store")
    server = Writable(launch, root, "--workers", 3)
    yield server
    server.stop()


def sent(server: Writable, name: str, more: str = "", accept: str = "application/json") -> Reply:
    text = f"PREFIX graph: <{BASE}graph/> {REFUSED[name][0]}"
    return server.send("POST", f"/sparql{more}", text, {"Content-Type": UPDATE, "Accept": accept})


@pytest.mark.parametrize("name", REFUSED)
def test_each_kind_of_check_refuses_a_write(server, name):
    refused = sent(server, name)
    assert (refused.status, refused.slug) == (422, "unsound")
    _, rule, words = REFUSED[name]
    found = [row for row in refused.told["findings"] if row["rule"] == rule]
    assert any(words in row["message"] for row in found)
    assert folder.open(server.root).current == 1


@pytest.mark.parametrize("name", ["structure", "derived", "completion"])
def test_dry_the_same_is_told(server, name):
    assert sent(server, name, "?dry-run").told == sent(server, name).told


@pytest.mark.parametrize("accept", ["text/turtle", "application/json"])
def test_the_report_is_one_of_shacl(server, accept):
    reply = sent(server, "conformance", "?dry-run", accept)
    text = reply.body if accept == "text/turtle" else reply.told["report"]
    graph = Graph().parse(data=text, format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    shapes = {str(graph.value(row, SH.sourceShape)) for row in graph.objects(report, SH.result)}
    assert f"{BASE}shapes#Stake-percentage" in shapes
