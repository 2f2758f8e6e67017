"""The documentation of the ontology: made from its files, whole, and in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

import pytest
from bs4 import BeautifulSoup
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from souverain import ttl
from souverain.errors import NoSuchPage
from souverain.files import Project
from souverain.pages import words
from souverain.pages.media import SVG
from souverain.pages.page import Page
from souverain.pages.site import Site
from souverain.pages.vocabulary import Kind, Vocabulary, guide, usage
from souverain.pages.vocabulary.pieces import plain
from souverain.pages.vocabulary.saying import Sayer
from souverain.query.evaluation import Query, evaluate
from souverain.vocab import PREFIXES, RULE, SHAPE, SOV

from .conftest import Get, asked

LANGUAGES = ("en", "fr")
MOST = 200_000
Soup = Callable[..., BeautifulSoup]
both = pytest.mark.parametrize("language", LANGUAGES)


def union(project: Project, paths: Iterable[object]) -> Graph:
    found = Graph(bind_namespaces="none")
    for path in paths:
        found += ttl.read(path)  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="module")
def core(project: Project) -> Graph:
    return union(project, [project.ontology / "core.ttl"])


@pytest.fixture(scope="module")
def shapes(project: Project) -> Graph:
    return union(project, project.shapes_files())


@pytest.fixture(scope="module")
def served(project: Project) -> Graph:
    files = [path for path in project.graph_files() if "drafts" not in path.parts]
    return union(project, [*project.ontology_files(), *files])


@pytest.fixture(scope="module")
def pages(soup: Soup, core: Graph) -> dict[str, BeautifulSoup]:
    """The page of each term, by its name."""
    return {name: soup(f"/ontology/{name}") for name in sorted(named(core, SOV))}


def named(graph: Graph, space: object) -> set[str]:
    """The last parts of the IRIs of a namespace that a graph says something of."""
    start = str(space)
    iris = {str(iri) for iri in graph.subjects() if isinstance(iri, URIRef)}
    return {iri.removeprefix(start) for iri in iris if iri.startswith(start)}


def told(site: Site, language: str) -> guide.Guide:
    return guide.of(Page(site, asked("/ontology", language)))


@cache
def _paths(site: Site) -> list[str]:
    names = [f"/ontology/{term.name}" for term in told(site, "en").vocabulary.terms.values()]
    return ["/ontology", "/shapes", "/rules", *names]


@both
@pytest.mark.parametrize(
    ("path", "space", "source"),
    [("/ontology", SOV, "core"), ("/shapes", SHAPE, "shapes"), ("/rules", RULE, "core")],
)
def test_every_hash_iri_has_its_anchor(
    soup: Soup,
    request: pytest.FixtureRequest,
    path: str,
    space: object,
    source: str,
    language: str,
) -> None:
    ids = {row["id"] for row in soup(path, language).select("[id]")}
    missing = named(request.getfixturevalue(source), space) - ids
    assert not missing


@both
def test_no_id_stands_twice(soup: Soup, site: Site, language: str) -> None:
    for path in ("/ontology", "/shapes", "/rules", "/ontology/Stake", "/ontology/holder"):
        counts = Counter(row["id"] for row in soup(path, language).select("[id]"))
        assert [name for name, count in counts.items() if count > 1] == []


@both
def test_every_term_has_its_label_and_definition_in_the_index(
    soup: Soup, core: Graph, language: str
) -> None:
    rows = {row["id"]: row.get_text(" ") for row in soup("/ontology", language).select(".term[id]")}
    for name in named(core, SOV) - named_schemes(core):
        text = rows[name]
        for predicate in (RDFS.label, RDFS.comment):
            (expected,) = [v for v in core.objects(SOV[name], predicate) if v.language == language]
            assert str(expected)[:300] in text, name


def named_schemes(core: Graph) -> set[str]:
    return {str(iri).removeprefix(str(SOV)) for iri in core.subjects(RDF.type, SKOS.ConceptScheme)}


def test_every_term_has_a_page_with_its_definition_in_both_languages(
    pages: dict[str, BeautifulSoup], core: Graph
) -> None:
    for name, page in pages.items():
        text = page.get_text()
        for value in core.objects(SOV[name], RDFS.comment):
            assert str(value) in text, name


@both
def test_the_index_leads_to_the_page_of_each_term(soup: Soup, core: Graph, language: str) -> None:
    hrefs = {row["href"] for row in soup("/ontology", language).select("main a")}
    assert {f"/ontology/{name}" for name in named(core, SOV)} <= hrefs


@both
def test_a_link_keeps_the_language_that_was_chosen(soup: Soup, language: str) -> None:
    page = soup(f"/ontology?lang={language}", language)
    hrefs = [row["href"] for row in page.select(".term a")]
    assert hrefs
    assert all(href.endswith(f"?lang={language}") for href in hrefs)


@both
def test_every_scheme_lists_its_concepts(soup: Soup, core: Graph, language: str) -> None:
    for scheme in core.subjects(RDF.type, SKOS.ConceptScheme):
        name = str(scheme).removeprefix(str(SOV))
        links = {row["href"] for row in soup(f"/ontology/{name}", language).select(".term a")}
        concepts = {str(iri).removeprefix(str(SOV)) for iri in core.subjects(SKOS.inScheme, scheme)}
        assert concepts
        assert links == {f"/ontology/{concept}" for concept in concepts}


@both
def test_every_property_shape_is_said_in_words(site: Site, shapes: Graph, language: str) -> None:
    sayer = told(site, language).sayer
    rows = set(shapes.subjects(RDF.type, SH.PropertyShape))
    assert rows
    for row in rows:
        for pieces in (sayer.path(row), sayer.demand(row)):
            text = plain(piece for piece in pieces if not piece.is_code)
            assert text.strip(), row
            assert "://" not in text, row
            assert "{" not in text, row


@both
def test_every_constraint_component_has_words(shapes: Graph, language: str) -> None:
    known = words.read(language)
    said = {"class", "datatype", "in", "or", "languageIn", "uniqueLang", "nodeKind", "pattern"}
    said |= {"minCount", "maxCount", "qualifiedValueShape", "qualifiedMinCount"}
    said |= {"qualifiedMaxCount", "path", "message", "minLength", "node", "property"}
    rows = set(shapes.subjects(RDF.type, SH.PropertyShape))
    used = {str(p).rpartition("#")[2] for row in rows for p in shapes.predicates(row)} - {"type"}
    assert {name for name in used - said if f"shacl.{name}" not in known} == set()


@both
def test_every_sparql_constraint_is_told_by_its_message(
    soup: Soup, shapes: Graph, language: str
) -> None:
    page = soup("/shapes", language)
    rows = set(shapes.subjects(RDF.type, SH.SPARQLConstraint))
    assert rows
    for row in rows:
        (message,) = [v for v in shapes.objects(row, SH.message) if v.language == language]
        text = page.find(id=str(row).removeprefix(str(SHAPE))).get_text()
        assert str(message).partition("{?value}")[0] in text
        assert "{?value}" not in text


def sayer_of(site: Site, shapes: str, language: str) -> Sayer:
    """Says these shapes, with the project's own terms."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    ontology = told(site, language).vocabulary.ontology
    graph = Graph(bind_namespaces="none").parse(data=prefixes + shapes, format="turtle")
    return Sayer(Vocabulary(ontology, graph, Graph(), {}), words.read(language))


