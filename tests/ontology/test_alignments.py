"""Every outside term that the ontology uses was checked in its own vocabulary, and is declared."""

from __future__ import annotations

import csv

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Node, URIRef

from souverain import ttl
from souverain.files import Project
from souverain.vocab import BASE, SOV

LANGUAGE = (str(OWL), str(RDF), str(RDFS), str(XSD))
# Whose values are addresses of documents, not terms.
POINTERS = {DCTERMS.license, OWL.versionIRI}
VOCABULARIES = ["bods", "fibo", "foaf", "ftm", "oa", "org", "prov", "schema", "wikidata"]
RELATIONS = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.relatedMatch,
}
PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# What each kind of thing that a vocabulary publishes may be declared as; all may be mapped to.
KINDS = {
    "Class": {OWL.Class},
    "ObjectProperty": {OWL.ObjectProperty},
    "DatatypeProperty": {OWL.DatatypeProperty},
    "AnnotationProperty": {OWL.AnnotationProperty},
    "Property": PROPERTIES,
    "FtMProperty": set(),
    "FtMSchema": set(),
    "JSONSchema": set(),
    "WikidataItem": set(),
    "WikidataProperty": set(),
}


def outside(graph: Graph) -> set[URIRef]:
    """The terms of others that a graph uses."""
    used: set[Node] = set()
    for subject, path, value in graph:
        used |= {subject, path} if path in POINTERS else {subject, path, value}
    ours = (BASE, *LANGUAGE)
    return {term for term in used if isinstance(term, URIRef) and not str(term).startswith(ours)}


def undeclared(graph: Graph, core: Graph) -> set[URIRef]:
    """The outside terms of a graph that neither it nor the core ontology declares."""
    return {
        term
        for term in outside(graph)
        if not {*graph.objects(term, RDF.type), *core.objects(term, RDF.type)}
    }


def unverified(graph: Graph, verified: dict[str, dict[str, str]]) -> set[str]:
    """The outside terms that are not in the list, or are not there what they are here."""
    return {
        str(term)
        for term in outside(graph)
        if str(term) not in verified
        or not {*graph.objects(term, RDF.type)}
        <= {*KINDS[verified[str(term)]["kind"]], OWL.NamedIndividual}
    }


@pytest.fixture(scope="module")
def verified(project: Project) -> dict[str, dict[str, str]]:
    """What was checked: for each term its kind, its vocabulary, and where it was read."""
    with (project.ontology / "alignments/verified.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len({row["term"] for row in rows}) == len(rows) > 200
    return {row["term"]: row for row in rows}


@pytest.fixture(scope="module")
def core(project: Project) -> Graph:
    return ttl.read(project.ontology / "core.ttl")


@pytest.fixture(scope="module")
def org(project: Project) -> Graph:
    return ttl.read(project.ontology / "alignments/org.ttl")


def test_every_outside_term_is_declared(ontology_file, core):
    assert undeclared(ttl.read(ontology_file), core) == set()


def test_every_outside_term_was_verified(ontology_file, verified):
    assert unverified(ttl.read(ontology_file), verified) == set()


def test_an_undeclared_term_is_found(org, core):
    org = org + Graph().parse(data=f"<{BASE}x> a <http://www.w3.org/ns/org#Post> .")
    assert undeclared(org, core) == {URIRef("http://www.w3.org/ns/org#Post")}


@pytest.mark.parametrize(
    "line",
    [
        "<http://www.w3.org/ns/org#Firm> a <http://www.w3.org/2002/07/owl#Class> .",
        "<http://www.w3.org/ns/org#Role> a <http://www.w3.org/2002/07/owl#ObjectProperty> .",
    ],
    ids=["invented", "of another kind"],
)
def test_an_unverified_term_is_found(org, verified, line):
    assert unverified(org + Graph().parse(data=line), verified) == {line[1:].partition(">")[0]}


def test_each_vocabulary_has_a_file(project):
    assert [path.stem for path in project.ontology_files()[1:]] == VOCABULARIES


@pytest.fixture
def alignment(project: Project, vocabulary: str) -> Graph:
    return ttl.read(project.ontology / f"alignments/{vocabulary}.ttl")


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_an_alignment_relates_terms_of_ours(alignment, core):
    subjects = {subject for path in RELATIONS for subject in alignment.subjects(path)}
    assert subjects
    assert subjects <= set(core.subjects(RDFS.isDefinedBy))


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_an_alignment_says_nothing_else_about_our_terms(alignment):
    said = {path for term, path in alignment.subject_predicates() if term in SOV}
    assert said <= RELATIONS


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_an_alignment_says_where_its_terms_were_read(vocabulary, alignment, verified):
    header = URIRef(f"{BASE}alignments/{vocabulary}")
    rows = [verified[str(term)] for path in RELATIONS for term in alignment.objects(None, path)]
    read = {f"{row['vocabulary']}, {row['version']}: {row['verified_in']}" for row in rows}
    assert {str(source) for source in alignment.objects(header, DCTERMS.source)} == read


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_the_readme_names_each_alignment(project, vocabulary):
    readme = (project.ontology / "alignments/README.md").read_text("utf-8")
    assert f"`{vocabulary}.ttl`" in readme
