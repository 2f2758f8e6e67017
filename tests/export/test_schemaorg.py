"""schema.org: its own terms as it defines them, and no ownership that no article states."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Graph, Literal, URIRef

from souverain.export import origin
from souverain.export.linked import schemaorg
from souverain.vocab import BASE, PREFIXES, SOV

SCHEMA = rdflib.Namespace(PREFIXES["schema"])
# Of each class those above it, of each property its domain and range: from the release 30.0
# (2026-03-19), data/releases/30.0/schemaorg-current-https-{types,properties}.csv.
TABLE = Path(__file__).with_suffix("").parent / "schemaorg.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
ABOVE = {term: above.split() for term, above, domain, _ in ROWS if not domain}
PROPERTIES = {term: (domain.split(), range.split()) for term, _, domain, range in ROWS if domain}
TEXTS = {"Text", "URL"}
# A role stands between two things with the property on both sides of it (schema.org/Role).
ROLES = {"memberOf"}
# What the row of the format tells as lost: a day, where schema.org wants a moment.
DAYS = {"ownedFrom", "ownedThrough"}


def up(kind: str) -> set[str]:
    return {kind, *(name for above in ABOVE[kind] for name in up(above))}


def parsed(content: bytes) -> Graph:
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        return Graph().parse(data=content, format="json-ld")


def kinds(graph: Graph, node) -> set[str]:
    found = {str(kind).removeprefix(SCHEMA) for kind in graph.objects(node, RDF.type)}
    return {name for kind in found for name in up(kind)}


def nodes(content: bytes) -> dict[str, dict]:
    return {node["@id"]: node for node in json.loads(content)["@graph"]}


@pytest.fixture(scope="module")
def content(whole, exported) -> bytes:
    return exported(whole, "schemaorg")


@pytest.fixture(scope="module")
def graph(content) -> Graph:
    return parsed(content)


@pytest.fixture(scope="module")
def told(content) -> dict[str, dict]:
    return nodes(content)


@pytest.fixture(scope="module")
def nasty_told(nasty_origin, exported) -> dict[str, dict]:
    return nodes(exported(nasty_origin, "schemaorg"))


def fits(graph: Graph, value, ranges: set[str]) -> bool:
    if isinstance(value, Literal):
        if value.datatype == SCHEMA.Date:
            return "Date" in ranges
        is_number = isinstance(value.value, int | float)
        return "Number" in ranges if is_number else bool(TEXTS & ranges)
    return bool((kinds(graph, value) or {"URL", "Thing"}) & ranges)


@pytest.mark.parametrize("name", ["whole", "nasty_origin"])
def test_each_term_is_used_as_schema_org_defines_it(request, exported, name):
    graph = parsed(exported(request.getfixturevalue(name), "schemaorg"))
    wrong = set()
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            assert str(value).removeprefix(SCHEMA) in ABOVE
            continue
        term = str(predicate).removeprefix(SCHEMA)
        domain, ranges = map(set, PROPERTIES[term])
        domain |= {"Role"} if term in ROLES else set()
        ranges |= {"Role"} if term in ROLES else {"Date"} if term in DAYS else set()
        # Entities of the ontology that are none in schema.org are things.
        if not kinds(graph, subject) & domain or not fits(graph, value, ranges):
            wrong.add((term, tuple(sorted(kinds(graph, subject))), str(value)[:60]))
    assert wrong == set()


def test_the_context_is_in_the_file_and_nothing_has_to_be_fetched(content):
    context = json.loads(content)["@context"]
    assert context["@vocab"] == SCHEMA
    assert context == schemaorg.CONTEXT


def test_what_is_owned_is_what_stakes_in_force_state(whole, graph):
    """One ownership for each stake that is in force and stated, and none beside."""
    claims = [quad.subject for quad in whole.quads(object=rdf(SOV.Stake))]
    told = {str(node) for node in graph.subjects(RDF.type, SCHEMA.OwnershipInfo)}
    expected = {
        f"{claim.value}#ownership"
        for claim in claims
        if has(whole, claim, SOV.status, SOV.InForce)
        and has(whole, claim, SOV.modality, SOV.Stated)
    }
    assert told == expected
    assert len(told) == 13


def rdf(iri):
    from pyoxigraph import NamedNode

    return NamedNode(str(iri))


def has(whole, subject, predicate, value) -> bool:
    return any(True for _ in whole.quads(subject, rdf(predicate), rdf(value)))


@pytest.mark.parametrize(
    ("stake", "holder"),
    [("plan", "formula"), ("none", "markup")],
    ids=["planned", "denied"],
)
def test_what_is_not_so_is_a_claim_and_no_ownership(nasty_told, stake, holder):
    owned = [row["@id"] for row in nasty_told[f"{BASE}id/{holder}"].get("owns", [])]
    assert f"{BASE}id/stake-{stake}#ownership" not in owned
    assert nasty_told[f"{BASE}id/stake-{stake}"]["@type"] == "Claim"


def test_a_joint_share_is_that_of_the_group_alone(nasty_told):
    group = nasty_told[f"{BASE}id/together"]
    (owned,) = group["owns"]
    assert owned["value"] == 75
    assert {row["@id"] for row in group["member"]} == {f"{BASE}id/formula", f"{BASE}id/markup"}
    for member in ("formula", "markup"):
        others = nasty_told[f"{BASE}id/{member}"].get("owns", [])
        assert all("value" not in row for row in others)


def test_a_remainder_is_no_number(nasty_told):
    (rest,) = nasty_told[f"{BASE}id/formula"]["owns"]
    assert rest["@id"] == f"{BASE}id/stake-rest#ownership"
    assert not {"value", "minValue", "maxValue"} & set(rest)
    assert {"@value": "le reste", "@language": "fr"} in rest["description"]


def test_a_majority_is_a_bound_that_is_excluded(told):
    owned = {row["@id"]: row for row in told[f"{BASE}id/caisse-des-depots"]["owns"]}
    majority = owned[f"{BASE}id/stake-001-8cb0160575#ownership"]
    assert majority["minValue"] == 50
    assert "value" not in majority
    assert "The bounds themselves are excluded." in majority["description"]


def test_a_daughter_is_held_by_more_than_half_in_force_as_stated(told):
    parents = {
        iri: node["parentOrganization"]
        for iri, node in told.items()
        if "parentOrganization" in node
    }
    assert parents == {f"{BASE}id/qwant": [{"@id": f"{BASE}id/caisse-des-depots"}]}


def test_joint_holders_are_no_parent(nasty_told):
    """Three quarters are held jointly, and a majority by one."""
    assert nasty_told[f"{BASE}id/lines"]["parentOrganization"] == [{"@id": f"{BASE}id/markup"}]


def test_what_has_ended_on_a_printed_day_was_owned_until_then(nasty_told):
    owned = {row["@id"]: row for row in nasty_told[f"{BASE}id/markup"]["owns"]}
    assert owned[f"{BASE}id/stake-over#ownership"]["ownedThrough"] == "2014-05"


ENDED = f"""
@prefix id: <{BASE}id/> . @prefix sov: <{SOV}> .
id:a a sov:Organization . id:b a sov:Organization .
id:s a sov:Stake ; sov:holder id:a ; sov:target id:b ; sov:status sov:Ended ;
  sov:modality sov:Stated ; sov:stakeBasis sov:Unstated ; sov:assertedIn <{BASE}articles/a> {{}} .