SAID = [
    ("sh:minCount 1 ; sh:maxCount 1", "exactly one value", "exactement une valeur"),
    ("sh:minCount 2 ; sh:maxCount 2", "exactly 2 values", "exactement 2 valeurs"),
    ("sh:minCount 1", "at least one value", "au moins une valeur"),
    ("sh:maxCount 0", "no value", "aucune valeur"),
    ("sh:minCount 0 ; sh:maxCount 3", "at most 3 values", "au plus 3 valeurs"),
    ("sh:minCount 2 ; sh:maxCount 3", "from 2 to 3 values", "de 2 à 3 valeurs"),
    ("sh:class sov:Party", "of the class party", "de la classe partie"),
    (
        "sh:or ( [ sh:class sov:Party ] [ sh:class sov:Place ] )",
        "of the class party or place",
        "de la classe partie ou lieu",
    ),
    (
        "sh:xone ( [ sh:class sov:Party ] [ sh:datatype xsd:date ] )",
        "exactly one of these: of the class party, or a date",
        "exactement une de ces possibilités\u00a0: de la classe partie, ou une date",
    ),
    ("sh:not [ sh:class sov:Party ]", "but not: of the class", "mais pas\u00a0: de la classe"),
    ("sh:in ( sov:Planned 4.50 )", "one of: planned, 4.5", "l’un de\u00a0: prévu, 4,5"),
    ("sh:hasValue sov:Planned", "planned among them", "prévu parmi elles"),
    ("sh:datatype xsd:decimal", "a decimal number", "un nombre décimal"),
    ("sh:datatype xsd:duration", "xsd:duration", "xsd:duration"),
    ("sh:minInclusive 0.0 ; sh:maxInclusive 100.0", "from 0 to 100", "de 0 à 100"),
    ("sh:minExclusive 50.0", "more than 50", "plus de 50"),
    ("sh:pattern '^[A-Z]$'", "matching ^[A-Z]$", "conforme à ^[A-Z]$"),
    ("sh:minLength 1", "not empty", "non vide"),
    ("sh:maxLength 9", "at most 9 characters", "au plus 9 caractères"),
    ("sh:languageIn ( 'en' 'de' )", "in English or de", "en anglais ou de"),
    ("sh:uniqueLang true", "one for each language", "une par langue"),
    ("sh:nodeKind sh:IRI", "an IRI", "un IRI"),
    ("sh:lessThan sov:validUntil", "less than valid until", "inférieure à valable jusqu"),
    ("sh:node shape:Stake", "as the shape Stake demands", "comme le veut la forme Stake"),
    (
        "sh:qualifiedValueShape [ sh:class sov:Party ] ; sh:qualifiedMinCount 1",
        "at least one value that is: of the class party",
        "au moins une valeur qui soit\u00a0: de la classe partie",
    ),
    (
        "sh:property [ sh:path sov:holder ; sh:minCount 1 ]",
        "with holder: at least one value",
        "avec détenteur\u00a0: au moins une valeur",
    ),
    ("sh:rootClass sov:Party", "sh:rootClass party", "sh:rootClass partie"),
]


