from __future__ import annotations

import pytest
from rdflib import RDF, BNode

from souverain import ttl
from souverain.build.complete import Completion
from souverain.text import Article, Publication
from souverain.vocab import OA, SOV

PREFIXES = """PREFIX id: <https://w3id.org/souverain/id/>
PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""
TEXT = "Orange détient 44 % de Cloudwatt. Orange Business Services l’héberge début mars."
ARTICLE = Article("900", "900.txt", "0" * 64, "fr", Publication("2015", "StatedYear"), TEXT)
STAKE = """[] a sov:Stake ; sov:holder id:orange ; sov:target id:cloudwatt ; sov:percentage 44.0 ;
  sov:evidence "Orange détient 44 % de Cloudwatt" ."""


def completed(body: str) -> Completion:
    return Completion(ttl.parse(PREFIXES + body, "900.ttl"), ARTICLE)


def one(completion: Completion, kind: str):
    (node,) = completion.graph.subjects(RDF.type, SOV[kind])
    return node


def test_a_bare_quote_becomes_evidence_that_slices():
    graph = completed(STAKE).graph
    start, end = (int(next(graph.objects(None, OA[side]))) for side in ("start", "end"))
    assert TEXT[start:end] == str(next(graph.objects(None, OA.exact)))


def test_the_words_before_a_quote_tell_which_of_two_is_meant():
    quote = '[ oa:exact "Orange" ; oa:prefix "Cloudwatt. " ]'
    graph = completed(STAKE.replace('"Orange détient 44 % de Cloudwatt"', quote)).graph
    assert int(next(graph.objects(None, OA.start))) == TEXT.rindex("Orange")


def test_completing_twice_changes_nothing():
    once = ttl.write(completed(STAKE).graph)
    assert ttl.write(Completion(ttl.parse(once, "900.ttl"), ARTICLE).graph) == once


def test_the_graph_holds_no_blank_node():
    graph = completed(STAKE).graph
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)


def test_a_claim_is_asserted_in_its_article_as_of_its_publication():
    done = completed(STAKE)
    stake = one(done, "Stake")
    assert str(done.graph.value(stake, SOV.assertedIn)).endswith("articles/900")
    assert str(done.graph.value(stake, SOV.asOf)).endswith("articles/900#published")


def test_the_same_claim_written_in_another_order_has_the_same_iri():
    other = STAKE.replace(
        "sov:holder id:orange ; sov:target id:cloudwatt",
        "sov:target id:cloudwatt ; sov:holder id:orange",
    )
    assert one(completed(STAKE), "Stake") == one(completed(other), "Stake")


@pytest.mark.parametrize("slot", ["id:orange", "id:cloudwatt", "44.0"])
def test_another_slot_value_is_another_claim(slot):
    other = STAKE.replace(slot, "id:other" if ":" in slot else "45.0")
    assert one(completed(STAKE), "Stake") != one(completed(other), "Stake")


def test_more_evidence_is_not_another_claim():
    other = STAKE.replace('Cloudwatt" .', 'Cloudwatt", "Orange Business Services" .')
    assert one(completed(STAKE), "Stake") == one(completed(other), "Stake")


def test_an_opinion_is_its_words():
    opinion = '[] a sov:Opinion ; sov:speaker id:orange ; sov:evidence "{}" .'
    graph = completed(opinion.format("44 %") + opinion.format("début mars")).graph
    assert len(set(graph.subjects(RDF.type, SOV.Opinion))) == 2


def test_a_date_gets_its_bounds():
    event = """[] a sov:LifecycleEvent ; sov:concerns id:cloudwatt ; sov:evidence "début mars" ;
      sov:eventWhen [ sov:edtf "2015-03" ; sov:printedWords "début mars"@fr ] ."""
    graph = completed(event).graph
    when = next(graph.objects(None, SOV.eventWhen))
    assert str(when).endswith("#eventWhen")
    days = [str(graph.value(when, SOV[side])) for side in ("earliest", "latest")]
    assert days == ["2015-03-01", "2015-03-31"]


def test_a_chain_of_attributions_keeps_its_order():
    claim = """[] a sov:Quantity ; sov:evidence "44 %" ; sov:attributedTo id:a ; sov:attribution
      [ sov:speaker id:a ; sov:relayedBy [ sov:speaker id:b ] ] ."""
    graph = completed(claim).graph
    first = next(graph.objects(None, SOV.attribution))
    second = graph.value(first, SOV.relayedBy)
    assert [str(graph.value(n, SOV.speaker))[-1] for n in (first, second)] == ["a", "b"]


def test_a_mention_is_found_wherever_its_words_stand_alone():
    body = """[] a sov:Mention ; sov:mentions id:orange ; sov:surfaceForm "Orange" .
      [] a sov:Mention ; sov:mentions id:obs ; sov:surfaceForm "Orange Business Services" ."""
    graph = completed(body).graph
    assert len(set(graph.subjects(RDF.type, SOV.Evidence))) == 2


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (STAKE.replace("44 % de", "45 % de"), "does not stand in article 900"),
        (STAKE.replace('"Orange détient 44 % de Cloudwatt"', '"Orange"'), "stands 2 times in"),
        (STAKE.replace("a sov:Stake", "a sov:Stake, sov:Merger"), "a claim has the classes"),
        ("_:a a sov:Stake ; sov:x _:b . _:b a sov:Stake ; sov:x _:a .", "in a circle"),
        ('[] a sov:Mention ; sov:surfaceForm "SFR" .', "does not stand in article 900"),
        (STAKE + '[] a sov:LifecycleEvent ; sov:eventWhen [ sov:edtf "mars" ] .', "not an EDTF"),
    ],
)
def test_what_cannot_be_completed_is_said(body, complaint):
    assert complaint in str(completed(body).faults[0])
