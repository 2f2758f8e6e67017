"""The shapes: what conforms, what breaks which of them, and that none is without proof."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SH, SKOS, Graph, URIRef

from souverain import ttl
from souverain.check import constraints, shapes
from souverain.check.shapes import label
from souverain.files import Project
from souverain.vocab import PREFIXES, RULE, SHAPE, SOV

INVALID = Path(__file__).parent / "invalid"
CASES = sorted(INVALID.glob("*.ru"))
BREAKS = re.compile(r"# breaks ((?:shape:[\w-]+ ?)+)\n")


def local(iri: object) -> str:
    return str(iri).removeprefix(str(SHAPE))


def named(case: Path) -> set[str]:
    """The shapes that the first line of an invalid example names."""
    header = BREAKS.match(case.read_text(encoding="utf-8"))
    assert header, f"{case.name} does not begin with: # breaks shape:…"
    return {name.removeprefix("shape:") for name in header[1].split()}


def demands(graph: Graph) -> set[str]:
    """Every property shape and every SPARQL constraint."""
    found = {*graph.subjects(RDF.type, SH.PropertyShape), *graph.objects(None, SH.sparql)}
    return {local(iri) for iri in found}


def test_the_examples_conform(examples, all_shapes, spoil):
    assert shapes.validate(examples, all_shapes) == []
    assert constraints.validate(spoil(""), all_shapes) == []


def test_an_invalid_example_breaks_exactly_what_it_names(case, spoil, broken):
    results = broken(spoil(case.read_text(encoding="utf-8")))
    assert {local(result.shape) for result in results} == named(case)
    assert case.stem.split(".")[0] in named(case)


@pytest.mark.parametrize(
    "name",
    ["Entity-type", "Evidence-quoteSelector", "Funding-side", "Opinion-about", "Stake-target"],
)
def test_looking_near_a_change_finds_what_looking_everywhere_finds(
    name, spoil, broken, all_shapes, to_rdflib
):
    store = spoil((INVALID / f"{name}.ru").read_text(encoding="utf-8"))
    everywhere = shapes.validate(to_rdflib(store), all_shapes)
    assert everywhere + constraints.validate(store, all_shapes) == broken(store)
    assert everywhere


def test_every_property_shape_and_constraint_has_its_invalid_example(all_shapes):
    assert demands(all_shapes) == {case.stem.split(".")[0] for case in CASES}


def test_the_shapes_are_as_many_as_counted(all_shapes):
    nodes = set(all_shapes.subjects(RDF.type, SH.NodeShape))
    properties = set(all_shapes.subjects(RDF.type, SH.PropertyShape))
    queries = set(all_shapes.objects(None, SH.sparql))
    assert (len(nodes), len(properties), len(queries), len(CASES)) == (56, 251, 55, 346)


def test_every_demand_says_what_it_demands_in_both_languages(all_shapes):
    closed = set(all_shapes.subjects(SH.closed, None))
    for shape in [*map(SHAPE.__getitem__, demands(all_shapes)), *closed]:
        languages = sorted(text.language for text in all_shapes.objects(shape, SH.message))
        assert languages == ["en", "fr"], shape


def test_every_property_shape_is_used_by_a_node_shape(all_shapes):
    used = {local(iri) for iri in all_shapes.objects(None, SH.property)}
    assert used == {local(iri) for iri in all_shapes.subjects(RDF.type, SH.PropertyShape)}


def test_a_closed_shape_admits_no_other_property(closed_class, examples, spoil, broken):
    node = next(
        node
        for node in sorted(examples.subjects(RDF.type, URIRef(closed_class)))
        if len(set(examples.objects(node, RDF.type))) == 1
    )
    results = broken(spoil(f'INSERT DATA {{ <{node}> rdfs:comment "beside the shape"@en }}'))
    name = closed_class.rpartition("#")[2]
    assert [(result.node, local(result.shape)) for result in results] == [(str(node), name)]


def test_every_term_is_used_by_an_example_or_a_question(project: Project):
    core = ttl.read(project.ontology / "core.ttl")
    terms = {term for term in core.subjects(RDFS.isDefinedBy) if str(term).startswith((SOV, RULE))}
    used = {term for path in project.example_files() for t in ttl.read(path) for term in t}
    for path in project.question_files():
        names = re.findall(r"\b(?:sov|rule):\w+", path.read_text(encoding="utf-8"))
        used |= {URIRef(ttl.expand(name)) for name in names}
    used |= {RULE[path.stem] for path in project.rule_files()}
    assert len(terms) > 300
    for concept in used & terms:
        # A concept uses its scheme and its kind, a class all that stands above it.
        used |= set(core.objects(concept, SKOS.inScheme | RDF.type))
        used |= set(core.transitive_objects(concept, RDFS.subClassOf))
    assert sorted(terms - used) == []


def test_the_examples_quote_their_articles(examples, project: Project):
    texts = {
        article: (project.ontology / "examples" / str(name)).read_text(encoding="utf-8")
        for article, name in examples.subject_objects(SOV.fileName)
    }
    query = """SELECT * WHERE {
        ?evidence oa:hasSource ?article ; oa:hasSelector ?position , ?quote .
        ?position oa:start ?start ; oa:end ?end .
        ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }"""
    rows = list(examples.query(query, initNs=PREFIXES))
    assert len(rows) == len(set(examples.subjects(RDF.type, SOV.Evidence)))
    for row in rows:
        text, start, end = texts[row.article], int(row.start), int(row.end)
        assert text[start:end] == str(row.exact)
        assert text[:start].endswith(str(row.prefix))
        assert text[end:].startswith(str(row.suffix))


def test_a_message_comes_in_the_language_asked_for_and_names_the_value(spoil, broken):
    update = "INSERT DATA { id:example-deltix skos:exactMatch wd:Q4 }"
    (result,) = broken(spoil(update))
    assert result.message().endswith("the link to wd:Q4 has none.")
    assert result.message("fr").endswith("le lien vers wd:Q4 n’en a pas.")
    assert result.message("de") == result.message("en")


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("example-banque", "en", "Example Bank"),
        ("example-banque", "fr", "Banque Exemple"),
        ("example-kinship", "en", "kinship “Ada et Bob Exemple sont frère et sœur.”"),
        ("example-kinship", "fr", "parenté “Ada et Bob Exemple sont frère et sœur.”"),
        ("example-holding", "en", "holding id:example-holding"),
        ("example-nothing", "en", "id:example-nothing"),
    ],
)
def test_a_node_is_called_by_its_name_or_by_its_class_and_words(examples, name, language, words):
    assert label(examples, ttl.expand(f"id:{name}"), language) == words