@pytest.mark.parametrize(("demand", "english", "french"), SAID, ids=[row[0] for row in SAID])
def test_a_demand_is_said_in_words(site: Site, demand: str, english: str, french: str) -> None:
    for language, expected in (("en", english), ("fr", french)):
        sayer = sayer_of(site, f"shape:X sh:path sov:target ; {demand} .", language)
        assert expected in plain(sayer.demand(SHAPE.X))


PATHS = [
    ("sov:holder", "holder"),
    ("[ sh:alternativePath ( sov:holder sov:target ) ]", "holder or target"),
    ("[ sh:inversePath sov:holder ]", "what has this as holder"),
    ("( sov:holder org:hasMember )", "holder / org:hasMember"),
    ("[ sh:zeroOrMorePath sov:relayedBy ]", "relayed by, any number of times"),
]


@pytest.mark.parametrize(("path", "expected"), PATHS, ids=[row[0] for row in PATHS])
def test_a_path_is_said_in_words(site: Site, path: str, expected: str) -> None:
    sayer = sayer_of(site, f"shape:X sh:path {path} .", "en")
    assert plain(sayer.path(SHAPE.X)) == expected


def test_the_shape_of_a_class_lists_all_its_properties(soup: Soup, shapes: Graph) -> None:
    page = soup("/ontology/Stake")
    rows = set(shapes.objects(SHAPE.Stake, SH.property))
    table = page.select_one("table.demands")
    assert table is not None
    assert len(table.select("tbody tr")) == len(rows)


def test_what_classes_share_no_instance_is_told(soup: Soup) -> None:
    terms = [row.get_text() for row in soup("/ontology/Acquisition").select("dl.facts dt")]
    assert "Disjoint with" in terms
    assert soup("/ontology/Acquisition").select_one('dl.facts a[href="/ontology/Merger"]')


MATCHES = [
    ("Organization", "subclass of", "ORG", str(PREFIXES["org"]) + "Organization"),
    ("RoleHolding", "close to", "ORG", str(PREFIXES["org"]) + "Membership"),
    ("Transaction", "related to", "ORG", str(PREFIXES["org"]) + "ChangeEvent"),
]


@pytest.mark.parametrize(("name", "how", "vocabulary", "iri"), MATCHES)
def test_alignments_are_told_as_they_are(
    soup: Soup, name: str, how: str, vocabulary: str, iri: str
) -> None:
    rows = soup(f"/ontology/{name}").select('section[aria-labelledby="matches"] tbody tr')
    found = [[cell.get_text() for cell in row.select("td")] for row in rows if row.find(href=iri)]
    assert [row[:2] for row in found] == [[how, vocabulary]]


