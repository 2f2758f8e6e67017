"""RDF exports give the same dataset again, whatever the format, and the same bytes."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, Store, Triple

from souverain import export
from souverain.errors import Unwritable
from souverain.export import Selection, Target, origin
from souverain.export.origin import Origin
from souverain.vocab import PREFIXES, SOV

RDF = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "jsonld-framed": RdfFormat.JSON_LD,
    "nquads-canonical": RdfFormat.N_QUADS,
}
DATASETS = ("trig", "nquads", "jsonld", "nquads-canonical")
REIFIES = NamedNode(f"{PREFIXES['rdf']}reifies")


def canonical(rows) -> list[str]:
    """The canonical dataset, with numbers as the engine keeps them: 47.0 is 47."""
    store = Store()
    store.extend(row if isinstance(row, Quad) else Quad(*row) for row in rows)
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


@pytest.mark.parametrize("name", RDF)
def test_the_dataset_comes_back(either, exported, name):
    read = pyoxigraph.parse(exported(either, name), format=RDF[name])
    selection = Selection(either)
    if name in DATASETS:
        assert canonical(read) == canonical(selection.quads())
    else:
        triples = (Quad(*quad.triple) for quad in read)
        assert canonical(triples) == canonical(selection.triples())


@pytest.mark.parametrize("name", [*RDF, "trig-star", "owl-rdfxml", "owl-functional"])
def test_twice_the_same_bytes(project, exported, whole, name):
    assert exported(whole, name) == exported(origin.of_project(project), name)


@pytest.mark.parametrize("name", ["jsonld", "jsonld-framed"])
def test_json_ld_has_its_context_inside_and_bare_names(whole, exported, name):
    document = json.loads(exported(whole, name, "class=Stake"))
    assert document["@context"]["holder"] == {"@id": str(SOV.holder), "@type": "@id"}
    text = json.dumps(document["@graph"])
    assert '"status": "InForce"' in text
    assert '"http://www.w3.org/ns/oa#' not in text


def test_a_framed_claim_has_its_quote_and_names_inside(whole, exported):
    found = json.loads(exported(whole, "jsonld-framed", "article=002"))["@graph"]
    (stake,) = [row for row in found if row["@id"] == "id:stake-002-1c1387e63a"]
    assert stake["holder"]["skos:prefLabel"]
    quotes = [row["oa:exact"] for row in stake["evidence"]["oa:hasSelector"] if "oa:exact" in row]
    assert quotes[0].startswith("Cloudwatt, qui s’appuie")
    assert "percentage" not in stake


def test_a_part_is_no_node_of_its_own(whole, exported):
    found = json.loads(exported(whole, "jsonld-framed"))["@graph"]
    assert not [row["@id"] for row in found if row.get("@type") in ("Evidence", "Attribution")]


def test_the_hash_is_that_of_the_canonical_dataset(either):
    selection, stream = Selection(either), BytesIO()
    target = Target(Path("none"), stream)
    counts = export.write(selection, export.find("nquads-canonical"), target)
    lines = "".join(f"{row} .\n" for row in canonical(selection.quads()))
    assert stream.getvalue().decode() == lines
    digest = hashlib.sha256(lines.encode()).hexdigest()
    assert counts.notes == (f"SHA-256 of the dataset (RDFC-1.0): {digest}",)


def test_each_stake_reifies_what_it_says(whole, exported):
    quads = list(pyoxigraph.parse(exported(whole, "trig-star"), format=RdfFormat.TRIG))
    reified = {quad.subject.value: quad.object for quad in quads if quad.predicate == REIFIES}
    id = PREFIXES["id"]
    ends = NamedNode(f"{id}orange"), NamedNode(f"{id}cloudwatt")
    owns, plans = NamedNode(str(SOV.ownsShareOf)), NamedNode(str(SOV.plansShareOf))
    assert reified[f"{id}stake-003-0791065b1d"] == Triple(ends[0], owns, ends[1])
    assert reified[f"{id}stake-003-7bea394997"] == Triple(ends[0], plans, ends[1])
    assert len(reified) == 25


def test_reifying_asserts_nothing(whole, exported):
    quads = pyoxigraph.parse(exported(whole, "trig-star"), format=RdfFormat.TRIG)
    rest = [quad for quad in quads if quad.predicate != REIFIES]
    assert canonical(rest) == canonical(Selection(whole).quads())


S, P = "<http://a.example/s>", "<http://a.example/p>"
WITH_A_TRIPLE = f"{S} {P} <<( {S} {P} 1 )>> ."
WITH_CONTROL = f'{S} {P} "a\\u0008b" .'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("turtle", WITH_A_TRIPLE),
        ("rdfxml", WITH_A_TRIPLE),
        ("jsonld", WITH_A_TRIPLE),
        ("jsonld-framed", WITH_A_TRIPLE),
        ("rdfxml", WITH_CONTROL),
    ],
)
def test_what_a_format_cannot_hold_is_refused(exported, name, text):
    store = Store()
    store.load(text.encode("utf-8"), format=RdfFormat.TURTLE)
    with pytest.raises(Unwritable) as fault:
        exported(Origin((store,)), name)
    assert fault.value.hint
