"""Nanopublications: one for each claim, whole, and named by its hash."""

from __future__ import annotations

from itertools import groupby

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from souverain.errors import Unwritable
from souverain.export import origin
from souverain.export.linked import trusty
from souverain.vocab import BASE, PREFIXES, SOV

ASSERTED_IN = NamedNode(str(SOV.assertedIn))
JOINT = f"{BASE}id/stake-joint"


def read(content: bytes) -> list[Quad]:
    return list(pyoxigraph.parse(content, format=RdfFormat.TRIG))


def graphs(quads: list[Quad]) -> dict[str, dict[str, list[Quad]]]:
    """The graphs of each nanopublication, by the IRI of its claim."""
    found = {}
    for _, rows in groupby(quads, key=lambda quad: quad.graph_name.value.partition("#")[0]):
        parts: dict[str, list[Quad]] = {}
        for row in rows:
            parts.setdefault(row.graph_name.value.partition("#")[2], []).append(row)
        about = [row for row in parts["pubinfo"] if row.predicate.value.endswith("/subject")]
        found[about[0].object.value] = parts
    return found


def values(quads: list[Quad], predicate: str) -> list[str]:
    return [quad.object.value for quad in quads if quad.predicate.value == predicate]


@pytest.fixture(scope="module")
def made(whole, exported):
    return graphs(read(exported(whole, "nanopub")))


def test_each_claim_has_one_of_four_graphs(whole, made):
    claims = {quad.subject.value for quad in whole.quads(predicate=ASSERTED_IN)}
    assert set(made) == claims
    assert {tuple(parts) for parts in made.values()} == {
        ("Head", "assertion", "provenance", "pubinfo")
    }


def test_nothing_that_an_article_says_is_lost_and_nothing_computed_is_in_it(whole, made):
    """What the file of the article says of a claim is in its assertion or its provenance."""
    for claim, parts in made.items():
        said = {
            quad.triple
            for quad in whole.quads(NamedNode(claim))
            if "graph/derived" not in quad.graph_name.value
        }
        told = {quad.triple for quad in (*parts["assertion"], *parts["provenance"])}
        assert {triple for triple in told if triple.subject.value == claim} == said


def test_the_quotes_are_its_provenance(made):
    for parts in made.values():
        exact = values(parts["provenance"], f"{PREFIXES['oa']}exact")
        assert exact
        assert all(exact)
        assert not values(parts["assertion"], f"{PREFIXES['oa']}exact")
        assert values(parts["provenance"], f"{PREFIXES['prov']}wasDerivedFrom")


def test_it_says_when_by_whom_and_under_what_licence(made):
    for claim, parts in made.items():
        told = {quad.predicate.value.rpartition("/")[2]: quad.object for quad in parts["pubinfo"]}
        assert told["license"].value == "https://creativecommons.org/licenses/by/4.0/"
        assert told["name"].value == "The Souverain project"
        assert told["created"].datatype.value.endswith("#date")
        assert told["subject"].value == claim


def test_it_names_the_dataset_and_its_version(whole, made):
    told = {values(parts["pubinfo"], f"{PREFIXES['dcat']}version")[0] for parts in made.values()}
    part = {
        values(parts["pubinfo"], f"{PREFIXES['dcterms']}isPartOf")[0] for parts in made.values()
    }
    assert (told, part) == ({whole.version}, {f"{BASE}dataset"})


def test_what_is_planned_says_so(made):
    planned = f"{BASE}id/stake-003-7bea394997"
    assert str(SOV.Planned) in values(made[planned]["assertion"], str(SOV.status))
    assert any(
        "would" in text for text in values(made[planned]["pubinfo"], f"{PREFIXES['rdfs']}label")
    )


def test_the_same_data_have_the_same_names(whole, exported, made):
    assert graphs(read(exported(whole, "nanopub"))) == made


def test_others_are_not_given_a_licence_or_a_maker(nasty_origin, exported):
    parts = graphs(read(exported(nasty_origin, "nanopub")))[JOINT]
    told = {quad.predicate.value.rpartition("/")[2] for quad in parts["pubinfo"]}
    assert not told & {"license", "creator", "name"}


def test_a_withdrawn_claim_is_left_out(tmp_path, exported):
    text = f"""
<{BASE}id/stake-a> a <{SOV.Stake}> ; <{SOV.assertedIn}> <{BASE}articles/a> .
<{BASE}id/stake-b> a <{SOV.Stake}> ; <{SOV.assertedIn}> <{BASE}articles/a> .
<{BASE}id/withdrawal> <{SOV.withdraws}> <{BASE}id/stake-b> .
"""
    (path := tmp_path / "two.ttl").write_text(text)
    found = graphs(read(exported(origin.of_data(str(path)), "nanopub")))
    assert set(found) == {f"{BASE}id/stake-a"}


def test_a_blank_node_has_no_name_to_be_hashed_by(tmp_path, exported):
    text = f"<{BASE}id/stake-a> a <{SOV.Stake}> ; <{SOV.assertedIn}> [] ."
    (path := tmp_path / "blank.ttl").write_text(text)
    with pytest.raises(Unwritable, match="has no name of its own"):
        exported(origin.of_data(str(path)), "nanopub")


PLACE = f"{BASE}np/{trusty.PLACE}"


def quad(value, graph: str = "#assertion") -> Quad:
    this = NamedNode(PLACE)
    return Quad(this, NamedNode("http://a.example/p"), value, NamedNode(f"{PLACE}{graph}"))


@pytest.mark.parametrize(
    "value",
    [
        Literal("two\nlines \\n and a \\ stroke"),
        Literal("mixed", language="en-GB"),
        Literal("1", datatype=NamedNode(f"{PREFIXES['xsd']}integer")),
        Literal("\U0001f680 é ‮"),
        NamedNode(f"{PLACE}#part"),
        NamedNode("http://a.example/"),
    ],
    ids=str,
)
def test_the_hash_is_that_of_the_library(value):
    from nanopub.trustyuri.rdf import RdfHasher
    from rdflib import Literal as Text
    from rdflib import URIRef

    code, rows = trusty.named(
        [quad(value), quad(Literal("b")), quad(Literal("a", language="fr"))], PLACE
    )

    def term(one):
        if isinstance(one, NamedNode):
            return URIRef(one.value)
        kind = None if one.language else URIRef(one.datatype.value)
        return Text(one.value, lang=one.language, datatype=kind)

    terms = [
        tuple(map(term, (row.graph_name, row.subject, row.predicate, row.object))) for row in rows
    ]
    assert RdfHasher.make_hash(terms, code) == code
    assert len(code) == 45


def test_one_letter_more_has_another_name():
    one, other = (trusty.named([quad(Literal(text))], PLACE)[0] for text in ("a", "aa"))
    assert one != other


def test_names_that_are_forgotten_are_told_again(whole, monkeypatch):
    from souverain.explanation import writer
    from souverain.export import Selection
    from souverain.export.linked import facts

    iris = list(Selection(whole).subjects("Stake"))
    told = facts.Sentences(Selection(whole))
    expected = [told.of(iri) for iri in iris]
    monkeypatch.setattr(writer, "MOST_NAMES", 3)
    again = facts.Sentences(Selection(whole))
    assert [again.of(iri) for iri in iris] == expected
    assert all({label.language for label in row} == {"en", "fr"} for row in expected)
