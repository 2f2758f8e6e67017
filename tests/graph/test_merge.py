"""Two entities that are one are merged: what was said of the duplicate is said of the one kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from souverain import build, check, files, publish, query, question, ttl
from souverain.errors import DataError, UsageError
from souverain.formats import RESULT_FORMATS
from souverain.publish.account import Account
from souverain.publish.merging import merge
from souverain.store import Dataset
from souverain.vocab import ORG, SOV

CSV = next(row for row in RESULT_FORMATS if row.name == "csv")
ACCOUNT = Account.read("one company under two names", "the maintainers", "2024-01-31")
TOLD = ("--reason", ACCOUNT.reason, "--by", ACCOUNT.by, "--on", "2024-01-31")
OLD = URIRef(ttl.expand("id:groupe-thales"))
NEW = URIRef(ttl.expand("id:thales"))
SHARE = URIRef(ttl.expand("id:stake-002-854bdf0e33"))

DUPLICATE = """
id:groupe-thales a sov:Organization ;
  skos:prefLabel "Thales Group"@en, "Thales"@fr ;
  skos:altLabel "Groupe Thales"@fr, "Thalès"@fr ;
  skos:hiddenLabel "Thalas"@fr ;
  skos:editorialNote "As article 002 calls it."@en .
"""
# The share that article 002 gives to Thales, said of the duplicate, and what stands on it.
CLAIMS = """
_:share a sov:Stake ; sov:holder id:groupe-thales ; sov:target id:cloudwatt ;
  sov:stakeBasis sov:Exact ; sov:percentage 22.2 ; sov:percentageText "22,2 %"@fr ;
  sov:interest sov:Unspecified ; sov:directness sov:Unknown ; sov:status sov:InForce ;
  sov:modality sov:Stated ; sov:evidence "Thalès pour 22,2 %" .
[] a sov:Announcement ; sov:about _:share ; sov:announcer id:groupe-thales ;
  sov:channel sov:UnknownChannel ; sov:announcementStatus sov:Made ; sov:modality sov:Stated ;
  sov:evidence "Thalès pour 22,2 %" .
[] a sov:Mention ; sov:mentions id:groupe-thales ; sov:surfaceForm "Thalès" ;
  sov:mentionKind sov:Misspelling .