def test_every_alignment_names_its_vocabulary(pages: dict[str, BeautifulSoup]) -> None:
    names = {"ORG", "schema.org", "PROV-O", "Web Annotation", "BODS", "FIBO", "FollowTheMoney"}
    names |= {"Wikidata", "FOAF", "SKOS"}
    found = set()
    for page in pages.values():
        rows = page.select('section[aria-labelledby="matches"] tbody tr')
        found |= {row.select("td")[1].get_text() for row in rows}
    assert found == names


def test_examples_parse_and_hold_an_instance(site: Site) -> None:
    found = told(site, "en")
    terms = [row for row in found.vocabulary.terms.values() if row.kind is Kind.CLASS]
    shown = [term for term in terms if found.example(term)]
    assert {"Stake", "Announcement", "Acquisition", "Evidence", "DerivedStake"} <= {
        term.name for term in shown
    }
    for term in shown:
        assert (None, RDF.type, term.iri) in Graph().parse(data=found.example(term))


def test_an_example_is_the_smallest(site: Site, project: Project) -> None:
    examples = union(project, project.example_files())
    sizes = [
        len(list(examples.predicate_objects(s))) for s in examples.subjects(RDF.type, SOV.Stake)
    ]
    term = told(site, "en").vocabulary.by_name["Stake"]
    assert len(Graph().parse(data=told(site, "en").example(term))) == min(sizes)


def counted(served: Graph, iri: URIRef, kind: Kind) -> int:
    if kind is Kind.PROPERTY:
        return len(set(served.subject_objects(iri)))
    if kind is Kind.CLASS:
        below = set(served.transitive_subjects(RDFS.subClassOf, iri))
        return len({thing for row in below for thing in served.subjects(RDF.type, row)})
    if kind is Kind.SCHEME:
        return len(set(served.subjects(SKOS.inScheme, iri)))
    within = (SKOS.hasTopConcept, RDF.first)
    return len({(s, p) for s, p in served.subject_predicates(iri) if p not in within})


def test_counts_equal_an_independent_count(site: Site, served: Graph) -> None:
    found = told(site, "en")
    terms = found.vocabulary.terms.values()
    expected = {term.name: counted(served, term.iri, term.kind) for term in terms}
    assert {term.name: found.usage.count(term) for term in terms} == expected
    assert expected["Stake"] > 10


def test_the_query_of_a_term_finds_as_many_rows(site: Site) -> None:
    found = told(site, "en")
    for term in found.vocabulary.terms.values():
        rows = list(evaluate(site.dataset.store, Query(usage.query(term)), {}))
        assert len(rows) == found.usage.count(term), term.name


def test_the_query_of_a_term_is_linked(soup: Soup, site: Site) -> None:
    term = told(site, "en").vocabulary.by_name["holder"]
    hrefs = [row["href"] for row in soup("/ontology/holder").select("dl.facts a")]
    assert Page(site, asked("/")).to("/query", query=usage.query(term)) in hrefs


@both
def test_each_rule_has_its_words_and_its_query(soup: Soup, project: Project, language: str) -> None:
    page = soup("/rules", language)
    for path in project.rule_files():
        section = page.find(id=path.stem).parent
        text = path.read_text("utf-8")
        (line,) = [row for row in text.splitlines() if row.startswith(f"# {language}: ")]
        assert line.removeprefix(f"# {language}: ") in section.get_text()
        query = section.select_one("pre").get_text()
        assert query.strip() == text[text.index("CONSTRUCT") :].strip()


@both
def test_no_page_is_over_200_kb(get: Get, site: Site, language: str) -> None:
    sizes = {path: len(get(path, language).content) for path in _paths(site)}
    assert {path: size for path, size in sizes.items() if size > MOST} == {}


def test_the_specimen_has_the_term(site: Site, soup: Soup) -> None:
    for name in ("Stake", "holder", "Planned", "Claim"):
        claim = soup(f"/ontology/{name}").select_one("article.claim")
        assert claim is not None, name
        assert claim.select_one("blockquote"), name


@pytest.mark.parametrize("path", ["/ontology", "/ontology/Stake", "/rules", "/shapes"])
def test_data_hold_the_terms(get: Get, path: str) -> None:
    document = get(path, accept="text/turtle")
    assert document.media_type == "text/turtle"
    graph = Graph().parse(data=document.content.decode("utf-8"), format="turtle")
    shown = BeautifulSoup(get(path).content, "html.parser").select(".term[id], .demanded li[id]")
    space = {"/ontology": SOV, "/shapes": SHAPE}.get(path)
    for row in shown if space else ():
        assert (space[row["id"]], None, None) in graph
    assert len(graph) > 10