"""
UNTIL = (
    """; sov:validUntil id:u . id:u a sov:When ; sov:edtf "{edtf}" ; sov:yearBasis sov:{basis} """
)


@pytest.mark.parametrize(
    ("until", "owned"),
    [
        ("", False),
        (UNTIL.format(edtf="2014", basis="StatedYear"), True),
        (UNTIL.format(edtf="2014?", basis="StatedYear"), False),
        (UNTIL.format(edtf="2014", basis="InferredYear"), False),
    ],
    ids=["at no day", "in a printed year", "in an uncertain year", "in an inferred year"],
)
def test_what_has_ended_is_owned_no_more(tmp_path, exported, until, owned):
    (path := tmp_path / "ended.ttl").write_text(ENDED.format(until))
    node = nodes(exported(origin.of_data(str(path)), "schemaorg"))[f"{BASE}id/a"]
    assert ("owns" in node) == owned


def test_each_claim_has_its_article_and_its_words(whole, told):
    claims = [node for node in told.values() if node["@type"] == "Claim" and "appearance" in node]
    assert len(claims) == 411
    for node in claims:
        article, *quotes = node["appearance"]
        assert told[article["@id"]]["@type"] == "NewsArticle"
        assert quotes
        assert all(row["text"] and row["isPartOf"] == article for row in quotes)


def test_a_claim_is_a_sentence_in_both_languages(told):
    words = {
        row["@language"]: row["@value"] for row in told[f"{BASE}id/stake-002-1c1387e63a"]["text"]
    }
    assert "holds «\xa0le reste\xa0» of Cloudwatt" in words["en"]
    assert "détient «\xa0le reste\xa0» de Cloudwatt" in words["fr"]


def test_what_is_disputed_is_told(told):
    node = told[f"{BASE}id/stake-002-1c1387e63a"]
    comments = {row["@id"]: row for row in node["comment"]}
    rounding = comments[f"{BASE}id/discrepancy-554d41e9f7"]
    assert rounding["about"] == [{"@id": f"{BASE}id/stake-004-ee6ef5bbd3"}]
    assert {row["@language"] for row in rounding["text"]} == {"en", "fr"}


def test_what_is_computed_is_no_ownership_and_names_its_premises(told):
    computed = [
        node for node in told.values() if node.get("additionalType") == str(SOV.DerivedStake)
    ]
    assert len(computed) == 5
    assert all(node["isBasedOn"] and "appearance" not in node for node in computed)
    ids = {node["@id"] for node in computed}
    owned = [row["subjectOf"]["@id"] for node in told.values() for row in node.get("owns", [])]
    assert not ids & set(owned)


@pytest.mark.parametrize(
    ("article", "date"),
    [("000", "2023-06"), ("003", "2015"), ("001", ""), ("002", ""), ("004", "")],
)
def test_an_inferred_date_is_no_date(told, article, date):
    node = told[f"{BASE}articles/{article}"]
    assert node.get("datePublished", "") == date
    if not date:
        assert "The year is inferred, and not printed." in node["description"]


def test_only_reviewed_links_are_the_same(told):
    assert told[f"{BASE}id/orange"]["sameAs"] == ["http://www.wikidata.org/entity/Q1431486"]
    assert told[f"{BASE}id/orange"]["identifier"][0]["value"] == "Q1431486"
    assert "sameAs" not in told[f"{BASE}id/etat-francais"]


def test_a_role_is_between_who_holds_it_and_where(told):
    roles = {row["@id"]: row for row in told[f"{BASE}id/octave-klaba"]["memberOf"]}
    role = roles[f"{BASE}id/roleholding-001-7fd078aa46#role"]
    assert role["@type"] == "OrganizationRole"
    assert role["memberOf"] == {"@id": f"{BASE}id/ovhcloud"}
    assert role["roleName"] == [{"@value": "président", "@language": "fr"}]


def test_names_that_are_hard_to_write_are_read_back(nasty_origin, exported):
    graph = parsed(exported(nasty_origin, "schemaorg"))
    name = graph.value(URIRef(f"{BASE}id/formula"), SCHEMA.name)
    assert str(name) == '=HYPERLINK("http://a.example","x")'


def test_others_are_not_given_a_licence_or_a_maker(nasty_told):
    assert not {"license", "creator"} & set(nasty_told[f"{BASE}dataset"])
    assert "claimInterpreter" not in nasty_told[f"{BASE}id/stake-joint"]


def test_what_only_perhaps_holds_at_a_date_is_no_ownership(whole, exported):
    found = nodes(exported(whole, "schemaorg", at="2012-10-15"))
    claim = f"{BASE}id/stake-002-2af3ff97b5"
    assert found[claim]["@type"] == "Claim"
    assert not any("owns" in node for node in found.values())


def test_a_withdrawn_claim_is_told_nowhere(tmp_path, exported):
    text = f"""
@prefix id: <{BASE}id/> . @prefix sov: <{SOV}> .
id:a a sov:Organization . id:b a sov:Organization .
id:s a sov:Stake ; sov:holder id:a ; sov:target id:b ; sov:status sov:InForce ;
  sov:modality sov:Stated ; sov:stakeBasis sov:Unstated ; sov:assertedIn <{BASE}articles/a> .
id:w a sov:Withdrawal ; sov:withdraws id:s .
"""
    (path := tmp_path / "withdrawn.ttl").write_text(text)
    content = exported(origin.of_data(str(path)), "schemaorg")
    assert b'"owns"' not in content
    assert b"id/s" not in content
