"""The description of the data: DCAT-AP 3.0 by its own rules, VoID by what the data hold."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef

from souverain import export, statistics
from souverain.export.distribution import Distribution
from souverain.export.linked import dcat
from souverain.export.linked.triples import term
from souverain.export.offered import OFFERED
from souverain.export.target import Target
from souverain.store import Dataset
from souverain.vocab import BASE, PREFIXES

# The properties of each class, how many there may be and of what class they are: from the shapes
# of the release 3.0.0 (github.com/SEMICeu/DCAT-AP, releases/3.0.0/shacl and html/shacl), so far as
# they must or should be there, or are used here.
TABLE = Path(__file__).with_name("dcat-ap.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
LEVELS = {"mandatory": SH.Violation, "recommended": SH.Warning}
DCAT, DCT, VOID = (Namespace(PREFIXES[name]) for name in ("dcat", "dcterms", "void"))
SPDX = Namespace("http://spdx.org/rdf/terms#")
DATASET = URIRef(f"{BASE}dataset")
PARTITIONS = (
    (VOID.classPartition, VOID["class"], VOID.entities),
    (VOID.propertyPartition, VOID.property, VOID.triples),
)
# What is recommended and not there, with the reason.
MISSING = {
    ("dcat:Catalog", "dcterms:issued"): "the day is known only of a release",
    ("foaf:Agent", "dcterms:type"): "the data do not say what kind of publisher it is",
}
RELEASE = dcat.Release(
    files=(
        Distribution("souverain.ttl", "turtle", "text/turtle", 1234, "ab" * 32),
        Distribution("csv/stakes.csv", "csv", "text/csv", 0, "00" * 32),
        Distribution("LICENSE-data.md", "", "text/markdown", 18, "cd" * 32),
    ),
    address="https://a.example/2026-11-28/",
    date="2026-11-28",
    previous="ab" * 32,
)


def iri(name: str) -> URIRef:
    return URIRef(term(name))


def shapes(level: str) -> Graph:
    """The rules that must be met, or those that should."""
    graph = Graph()
    for kind, name, stage, most, node, value in ROWS:
        if level == "recommended" and stage != level:
            continue
        shape, rule = BNode(), BNode()
        graph.add((shape, RDF.type, SH.NodeShape))
        graph.add((shape, SH.targetClass, iri(kind)))
        graph.add((shape, SH.property, rule))
        graph.add((rule, SH.path, iri(name)))
        graph.add((rule, SH.severity, LEVELS[level]))
        graph.add((rule, SH.nodeKind, SH[node]))
        if stage == level:
            graph.add((rule, SH.minCount, Literal(1)))
        if most and level == "mandatory":
            graph.add((rule, SH.maxCount, Literal(int(most))))
        if value and level == "mandatory":
            what = SH.datatype if node == "Literal" else SH["class"]
            graph.add((rule, what, iri(value)))
    return graph


def found(graph: Graph, level: str) -> set[tuple[str, str]]:
    """The class and property of each rule that is broken."""
    rules = shapes(level)
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules, allow_warnings=False)
    broken = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, focus = report.value(result, SH.resultPath), report.value(result, SH.focusNode)
        kinds = {kind for kind, name, *_ in ROWS if iri(name) == path}
        named = {kind for kind in kinds if (focus, RDF.type, iri(kind)) in graph}
        broken |= {(kind, name) for kind, name, *_ in ROWS if kind in named and iri(name) == path}
    return broken


def described(origin, release: dcat.Release | None = None) -> Graph:
    stream = BytesIO()
    dcat.write(export.Selection(origin), Target(Path("none"), stream), release)
    return Graph().parse(data=stream.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def graph(whole) -> Graph:
    return described(whole)


@pytest.fixture(scope="module")
def released(whole) -> Graph:
    return described(whole, RELEASE)


@pytest.mark.parametrize("name", ["graph", "released"])
def test_what_is_mandatory_is_there_and_nothing_is_wrong(request, name):
    assert found(request.getfixturevalue(name), "mandatory") == set()


@pytest.mark.parametrize("name", ["graph", "released"])
def test_what_is_recommended_is_there(request, name):
    missing = set(MISSING) - ({("dcat:Catalog", "dcterms:issued")} if name == "released" else set())
    assert found(request.getfixturevalue(name), "recommended") == missing


def test_others_that_say_nothing_of_themselves_are_described_too(nasty_origin):
    graph = described(nasty_origin)
    assert found(graph, "mandatory") == set()
    assert not list(graph.objects(DATASET, DCT.license))
    assert str(graph.value(DATASET, DCT.publisher)) == f"{DATASET}#unknown"


@pytest.mark.parametrize(
    ("class_", "name"),
    [
        (kind, name)
        for kind, name, level, *_ in ROWS
        if level == "mandatory" and not kind.startswith("spdx")
    ],
)
def test_a_rule_finds_what_is_missing(graph, class_, name):
    spoilt = Graph() + graph
    subject = next(spoilt.subjects(RDF.type, iri(class_)))
    spoilt.remove((subject, iri(name), None))
    assert (class_, name) in found(spoilt, "mandatory")


def test_each_format_of_the_site_is_a_distribution(graph):
    urls = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert urls == {f"{BASE}export/{name}" for name in OFFERED if name != "dcat"}
    linked = set(graph.objects(DATASET, DCAT.distribution))
    assert linked == set(graph.subjects(RDF.type, DCAT.Distribution))


@pytest.mark.parametrize("name", [name for name in OFFERED if name != "dcat"])
def test_a_distribution_says_what_is_not_in_it(graph, name):
    node = graph.value(None, DCAT.downloadURL, URIRef(f"{BASE}export/{name}"))
    words = {text.language: str(text) for text in graph.objects(node, DCT.description)}
    row = export.find(name)
    assert set(words) == {"en", "fr"}
    assert all(loss.en in words["en"] and loss.fr in words["fr"] for loss in row.losses)


def test_a_file_of_a_release_has_its_size_and_hash(released):
    node = released.value(
        None, DCAT.downloadURL, URIRef("https://a.example/2026-11-28/souverain.ttl")
    )
    assert released.value(node, DCAT.byteSize).toPython() == 1234
    checksum = released.value(node, SPDX.checksum)
    assert released.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
    assert str(released.value(checksum, SPDX.checksumValue)) == "ab" * 32
    assert len(list(released.objects(DATASET, DCAT.distribution))) == len(RELEASE.files)


def test_a_release_that_lies_anywhere_names_its_files_from_there(whole):
    stream = BytesIO()
    release = dcat.Release(RELEASE.files, RELEASE.date)
    dcat.write(export.Selection(whole), Target(Path("none"), stream), release)
    graph = Graph().parse(
        data=stream.getvalue(), format="turtle", publicID="https://b.example/r/dcat.ttl"
    )
    assert b"invalid" not in stream.getvalue()
    assert {str(url) for url in graph.objects(None, DCAT.downloadURL)} == {
        f"https://b.example/r/{file.name}" for file in RELEASE.files
    }


def test_a_release_says_which_version_it_is_and_what_was_before(whole, released):
    assert str(released.value(DATASET, DCAT.version)) == whole.version
    before = f"{DATASET}?version={RELEASE.previous}"
    assert str(released.value(DATASET, DCAT.previousVersion)) == before
    assert str(released.value(DATASET, DCT.issued)) == "2026-11-28"


def test_where_nobody_tells_of_a_version_before_there_is_none(graph):
    assert str(graph.value(DATASET, DCAT.version))
    assert not list(graph.objects(DATASET, DCAT.previousVersion))


def test_counts_are_those_of_the_data(whole, graph):
    from souverain.vocab import SOV

    selection = export.Selection(whole)
    assert graph.value(DATASET, VOID.triples).toPython() == sum(1 for _ in selection.triples())
    part = graph.value(None, VOID["class"], SOV.Stake)
    stakes = sum(1 for _ in selection.subjects("Stake"))
    assert graph.value(part, VOID.entities).toPython() == stakes
    part = graph.value(None, VOID.property, SOV.percentage)
    assert graph.value(part, VOID.triples).toPython() == 14
    assert len(set(graph.objects(DATASET, VOID.classPartition))) == int(
        graph.value(DATASET, VOID.classes)
    )


def test_void_counts_what_the_endpoint_counts(project, graph):
    """It is counted there by queries, and here at a constant memory."""
    told = Graph().parse(data=statistics.turtle(Dataset.load(project)), publicID=BASE)
    ours, theirs = counts(graph, DATASET), counts(told, URIRef(f"{BASE}#default"))
    assert len(theirs) > 50
    assert ours == theirs


def counts(graph: Graph, dataset: URIRef) -> dict[URIRef, int]:
    """How many entities or triples each class or property has, and how many subjects there are."""
    found = {VOID.distinctSubjects: graph.value(dataset, VOID.distinctSubjects)}
    for part, what, count in PARTITIONS:
        for node in graph.objects(dataset, part):
            found[graph.value(node, what)] = graph.value(node, count)
    return {name: int(count) for name, count in found.items()}


@pytest.mark.parametrize(("name", "count"), [("exactMatch", 13), ("closeMatch", 4)])
def test_links_to_wikidata_are_sets_of_their_own(graph, name, count):
    links = graph.value(None, VOID.linkPredicate, URIRef(PREFIXES["skos"] + name))
    assert (links, RDF.type, VOID.Linkset) in graph
    assert graph.value(links, VOID.triples).toPython() == count
    assert (DATASET, VOID.subset, links) in graph
    target = graph.value(links, VOID.objectsTarget)
    assert str(graph.value(target, VOID.uriSpace)) == PREFIXES["wd"]


def test_what_is_selected_does_not_change_it(whole, exported):
    assert exported(whole, "dcat", "article=003") == exported(whole, "dcat")


def test_it_covers_the_days_that_its_dates_can_mean(graph):
    (period,) = graph.objects(DATASET, DCT.temporal)
    assert str(graph.value(period, DCAT.startDate)) < str(graph.value(period, DCAT.endDate))


def test_words_are_in_both_languages(graph):
    for name in (DCT.title, DCT.description, DCAT.keyword):
        assert {text.language for text in graph.objects(DATASET, name)} == {"en", "fr"}


def test_a_release_describes_the_files_that_it_has(whole, tmp_path):
    import hashlib

    from souverain.export import release

    rows = [export.find(name) for name in ("dcat", "ntriples", "neosemantics")]
    release.make(whole, "2026-11-28", rows, tmp_path / "made")
    (path,) = (tmp_path / "made").glob("dcat*")
    graph = Graph().parse(data=path.read_bytes(), format="turtle", publicID=path.as_uri())
    found = {}
    for node in graph.subjects(RDF.type, DCAT.Distribution):
        file = str(graph.value(node, DCAT.downloadURL)).removeprefix((tmp_path / "made").as_uri())
        checksum = graph.value(node, SPDX.checksum)
        size = graph.value(node, DCAT.byteSize).toPython()
        found[file.removeprefix("/")] = (size, str(graph.value(checksum, SPDX.checksumValue)))
    assert len(found) == 3
    for name, (size, digest) in found.items():
        content = (tmp_path / "made" / name).read_bytes()
        assert (size, digest) == (len(content), hashlib.sha256(content).hexdigest())
