"""The links of the graph are those of the foundation, each with its record and its table row."""

from __future__ import annotations

import csv
import re

import pytest
from rdflib import SKOS, URIRef

from souverain import ttl
from souverain.vocab import SOV

from .conftest import EVIDENCE

# By the names in wikidata-evidence.tsv, the entities that its lines are about.
ENTITIES = {
    "Q568183": {"id:ovhcloud": "exactMatch"},
    # The text is about the search engine; the company is close to it.
    "Q14657870": {"id:qwant-moteur-de-recherche": "exactMatch", "id:qwant": "closeMatch"},
    "Q1431486": {"id:orange": "exactMatch"},
    "Q1161666": {"id:thales": "exactMatch"},
    "Q846484": {"id:caisse-des-depots": "exactMatch"},
    "Q218765": {"id:sfr": "exactMatch"},
    "Q2467627": {"id:free": "exactMatch"},
    "Q2283": {},
    "Q725967": {"id:microsoft-azure": "exactMatch"},
    "Q456157": {"id:amazon-web-services": "exactMatch"},
    "Q160120": {"id:huawei": "exactMatch"},
    "Q8880": {"id:commission-europeenne": "exactMatch"},
    # Exact for the country only, close for the State as a party.
    "Q142": {"id:france": "exactMatch", "id:etat-francais": "closeMatch"},
    "Q46": {"id:europe": "exactMatch"},
    "Q458": {"id:union-europeenne": "closeMatch"},
    "Q18677875": {"id:normandie": "closeMatch"},
}


def lines():
    if not EVIDENCE.exists():
        return []
    with EVIDENCE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def links(project):
    return ttl.read(project.graph / "links" / "wikidata.ttl")


def records(links):
    """The record of each link: entity, relation and item."""
    slots = (SOV.linkSubject, SOV.linkRelation, SOV.linkCandidate)
    return {
        tuple(links.value(record, slot) for slot in slots): record
        for record in links.subjects(SOV.linkCandidate)
    }


def test_every_line_of_evidence_stands_in_the_graph_with_its_relation(links):
    if not lines():
        pytest.skip("needs wikidata-evidence.tsv, which is shared and not in the repository")
    assert [row["QID"] for row in lines()] == list(ENTITIES)
    known = records(links)
    for row in lines():
        for entity, relation in ENTITIES[row["QID"]].items():
            item = URIRef(ttl.expand(f"wd:{row['QID']}"))
            record = known[URIRef(ttl.expand(entity)), SKOS[relation], item]
            assert str(links.value(record, SOV.linkEvidence)) == row["source"]
            assert str(links.value(record, SOV.linkConfidence)) == row["confidence"]


def test_a_line_whose_entity_no_article_has_as_such_is_not_linked(project):
    entities = ttl.read(project.graph / "entities.ttl")
    assert (URIRef(ttl.expand("id:microsoft")), None, None) not in entities


def test_there_is_no_item_beyond_those_of_the_evidence(links):
    items = {str(item) for _, _, item in records(links)}
    assert items == {ttl.expand(f"wd:{id}") for id, rows in ENTITIES.items() if rows}


def test_each_match_has_its_record_and_each_record_its_match(links):
    matches = {
        (subject, relation, item)
        for relation in (SKOS.exactMatch, SKOS.closeMatch)
        for subject, item in links.subject_objects(relation)
    }
    assert matches == records(links).keys()
    assert len(matches) == 17


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # sssom 0.4.21, with pandas 3
def test_the_sssom_table_is_valid_and_says_the_same(project, links):
    from sssom.parsers import parse_sssom_table
    from sssom.validators import validate

    table = parse_sssom_table(str(project.graph / "links" / "wikidata.sssom.tsv"))
    reports = validate(table, fail_on_error=False)
    assert [row.message for report in reports.values() for row in report.results] == []
    rows = {
        tuple(URIRef(ttl.expand(cell)) for cell in row)
        for row in table.df[["subject_id", "predicate_id", "object_id"]].itertuples(index=False)
    }
    assert rows == records(links).keys()
    assert set(table.df["mapping_justification"]) == {"semapv:ManualMappingCuration"}
    assert set(table.df["mapping_date"]) == {"2026-11-23"}
    assert all(re.fullmatch(r"0\.\d+", str(number)) for number in table.df["confidence"])
    assert table.metadata["license"].startswith("https://creativecommons.org/licenses/by/")


@pytest.mark.network
def test_the_live_service_knows_every_item_that_is_linked(project, tmp_path):
    """Run by itself, with -m network, where the machine can reach Wikidata."""
    from souverain.link import upkeep
    from souverain.link.connection import connected
    from souverain.link.decisions import Log
    from souverain.link.targets import TARGETS
    from souverain.settings import Settings

    rows = upkeep.records(project, TARGETS[0])
    with connected(Settings.read({}, link_cache=str(tmp_path))) as service:
        changes = list(upkeep.check(service, TARGETS[0], rows, Log.read(project)))
    assert {change.kind for change in changes} <= {"renamed"}
