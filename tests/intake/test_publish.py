"""Accepted drafts become claims that pass every check; what cannot is told, and nothing changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import Literal, URIRef

from souverain import check, files, rules, ttl
from souverain.errors import DataError, ReadOnlyProject, UsageError
from souverain.intake import decisions, drafts
from souverain.intake.desk import Desk
from souverain.publish.intake.acceptance import Outcome, accept
from souverain.publish.intake.publishing import publish_article
from souverain.vocab import PREFIXES, SOV

from .newsroom import BY, DAY, DRAFTS, FLAGGED, SLUG, accept_all, decide, draft, newsroom

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
ARTICLE = "article:005"
# Two drafts that a test edits so that their quotes do not print what they say.
AT_FAULT = (DRAFTS[3], DRAFTS[4])
# What the published article must say, a pattern each.
SAYS = {
    "stake": "?s sov:holder id:thales ; sov:target id:brumelune ; sov:percentage 33.4 ; "
    'sov:percentageText "33,4 %"@fr ; sov:status sov:InForce',
    "remainder": "?s sov:stakeBasis sov:Remainder ; sov:holder id:caisse-des-depots ; "
    'sov:percentageText "Le reste"@fr FILTER NOT EXISTS { ?s sov:percentage ?n }',
    "joint": "?s sov:holder ?g ; sov:target id:verdance ; sov:status sov:Planned . "
    "?g sov:splitKnown false ; org:hasMember id:octave-klaba, id:miroslaw-klaba",
    "acquisition": "?s a sov:Acquisition ; sov:acquirer id:orange ; sov:resultingStake ?r . "
    "?r sov:status sov:Planned ; sov:percentage 100.0",
    "observation": "?s sov:observes/sov:target id:brumelune ; sov:transactionStatus sov:Planned",
    "announcement": "?s a sov:Announcement ; sov:announcer id:orange ; sov:channel sov:Communique ;"
    " sov:about/a sov:Acquisition",
    "role": '?s sov:member id:lea-tarente ; sov:role sov:ChiefExecutive ; sov:roleText "PDG"@fr',
    "funding": "?s sov:payer id:etat-francais ; sov:receiver id:brumelune ; "
    "sov:fundingStatus sov:Granted ; sov:amount/sov:amountValue 8000000.0",
    "partnership": "?s sov:partner id:thales, id:verdance ; sov:partnershipStatus sov:Signed",
    "event": "?s sov:eventKind sov:Created ; sov:eventWhen ?w . ?w sov:edtf '2011' ; "
    "sov:printedWords '2011'@fr ; sov:yearBasis sov:StatedYear",
    "antecedent": "?s sov:holder id:thales ; sov:target id:brumelune ; sov:evidence "
    "[ oa:hasSelector/oa:exact 'Brumelune' ], [ oa:hasSelector/oa:exact ?quote ] "
    "FILTER(CONTAINS(?quote, '33,4'))",
    "review": f"?s sov:reviewedBy '{BY}' ; sov:reviewedOn '{DAY}'^^xsd:date ; "
    "sov:draftedBy 'role-made-up' ; sov:reviews/sov:member id:lea-tarente",
    "new entity": "?s skos:prefLabel 'Brumelune'@fr, 'Brumelune'@en ; a sov:Organization",
    "new person": "?s skos:prefLabel 'Léa Tarente'@fr ; a sov:Person",
    "mention": "?s sov:mentions id:brumelune ; sov:surfaceForm 'Brumelune'",
    "description": "?s sov:mentions id:brumelune ; sov:surfaceForm 'l’hébergeur' ; "
    "sov:mentionKind sov:Circumlocution",
}


def contents(project):
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def published(project, tmp_path_factory):
    room = newsroom(tmp_path_factory.mktemp("published") / "room", project)
    accept_all(room)
    done = publish_article(room, SLUG, BY)
    return room, done


@pytest.fixture(scope="module")
def store(published):
    room, _ = published
    return rules.store(path.read_text("utf-8") for path in room.graph_files())


@pytest.fixture
def room(project, tmp_path):
    return newsroom(tmp_path / "room", project)


def accepted(room):
    """The files that the act alone makes, without derived ones and checks."""
    return accept(room, SLUG, room, Outcome({}))


def only(room, candidate, **more):
    """The article with one draft, accepted."""
    from souverain import text

    drafts.keep(room, text.load(room)[SLUG], [candidate], ())
    decide(room, candidate.identity(SLUG), decisions.ACCEPTED, rule="r", **more)


class TestPublished:
    @pytest.mark.parametrize("name", SAYS)
    def test_the_graph_says(self, store, name):
        assert bool(store.query(f"{PROLOGUE} ASK {{ {SAYS[name]} }}"))

    def test_every_check_holds(self, published):
        assert check.check(published[0]).findings == []

    def test_no_member_of_a_group_has_a_share_of_its_own(self, store):
        asked = "ASK { ?s sov:holder id:octave-klaba ; sov:target id:verdance }"
        assert not bool(store.query(PROLOGUE + asked))

    def test_a_known_entity_is_not_made_again(self, published):
        room, _ = published
        text = (room.graph / "entities.ttl").read_text("utf-8")
        assert "id:thales-2" not in text
        assert text.count("\nid:orange\n") == 1

    def test_each_sentence_has_a_claim_or_its_reason(self, published):
        room, _ = published
        text = (room.seeds / "no-facts.tsv").read_text("utf-8")
        assert f"{SLUG}\t7\tA flourish.\n" in text

    def test_the_log_has_the_claims_of_each_draft(self, published):
        room, done = published
        made = decisions.published(decisions.read(room, SLUG))
        assert made.keys() == {row.identity(SLUG) for row in DRAFTS}
        assert sum(map(len, made.values())) == 13
        assert "published: 13 claims of article 005" in done.notes

    def test_publishing_again_has_nothing_to_do(self, published):
        room, _ = published
        before = contents(room)
        with pytest.raises(UsageError, match="nothing of article 005"):
            publish_article(room, SLUG, BY)
        assert contents(room) == before

    def test_what_is_published_counts_in_later_warnings(self, published):
        room, _ = published
        assert {card.verdict for card in Desk(room, SLUG, BY).cards()} == {"published", "no-fact"}


class TestTold:
    @pytest.mark.parametrize(
        ("candidate", "told"),
        [
            (replace(DRAFTS[3], slots={**DRAFTS[3].slots, "percentage": 34.0}), "34 % is not"),
            (replace(DRAFTS[3], slots={**DRAFTS[3].slots, "percentage": None}), "no figure is"),
            (replace(DRAFTS[3], slots={**DRAFTS[3].slots, "target": None}), "nobody as target"),
            (replace(DRAFTS[3], modality="Rumoured"), "its modality is Rumoured"),
            (replace(DRAFTS[3], date="soon"), "not an EDTF date"),
            (replace(DRAFTS[7], slots={**DRAFTS[7].slots, "title": "chef"}), "not in its quote"),
            (replace(DRAFTS[8], status="Negated"), "neither abandoned nor negated"),
            (replace(DRAFTS[9], slots={"partners": ("Thales",)}), "two partners"),
            (replace(DRAFTS[1], status="Negated"), "no state of a transaction"),
            (replace(DRAFTS[0], slots={"announcer": (), "channel": None}), "nobody who announces"),
            (replace(DRAFTS[2], slots={"subject": ("Brumelune",), "event": "Sung"}), "'Sung'"),
            (
                replace(DRAFTS[2], slots={"subject": ("Zorgluzon",), "event": "Created"}),
                "does not name 'Zorgluzon'",
            ),
            (
                replace(DRAFTS[2], slots={"subject": ("id:zorgluzon",), "event": "Created"}),
                "id:zorgluzon",
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else value.kind,
    )
    def test_a_draft_that_is_no_claim_says_why(self, room, candidate, told):
        only(room, candidate)
        before = contents(room)
        with pytest.raises(DataError) as fault:
            accepted(room)
        (found,) = fault.value.findings
        assert told in found.message
        assert found.hint
        assert contents(room) == before

    def test_every_draft_at_fault_is_told_at_once(self, room):
        held = self.held(room)
        assert {row.node for row in held} == {row.identity(SLUG) for row in AT_FAULT}
        assert all(row.hint for row in held)

    def test_what_is_at_fault_holds_nothing_up(self, room):
        accept_all(room)
        self.spoil(room)
        done = publish_article(room, SLUG, BY)
        made = decisions.published(decisions.read(room, SLUG))
        assert made.keys() == {row.identity(SLUG) for row in DRAFTS if row not in AT_FAULT}
        assert {row.node for row in done.held} == {row.identity(SLUG) for row in AT_FAULT}
        assert sum(note.startswith("held back: ") for note in done.notes) == 2
        assert check.check(room).findings == []

    def test_what_was_held_is_published_once_it_is_mended(self, room):
        accept_all(room)
        self.spoil(room)
        publish_article(room, SLUG, BY)
        desk = Desk(room, SLUG, BY)
        for row in AT_FAULT:
            desk.edit(row.identity(SLUG), {"percentage": f"{row.slots['percentage']}"})
        done = publish_article(room, SLUG, BY)
        assert not done.held
        made = decisions.published(decisions.read(room, SLUG))
        assert made.keys() == {row.identity(SLUG) for row in DRAFTS}

    def spoil(self, room):
        desk = Desk(room, SLUG, BY)
        for row in AT_FAULT:
            desk.edit(row.identity(SLUG), {"percentage": "12"})

    def held(self, room):
        accept_all(room)
        self.spoil(room)
        outcome = Outcome({})
        return accept(room, SLUG, room, outcome).held

    def test_an_unsound_graph_is_not_written(self, room):
        slots = {**DRAFTS[3].slots, "holder": ("Brumelune",)}
        only(room, replace(DRAFTS[3], slots=slots))
        before = contents(room)
        with pytest.raises(DataError, match="nothing was written") as fault:
            publish_article(room, SLUG, BY)
        assert any("Nothing holds itself" in row.message for row in fault.value.findings)
        assert contents(room) == before

    def test_what_is_not_decided_stands_in_the_way(self, room):
        decide(room, DRAFTS[0].identity(SLUG), decisions.ACCEPTED)
        with pytest.raises(UsageError, match="10 of article 005 not decided"):
            accepted(room)

    def test_nothing_accepted_is_nothing_to_publish(self, room):
        for row in DRAFTS:
            decide(room, row.identity(SLUG), decisions.REJECTED, reason="misread")
        decide(room, drafts.flagged_id(FLAGGED[0]), decisions.NO_FACT, reason="A flourish")
        with pytest.raises(UsageError, match="nothing of article"):
            accepted(room)

    def test_nobody_publishes_nothing(self, room):
        with pytest.raises(UsageError, match="nobody"):
            publish_article(room, SLUG, " ")

    def test_a_read_only_project_is_left_alone(self, room):
        accept_all(room)
        with pytest.raises(ReadOnlyProject):
            publish_article(files.Project(room.root, writable=False), SLUG, BY)


class TestAct:
    """What the act alone writes, before anything is derived."""

    def graph(self, room):
        return ttl.read(room.graph / f"{SLUG}.ttl")

    def test_an_announcement_of_no_claim_is_about_its_words(self, room):
        only(room, DRAFTS[0])
        accepted(room)
        graph = self.graph(room)
        (made,) = graph.objects(None, SOV.about)
        assert (made, SOV.opinionKind, SOV.Statement) in graph

    def test_an_inferred_year_does_not_look_stated(self, room):
        only(
            room,
            replace(
                DRAFTS[9],
                kind="lifecycle",
                date="2023-12",
                slots={"subject": ("Verdance",), "event": "Created"},
            ),
        )
        accepted(room)
        graph = self.graph(room)
        (when,) = graph.objects(None, SOV.eventWhen)
        assert graph.value(when, SOV.edtf) == Literal("2023?-12")
        assert graph.value(when, SOV.yearBasis) == SOV.InferredYear
        assert graph.value(when, SOV.inferredFrom) is not None
        assert graph.value(when, SOV.printedWords) is None

    def test_two_drafts_that_say_the_same_are_one_claim_with_both_quotes(self, room):
        short = draft(
            "stake",
            "33,4 % par Thales",
            holder=("Thales",),
            target="Brumelune",
            percentage=33.4,
            basis="Exact",
            antecedents=DRAFTS[3].antecedents,
        )
        from souverain import text

        drafts.keep(room, text.load(room)[SLUG], [DRAFTS[3], short], ())
        for row in (DRAFTS[3], short):
            decide(room, row.identity(SLUG), decisions.ACCEPTED, rule="r")
        accepted(room)
        graph = self.graph(room)
        (stake,) = graph.subjects(SOV.percentage)
        assert len(list(graph.objects(stake, SOV.evidence))) == 3
        assert len(list(graph.subjects(SOV.reviews, stake))) == 2

    def test_evidence_is_added_to_a_published_claim(self, room):
        only(room, DRAFTS[3])
        outcome = Outcome({})
        accept(room, SLUG, room, outcome)
        ((claim,),) = outcome.claims.values()
        decide(room, DRAFTS[3].identity(SLUG), decisions.PUBLISHED, claims=(claim,))
        again = draft(
            "stake",
            "33,4 % par Thales",
            holder=("Thales",),
            target="Brumelune",
            percentage=33.4,
            basis="Exact",
        )
        only(room, again)
        decide(room, again.identity(SLUG), decisions.EVIDENCE, rule="r", claims=(claim,))
        accepted(room)
        graph = self.graph(room)
        assert list(graph.subjects(SOV.percentage)) == [URIRef(claim)]
        assert len(list(graph.objects(URIRef(claim), SOV.evidence))) == 3

    def test_a_new_entity_has_the_class_that_was_chosen(self, room):
        only(room, DRAFTS[4], kinds={"Verdance": "Initiative"})
        accepted(room)
        entities = ttl.read(room.graph / "entities.ttl")
        verdance = URIRef(ttl.expand("id:verdance"))
        assert (verdance, None, SOV.Initiative) in entities

    @pytest.mark.parametrize(
        ("words", "slot", "number"),
        [
            ("plus de 20 %", "percentageExclusiveMin", "20.0"),
            ("au moins 20 %", "percentageMin", "20.0"),
            ("moins de 20 %", "percentageExclusiveMax", "20.0"),
            ("environ 20 %", None, None),
        ],
    )
    def test_a_bound_or_a_near_figure_is_no_exact_one(self, project, tmp_path, words, slot, number):
        from . import newsroom as made

        content = f"Le 5 mars 2024, Orange a {words} de Thales.\n"
        room = files.init(tmp_path / "bounds", project)
        article = made.add(room, content)
        quote = f"Orange a {words} de Thales"
        start = content.index(quote)
        row = made.Candidate(
            "stake",
            start,
            start + len(quote),
            quote,
            "InForce",
            1.0,
            "r",
            {"holder": ("Orange",), "target": "Thales", "percentage": 20.0, "basis": "Exact"},
        )
        drafts.keep(room, article, [row], ())
        decide(room, row.identity(SLUG), decisions.ACCEPTED, rule="r")
        accepted(room)
        graph = self.graph(room)
        assert list(graph.objects(None, SOV.percentage)) == []
        assert list(graph.objects(None, SOV.percentageText)) == [Literal(words, lang="fr")]
        found = list(graph.objects(None, SOV[slot])) if slot else [None]
        assert [str(row) for row in found] == [str(number)]