def test_the_ontology_as_data_has_the_axioms_of_several_terms(get: Get, core: Graph) -> None:
    content = get("/ontology", accept="text/turtle").content.decode("utf-8")
    graph = Graph().parse(data=content, format="turtle")
    for kind in (OWL.AllDisjointClasses, OWL.AllDifferent):
        found = len(set(graph.subjects(RDF.type, kind)))
        assert found == len(set(core.subjects(RDF.type, kind))) > 0


@both
@pytest.mark.parametrize("path", ["/ontology.svg", "/ontology/Stake.svg"])
def test_a_picture_stands_alone(get: Get, path: str, language: str) -> None:
    document = get(path, language)
    assert document.media_type == SVG
    svg = BeautifulSoup(document.content, "html.parser").select_one("svg")
    assert svg is not None
    assert not svg.select("[style], style, script")
    label = "participation" if language == "fr" else "stake"
    assert svg.find("a", href="/ontology/Stake").get_text() == label


def test_the_hierarchy_shows_every_class_but_those_of_concepts(soup: Soup, core: Graph) -> None:
    hrefs = {row["href"] for row in soup("/ontology").select("svg a")}
    classes = set(core.subjects(RDF.type, OWL.Class))
    own = {iri for iri in classes if str(iri).startswith(str(SOV))}
    concepts = set(core.transitive_subjects(RDFS.subClassOf, SKOS.Concept))
    expected = {f"/ontology/{str(iri).removeprefix(str(SOV))}" for iri in own - concepts}
    assert hrefs == expected


def test_a_picture_has_a_line_for_each_property_that_leads_to_a_class(
    soup: Soup, shapes: Graph
) -> None:
    svg = soup("/ontology/Funding").select_one("svg.drawing")
    assert svg is not None
    ways = {row.get_text().rpartition(" ")[0] for row in svg.select(".ways text")}
    assert {"payer", "receiver", "amount", "funding status", "evidence"} <= ways
    assert "percentage" not in ways


def test_an_unknown_term_is_no_page(get: Get) -> None:
    with pytest.raises(NoSuchPage):
        get("/ontology/Nothing")


HOSTILE = "<script>alert(1)</script>\u202e" + "x" * 100_000


@pytest.fixture
def spoiled(scratch: Project) -> Project:
    """A project with terms that wish us ill, and some of which little is said."""
    core = scratch.ontology / "core.ttl"
    core.write_text(
        core.read_text("utf-8")
        + f"""
sov:Evil a owl:Class ; rdfs:label "{HOSTILE}"@en ; rdfs:comment "{HOSTILE}"@en ;
  rdfs:subClassOf sov:Evil , sov:Claim ; skos:closeMatch <javascript:alert(1)> .
sov:Bare a owl:Class ; rdfs:subClassOf sov:Evil . sov:Evil rdfs:subClassOf sov:Bare .
sov:bare a owl:ObjectProperty ; owl:inverseOf sov:holder ; owl:deprecated true .
<https://w3id.org/souverain/ontology#it's> a skos:Concept .
sov:Old a owl:Class ; rdfs:label "old"@de ; vs:term_status "archaic" .
sov:Thing a sov:Rank .
""",
        "utf-8",
    )
    example = scratch.ontology / "examples" / "evil.ttl"
    example.write_text("this is no Turtle", "utf-8")
    return scratch


def test_hostile_terms_are_shown_and_do_no_harm(
    spoiled: Project, site_of: Callable[[Project], Site]
) -> None:
    site = site_of(spoiled)
    pages = {
        (path, language): site.answer(asked(path, language)).content
        for path in (
            "/ontology",
            *(f"/ontology/{name}" for name in ("Evil", "Bare", "bare", "Old")),
        )
        for language in LANGUAGES
    }
    read = {key: BeautifulSoup(content, "html.parser") for key, content in pages.items()}
    for key, page in read.items():
        assert len(pages[key]) < MOST
        assert not page.select("main script, [onclick], [style]")
        assert not [row for row in page.select("[href]") if row["href"].startswith("javascript")]
        assert "examples/evil.ttl" in page.get_text()
    index = read["/ontology", "en"]
    names = {row["id"] for row in index.select("[id]")}
    assert {"Evil", "Bare", "bare", "it's", "Old", "Thing"} <= names
    assert index.find(id="Old").em
    assert read["/ontology/bare", "en"].select_one('dl.facts a[href="/ontology/holder"]')
