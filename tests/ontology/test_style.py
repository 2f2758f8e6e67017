"""The ontology keeps the rules of `style.ttl`, and each rule can fail."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import OWL, RDF, SH, Graph, URIRef

from souverain import ttl
from souverain.files import Project
from souverain.vocab import PREFIXES, SHAPE, SOV

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
# A small part of the ontology that has one of each kind of term, to spoil.
SAMPLE = [
    "https://w3id.org/souverain/ontology",
    "sov:Stake",
    "sov:holder",
    "sov:percentage",
    "sov:Directness",
    "sov:DirectnessScheme",
    "sov:Direct",
    "sov:Indirect",
    "sov:Unknown",
    "sov:Rule",
    "rule:remainder",
]
ONTOLOGY = "<https://w3id.org/souverain/ontology>"
# What every term says, for a concept that breaks a rule about concepts only.
TOLD = (
    'rdfs:label "stray"@en, "errant"@fr ; skos:prefLabel "stray"@en, "errant"@fr ; '
    'rdfs:comment "Astray."@en, "Errant."@fr ; vs:term_status "testing" ; '
    f"rdfs:isDefinedBy {ONTOLOGY}"
)


def renamed(old: str, new: str) -> str:
    """The update that gives a term another IRI."""
    return (
        f"DELETE {{ {old} ?p ?o . ?s ?q {old} }} INSERT {{ {new} ?p ?o . ?s ?q {new} }}"
        f" WHERE {{ {{ {old} ?p ?o }} UNION {{ ?s ?q {old} }} }}"
    )


def added(triples: str) -> str:
    """The update that adds triples."""
    return f"INSERT DATA {{ {triples} }}"


def dropped(triple: str) -> str:
    """The update that takes away each triple of a pattern."""
    return f"DELETE WHERE {{ {triple} }}"


def changed(subject: str, path: str, value: str) -> str:
    """The update that gives a subject one value in place of those it has."""
    return (
        f"DELETE {{ {subject} {path} ?o }} INSERT {{ {subject} {path} {value} }}"
        f" WHERE {{ {subject} {path} ?o }}"
    )


BROKEN = [
    ("term-label", dropped("sov:Stake rdfs:label ?any")),
    ("term-label", added('sov:Stake rdfs:label "share"@en')),
    ("term-label", added('sov:holder rdfs:label "Inhaber"@de')),
    ("term-comment", dropped("sov:holder rdfs:comment ?any")),
    ("term-comment", added('rule:remainder rdfs:comment "Le reste."@fr')),
    (
        "term-comment-sentence",
        "DELETE { sov:Stake rdfs:comment ?o } "
        'INSERT { sov:Stake rdfs:comment "A share"@en } '
        'WHERE { sov:Stake rdfs:comment ?o FILTER(LANG(?o) = "en") }',
    ),
    ("term-defined", dropped("sov:Direct rdfs:isDefinedBy ?any")),
    ("term-defined", added("sov:Direct rdfs:isDefinedBy skos:Concept")),
    ("term-status", dropped("sov:percentage vs:term_status ?any")),
    ("term-status", changed("sov:percentage", "vs:term_status", '"perhaps"')),
    ("term-kind", dropped("sov:Stake a owl:Class")),
    ("term-kind", added("rule:remainder a owl:ObjectProperty")),
    ("term-kind", added("sov:Direct a owl:Class")),
    ("term-iri", renamed("sov:Stake", "<https://w3id.org/souverain/ontology/0.1.0/Stake>")),
    ("term-iri", renamed("sov:holder", "<https://w3id.org/souverain/ontology/0.1.0#holder>")),
    ("name-upper", renamed("sov:Stake", "sov:stake")),
    ("name-upper", renamed("sov:Indirect", "<https://w3id.org/souverain/ontology#In-direct>")),
    ("name-lower", renamed("sov:holder", "sov:Holder")),
    ("name-rule", renamed("rule:remainder", "rule:Remainder")),
    ("property-kind", added("sov:holder a owl:DatatypeProperty")),
    ("property-kind", added("sov:percentage a owl:ObjectProperty")),
    ("concept-scheme", added(f"sov:Stray a skos:Concept ; {TOLD}")),
    (
        "concept-class-scheme",
        added(f"sov:Stray a skos:Concept, sov:Directness ; skos:inScheme sov:OtherScheme ; {TOLD}"),
    ),
    ("concept-preferred-label", dropped("sov:Direct skos:prefLabel ?any")),
    ("concept-preferred-label", added('sov:DirectnessScheme skos:prefLabel "other"@en')),
    ("scheme-class", dropped("sov:Direct a sov:Directness")),
    ("scheme-different", dropped("?any a owl:AllDifferent")),
    ("scheme-different", dropped("?any rdf:first sov:Direct")),
    (
        "scheme-different",
        "DELETE { ?cell rdf:rest rdf:nil } "
        "INSERT { ?cell rdf:rest [ rdf:first sov:Stake ; rdf:rest rdf:nil ] } "
        "WHERE { ?cell rdf:rest rdf:nil }",
    ),
    ("scheme-top", dropped("sov:Direct skos:topConceptOf ?any")),
    ("scheme-top", dropped("?any skos:hasTopConcept sov:Direct")),
    ("header-version-iri", dropped(f"{ONTOLOGY} owl:versionIRI ?any")),
    ("header-version-info", dropped(f"{ONTOLOGY} owl:versionInfo ?any")),
    ("header-version", changed(ONTOLOGY, "owl:versionInfo", '"0.0.9"')),
    ("header-licence", dropped(f"{ONTOLOGY} dcterms:license ?any")),
    ("header-creator", dropped(f"{ONTOLOGY} dcterms:creator ?any")),
    ("header-title", dropped(f"{ONTOLOGY} dcterms:title ?any")),
    ("header-description", dropped(f"{ONTOLOGY} dcterms:description ?any")),
    ("header-no-import", added(f"{ONTOLOGY} owl:imports <http://www.w3.org/ns/org#>")),
    ("namespace-prefix", dropped(f"{ONTOLOGY} vann:preferredNamespacePrefix ?any")),
    ("namespace-iri", changed(ONTOLOGY, "vann:preferredNamespaceUri", '"http://e.org/"')),
]


def broken_rules(ontology: Graph, style: Graph) -> set[str]:
    """The names of the rules that the ontology breaks."""
    _, report, _ = pyshacl.validate(ontology, shacl_graph=style, advanced=True)
    assert isinstance(report, Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return {name_of(report, result) for result in results}


def name_of(report: Graph, result: object) -> str:
    """The name of the rule that a result is about."""
    rule = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    return str(rule).removeprefix(f"{SHAPE}style-")


def rules(style: Graph) -> set[URIRef]:
    return {rule for rule in style.subjects(SH.message) if isinstance(rule, URIRef)}


@pytest.fixture(scope="module")
def style(project: Project) -> Graph:
    return ttl.read(project.ontology / "style.ttl")


@pytest.fixture(scope="module")
def ontology(project: Project) -> Graph:
    """The core ontology and its alignments."""
    union = Graph(bind_namespaces="none")
    for path in project.ontology_files():
        union += ttl.read(path)
    return union


@pytest.fixture(scope="module")
def sample(project: Project) -> Graph:
    """A small part of the core ontology that breaks no rule."""
    core = ttl.read(project.ontology / "core.ttl")
    part = Graph(bind_namespaces="none")
    for term in SAMPLE:
        part += core.cbd(URIRef(ttl.expand(term)))
    for axiom in core.subjects(RDF.type, OWL.AllDifferent):
        if SOV.Direct in core.items(core.value(axiom, OWL.distinctMembers)):
            part += core.cbd(axiom)
    return part


def test_the_ontology_keeps_every_rule(ontology, style):
    assert broken_rules(ontology, style) == set()


def test_the_sample_keeps_every_rule(sample, style):
    assert broken_rules(sample, style) == set()


@pytest.mark.parametrize(("rule", "update"), BROKEN, ids=[rule for rule, _ in BROKEN])
def test_a_broken_copy_breaks_exactly_its_rule(sample, style, rule, update):
    broken = Graph(bind_namespaces="none")
    broken += sample
    broken.update(PROLOGUE + update)
    assert broken_rules(broken, style) == {rule}


def test_every_rule_has_a_broken_copy(style):
    names = {str(rule).removeprefix(f"{SHAPE}style-") for rule in rules(style)}
    assert names == {rule for rule, _ in BROKEN}


def test_every_message_is_in_both_languages(style):
    speechless = {
        rule
        for rule in rules(style)
        if sorted(message.language for message in style.objects(rule, SH.message)) != ["en", "fr"]
    }
    assert speechless == set()