"""


def contents(project):
    paths = [path for path in project.root.rglob("*") if path.is_file()]
    return {project.name(path): path.read_bytes() for path in paths}


# Most files are the same before a merge and after it; what is read is not to be changed.
parsed = cache(ttl.parse)


def union(project):
    graph = Graph()
    for path in project.graph_files():
        graph += parsed(path.read_text(encoding="utf-8"), project.name(path))
    return graph


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def merged_in(project, old, new):
    """The graph after a merge that nothing checked."""
    merge(project, old, new, ACCOUNT)
    return union(project)


@pytest.fixture(scope="module")
def before(project, tmp_path_factory):
    """A project in which Thales is there twice; not to be changed."""
    copy = files.init(tmp_path_factory.mktemp("before") / "project", project)
    append(copy.graph / "entities.ttl", DUPLICATE)
    append(copy.graph / "002.ttl", CLAIMS)
    build.write(copy, build.build(copy))
    return copy


@pytest.fixture(scope="module")
def after(before, tmp_path_factory):
    """The same, once the two were merged; not to be changed."""
    copy = files.init(tmp_path_factory.mktemp("after") / "project", before)
    publish.publish(copy, lambda staged: merge(staged, "id:groupe-thales", "id:thales", ACCOUNT))
    return copy


@pytest.fixture
def act_only(monkeypatch):
    """Leaves out the check of what is published, for tests of what comes after it."""
    monkeypatch.setattr(publish, "_demand_soundness", lambda *_: None)


def test_nothing_names_the_duplicate_any_more(before, after):
    assert set(union(before).subjects(None, OLD))
    assert set(union(after).subjects(None, OLD)) == set()


def test_the_duplicate_says_what_replaced_it_who_merged_it_when_and_why(after):
    note = "Merged into id:thales on 2024-01-31 by the maintainers: one company under two names"
    assert set(union(after).predicate_objects(OLD)) == {
        (RDF.type, SOV.Organization),
        (SKOS.prefLabel, Literal("Thales Group", lang="en")),
        (SKOS.prefLabel, Literal("Thales", lang="fr")),
        (SKOS.editorialNote, Literal(note, lang="en")),
        (DCTERMS.isReplacedBy, NEW),
    }


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (SKOS.prefLabel, {"Thales"}),
        (SKOS.altLabel, {"Thales Group", "Groupe Thales"}),
        (SKOS.hiddenLabel, {"Thalès", "Thalas"}),
    ],
    ids=["preferred", "alternative", "hidden"],
)
def test_the_names_of_the_duplicate_become_other_names_of_the_one_kept(after, kind, names):
    assert {str(name) for name in union(after).objects(NEW, kind)} == names


def test_claims_keep_their_iris(before, after):
    assert set(union(before).subjects(SOV.assertedIn)) == set(union(after).subjects(SOV.assertedIn))


def test_of_two_claims_that_now_say_the_same_one_stands_with_the_evidence_of_both(before, after):
    was, now = union(before), union(after)
    (twin,) = set(was.subjects(SOV.holder, OLD)) & set(was.subjects(SOV.assertedIn))
    act = now.value(None, SOV.withdraws, twin)
    reason = (
        "The same claim as id:stake-002-854bdf0e33, since id:groupe-thales and id:thales are one"
    )
    assert str(now.value(act, SOV.withdrawalReason)) == f"{reason}: {ACCOUNT.reason}"
    assert now.value(None, SOV.withdraws, SHARE) is None
    assert set(now.objects(SHARE, SOV.evidence)) == {
        evidence for claim in (SHARE, twin) for evidence in was.objects(claim, SOV.evidence)
    }


def test_what_named_a_withdrawn_twin_names_the_claim_that_stands(after):
    graph = union(after)
    (announcement,) = graph.subjects(SOV.announcer, NEW)
    assert set(graph.objects(announcement, SOV.about)) == {SHARE}


def test_a_share_that_was_there_twice_counts_once(before, after):
    def remainder(where):
        graph = ttl.read(where.graph / "derived" / "remainder.ttl")
        return {str(value) for value in graph.objects(None, SOV.derivedPercentage)}

    assert remainder(before) == {"11.2"}
    assert remainder(after) == {"33.4"}


def test_the_graph_is_sound_afterwards(after):
    assert check.check(after).findings == []


def test_no_question_answers_with_the_duplicate(after, question_file):
    asked = question.find(after, question_file.stem)
    bound = query.Query(asked.text, substitutions=asked.bind({}))
    with query.run(Dataset.load(after), bound, CSV) as answer:
        assert OLD.encode() not in answer.read()


def test_the_entity_kept_is_of_the_classes_of_both(scratch):
    graph = merged_in(scratch, "id:bleu", "id:capgemini")
    kept = URIRef(ttl.expand("id:capgemini"))
    assert set(graph.objects(kept, RDF.type)) == {SOV.Initiative, SOV.Organization}


def test_a_group_has_the_entity_kept_as_its_member(scratch):
    graph = merged_in(scratch, "id:numericable", "id:sfr")
    group = URIRef(ttl.expand("id:atos-et-numericable"))
    members = {ttl.shorten(str(member)) for member in graph.objects(group, ORG.hasMember)}
    assert members == {"id:atos", "id:sfr"}


def test_links_and_their_records_are_those_of_the_entity_kept(scratch):
    was = union(scratch)
    old, new = (URIRef(ttl.expand(f"id:{name}")) for name in ("europe", "geants-du-secteur"))
    links, records = set(was.objects(old, SKOS.exactMatch)), set(was.subjects(SOV.linkSubject, old))
    assert links
    assert not set(was.objects(new, SKOS.exactMatch))
    append(scratch.graph / "entities.ttl", "\nid:europe-2 a sov:Place ; skos:prefLabel 'E'@fr .\n")
    graph = merged_in(scratch, "id:europe", "id:europe-2")
    kept = URIRef(ttl.expand("id:europe-2"))
    assert set(graph.objects(kept, SKOS.exactMatch)) == links
    assert set(graph.subjects(SOV.linkSubject, kept)) == records
    assert not set(graph.objects(old, SKOS.exactMatch))


def test_an_entity_that_the_duplicate_replaced_is_replaced_by_the_one_kept(scratch):
    merge(scratch, "id:bull", "id:atos", ACCOUNT)
    graph = merged_in(scratch, "id:atos", "id:thales")
    replaced = {ttl.shorten(str(old)) for old in graph.subjects(DCTERMS.isReplacedBy, NEW)}
    assert replaced == {"id:bull", "id:atos"}


def test_a_question_that_names_the_duplicate_is_told_of(scratch):
    done = merge(scratch, "id:numergy", "id:cloudwatt", ACCOUNT)
    named = [
        scratch.name(path)
        for path in (*scratch.question_files(), *scratch.rule_files())
        if "id/numergy" in path.read_text(encoding="utf-8")
    ]
    todo = [note for note in done.notes if note.startswith("to do: ")]
    assert [note.split()[2] for note in todo] == named


def test_the_note_is_in_the_language_of_the_reason(scratch):
    account = Account.read("une seule société", "les mainteneurs", "2024-01-31", "fr")
    merge(scratch, "id:bull", "id:atos", account)
    notes = union(scratch).objects(URIRef(ttl.expand("id:bull")), SKOS.editorialNote)
    said = "Fondue dans id:atos le 2024-01-31 par les mainteneurs : une seule société"
    assert list(notes) == [Literal(said, lang="fr")]


# name: the duplicate, the entity kept, and words of the refusal
REFUSALS = {
    "itself": ("id:orange", "id:orange", "id:orange cannot be merged into itself"),
    "an unknown duplicate": ("id:orangee", "id:orange", "known: id:orange"),
    "an unknown entity to keep": ("id:orange", "id:orangee", "no entity is called 'id:orangee'"),
    "a claim": ("id:stake-002-854bdf0e33", "id:orange", "is no entity, but a sov:Stake"),
    "a person and an organization": (
        "id:octave-klaba",
        "id:ovhcloud",
        "nothing is sov:Organization, sov:Person at once",
    ),
    "groups of other members": (
        "id:klaba-freres",
        "id:atos-et-numericable",
        "their org:hasMember differ",
    ),
    "links to other things": ("id:france", "id:europe", "their skos:exactMatch differ"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_says_why_and_leaves_every_byte_as_it_was(scratch, name):
    old, new, words = REFUSALS[name]
    before = contents(scratch)
    with pytest.raises(UsageError) as caught:
        publish.publish(scratch, lambda staged: merge(staged, old, new, ACCOUNT))
    assert words in f"{caught.value}\n{caught.value.hint}"
    assert contents(scratch) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [("id:groupe-thales", "id:orange"), ("id:orange", "id:groupe-thales")],
    ids=["as the duplicate", "as the one kept"],
)
def test_an_entity_that_is_replaced_already_is_merged_no_more(after, old, new):
    with pytest.raises(UsageError, match="id:groupe-thales is replaced already, by id:thales"):
        publish.publish(after, lambda staged: merge(staged, old, new, ACCOUNT))


def test_a_merge_that_makes_nonsense_of_a_claim_leaves_every_byte_as_it_was(scratch):
    before = contents(scratch)
    with pytest.raises(DataError, match="nothing was written") as caught:
        publish.publish(scratch, lambda staged: merge(staged, "id:sfr", "id:numergy", ACCOUNT))
    assert "shape:Stake-noSelfHolding" in {finding.rule for finding in caught.value.findings}
    assert contents(scratch) == before


@pytest.mark.usefixtures("act_only")
def test_the_same_command_finishes_what_was_cut_off_before_the_entities(
    before, after, tmp_path, monkeypatch
):
    copy = files.init(tmp_path / "project", before)
    replace = Path.replace

    def cut_off(self, target):
        if target == copy.graph / "entities.ttl":
            raise OSError("cut off")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(OSError, match="cut off"):
        publish.publish(
            copy, lambda staged: merge(staged, "id:groupe-thales", "id:thales", ACCOUNT)
        )
    assert contents(copy) != contents(before)
    monkeypatch.setattr(Path, "replace", replace)
    publish.publish(copy, lambda staged: merge(staged, "id:groupe-thales", "id:thales", ACCOUNT))
    assert contents(copy) == contents(after)


def test_the_command_says_what_it_would_change_and_changes_nothing(scratch, souverain):
    before = contents(scratch)
    done = souverain("--project", scratch.root, "merge", "id:bull", "id:atos", *TOLD, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert {"graph/002.ttl", "graph/entities.ttl"} <= set(done.stdout.splitlines())
    assert "merged: id:bull into id:atos" in done.stderr
    assert contents(scratch) == before


def test_the_command_refuses_with_its_exit_code(scratch, command):
    done = command("--project", scratch.root, "merge", "id:octave-klaba", "id:orange", *TOLD)
    assert done.returncode == 2
    assert "cannot be one" in done.stderr
    assert not done.stdout
