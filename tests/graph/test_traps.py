"""The traps that the articles hold: the graph falls into none, and a spoiled copy into each."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from souverain.store import Dataset
from souverain.vocab import PREFIXES

# the trap: a query that finds whoever fell into it, and an update that makes the graph fall
TRAPS = {
    "a joint share is not split": (
        """ASK { VALUES ?one { id:octave-klaba id:miroslaw-klaba }
          ?stake sov:holder ?one ; sov:target id:synfonium ;
            sov:percentage|sov:percentageMin|sov:percentageMax ?figure }""",
        """INSERT DATA { id:split a sov:Stake ; sov:holder id:octave-klaba ;
          sov:target id:synfonium ; sov:percentage 37.5 }""",
    ),
    "a remainder has no number": (
        """ASK { ?stake sov:stakeBasis sov:Remainder ;
          sov:percentage|sov:percentageMin|sov:percentageMax|sov:intervalMin ?figure }""",
        """INSERT { ?stake sov:percentage 33.4 } WHERE { ?stake sov:stakeBasis sov:Remainder }""",
    ),
    "an inferred year does not look stated": (
        """ASK { ?when sov:yearBasis sov:StatedYear ; sov:edtf ?edtf .
          OPTIONAL { ?when sov:printedWords ?words }
          FILTER (!CONTAINS(COALESCE(?words, ""), SUBSTR(?edtf, 1, 4))) }""",
        """DELETE { ?when sov:yearBasis sov:InferredYear }
          INSERT { ?when sov:yearBasis sov:StatedYear }
          WHERE { article:002 sov:published ?when }""",
    ),
    "a majority without a figure has none": (
        """ASK { ?stake sov:stakeBasis sov:Majority ; sov:percentage|sov:intervalMin ?figure }""",
        """INSERT { ?stake sov:percentage 51.0 } WHERE { ?stake sov:stakeBasis sov:Majority }""",
    ),
    "« depuis 2017 » dates the difficulties, not the majority": (
        """ASK { ?stake sov:stakeBasis sov:Majority ; sov:validFrom ?when }""",
        """INSERT { ?stake sov:validFrom id:since-2017 }
          WHERE { ?stake sov:stakeBasis sov:Majority }""",
    ),
    "money requested is not received": (
        """ASK { ?funding a sov:Funding ; sov:payer id:huawei ; sov:fundingStatus ?status
          FILTER (?status != sov:Requested) }""",
        """DELETE { ?funding sov:fundingStatus sov:Requested }
          INSERT { ?funding sov:fundingStatus sov:Received }
          WHERE { ?funding sov:payer id:huawei }""",
    ),
    "one amount for two firms is not an amount for each": (
        """ASK { VALUES ?firm { id:cloudwatt id:numergy }
          ?amount sov:amountMin 150000000.0 ; sov:concerns ?firm
          FILTER NOT EXISTS { ?amount sov:concerns ?other FILTER (?other != ?firm) } }""",
        """DELETE { ?amount sov:concerns id:numergy } WHERE { ?amount sov:concerns id:numergy }""",
    ),
    "a service is not the company of its name": (
        """ASK { ?thing a sov:Service, sov:Organization }""",
        """INSERT DATA { id:shadow a sov:Organization }""",
    ),
    "no role is held at a service": (
        """ASK { ?claim a sov:RoleHolding ; sov:organization/rdf:type sov:Service }""",
        """DELETE { ?claim sov:organization id:shadow-entreprise }
          INSERT { ?claim sov:organization id:shadow }
          WHERE { ?claim sov:organization id:shadow-entreprise }""",
    ),
    "no succession that no article states": (
        """ASK { ?purchase a sov:Acquisition ; sov:target id:sfr ; sov:acquirer ?who }""",
        """INSERT { ?purchase sov:acquirer id:numericable }
          WHERE { ?purchase a sov:Acquisition ; sov:target id:sfr }""",
    ),
    "an aside inside a quotation is the journalist's": (
        """ASK { ?claim sov:speaker|sov:announcer|sov:attributedTo ?who ;
            sov:evidence/oa:hasSelector/oa:exact ?quote .
          FILTER (?who IN (id:orange, id:octave-klaba))
          FILTER (REGEX(?quote, "^[(]?(Orange a son plan|on ignore laquelle)")) }""",
        """DELETE { ?claim sov:speaker article:004 } INSERT { ?claim sov:speaker id:orange }
          WHERE { ?claim sov:speaker article:004 ; sov:evidence/oa:hasSelector/oa:exact ?quote
            FILTER (CONTAINS(?quote, "plan pour 2020")) }""",
    ),
    "a circumlocution stands for the entity that is known": (
        """ASK { FILTER NOT EXISTS {
          ?mention sov:surfaceForm "L’opérateur historique" ; sov:mentions id:orange ;
            sov:mentionKind sov:Circumlocution } }""",
        """DELETE { ?mention sov:mentions id:orange } INSERT { ?mention sov:mentions id:other }
          WHERE { ?mention sov:surfaceForm "L’opérateur historique" }""",
    ),
    "a confirmed purchase is not completed": (
        """ASK { ?operation sov:target id:cloudwatt ; sov:acquirer id:orange ;
          sov:latestStatus ?status FILTER (?status != sov:Confirmed) }""",
        """DELETE { ?operation sov:latestStatus sov:Confirmed }
          INSERT { ?operation sov:latestStatus sov:Completed }
          WHERE { ?operation sov:target id:cloudwatt }""",
    ),
    "what is planned is not in force": (
        """ASK { ?stake sov:target ?what ; sov:status sov:InForce
          FILTER (?what = id:synfonium) }""",
        """DELETE { ?stake sov:status sov:Planned } INSERT { ?stake sov:status sov:InForce }
          WHERE { ?stake sov:target id:synfonium }""",
    ),
}


@pytest.fixture(scope="module")
def quads(project) -> list[ox.Quad]:
    return list(Dataset.load(project).store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


@pytest.fixture
def store(quads) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


@pytest.mark.parametrize("trap", TRAPS)
def test_the_graph_does_not_fall_into_a_trap(store, trap):
    fallen, _ = TRAPS[trap]
    assert not store.query(fallen, prefixes=dict(PREFIXES))


@pytest.mark.parametrize("trap", TRAPS)
def test_a_spoiled_copy_falls_into_it(store, trap):
    fallen, spoiling = TRAPS[trap]
    store.update(spoiling, prefixes=dict(PREFIXES))
    assert store.query(fallen, prefixes=dict(PREFIXES))
