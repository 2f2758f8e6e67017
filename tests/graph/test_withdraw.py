"""A claim that was found wrong is withdrawn: still readable, and nothing stands on it any more."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from souverain import build, check, files, publish, query, question, rules, ttl
from souverain.check import coverage, source
from souverain.errors import DataError, ReadOnlyProject, UsageError
from souverain.formats import RESULT_FORMATS
from souverain.publish.account import Account
from souverain.publish.withdrawal import withdraw
from souverain.store import Dataset
from souverain.vocab import PREFIXES, SOV

CSV = next(row for row in RESULT_FORMATS if row.name == "csv")
# What Orange, Thales and the Caisse des Dépôts have of Cloudwatt by article 002.
ORANGE = "id:stake-002-16d66caa05"
THALES = "id:stake-002-854bdf0e33"
THE_REST = "id:stake-002-1c1387e63a"
ACCOUNT = Account.read("the figure is that of another company", "the maintainers", "2024-01-31")
TOLD = ("--reason", ACCOUNT.reason, "--by", ACCOUNT.by, "--on", "2024-01-31")
# Questions about entities, which need no claim; a test holds that they are asked of nothing else.
OF_ENTITIES = {"joint-holders", "wikidata-linked", "wikidata-unlinked"}


def contents(project):
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


def answer(project, name, **given):
    asked = question.find(project, name)
    with query.run(
        Dataset.load(project), query.Query(asked.text, substitutions=asked.bind(given)), CSV
    ) as found:
        return found.read().decode("utf-8").splitlines()


def node(name):
    return URIRef(ttl.expand(name))


def authored(project):
    return [
        path.read_text(encoding="utf-8")
        for path in project.graph_files()
        if not rules.is_derived(project, path)
    ]


# Most files are the same in each project; what is read is not to be changed.
parsed = cache(ttl.parse)


def claims(project, *kinds):
    union = Graph()
    for text in authored(project):
        union += parsed(text, "graph")
    found = set(union.subjects(SOV.assertedIn))
    return sorted(c for c in found if not kinds or union.value(c, RDF.type) in kinds)


def naming(project, gone):
    """The claims that name one of these, or name one that does."""
    known = set(claims(project))
    rows = {(s, o) for text in authored(project) for s, _, o in parsed(text, "graph")}
    found = set(gone)
    while new := {s for s, o in rows if o in found and s in known} - found:
        found |= new
    return found


def withdrawals(withdrawn):
    """Withdrawals of claims, as Turtle."""
    rows = (
        f'<{claim}#gone> a sov:Withdrawal ; sov:withdraws <{claim}> ; sov:withdrawnBy "us" ; '
        'sov:withdrawalReason "wrong"@en ; sov:withdrawnOn "2024-01-31"^^xsd:date .'
        for claim in withdrawn
    )
    return "\n".join([*(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()), *rows])


def derived(project, *withdrawn):
    """The derived layer, as one graph, once these claims are withdrawn."""
    ontology = [path.read_text(encoding="utf-8") for path in project.ontology_files()]
    union = Graph()
    for text in rules.derive(
        project, [*authored(project), *ontology, withdrawals(withdrawn)]
    ).values():
        union += ttl.parse(text, "derived")
    return union


@pytest.fixture(scope="module")
def withdrawn(project, tmp_path_factory):
    """A project in which the share of Thales by article 002 was withdrawn; not to be changed."""
    copy = files.init(tmp_path_factory.mktemp("withdrawn") / "project", project)
    publish.publish(copy, lambda staged: withdraw(staged, THALES, ACCOUNT))
    return copy


@pytest.fixture(scope="module")
def empty(project, tmp_path_factory):
    """A project in which every claim was withdrawn; not to be changed."""
    copy = files.init(tmp_path_factory.mktemp("empty") / "project", project)
    for path in copy.graph.glob("derived/*.ttl"):
        path.unlink()
    for path in copy.graph.glob("00?.ttl"):
        mine = [claim for claim in claims(project) if f"-{path.stem}-" in claim]
        with path.open("a", encoding="utf-8") as stream:
            stream.write(withdrawals(mine))
    return copy


@pytest.fixture
def act_only(monkeypatch):
    """Leaves out the check of what is published, for tests of what comes after it."""
    monkeypatch.setattr(publish, "_demand_soundness", lambda *_: None)


def test_the_withdrawal_says_what_who_when_and_why(withdrawn):
    graph = ttl.read(withdrawn.graph / "002.ttl")
    act = node(THALES.replace("id:", "id:withdrawal-"))
    assert set(graph.predicate_objects(act)) == {
        (RDF.type, SOV.Withdrawal),
        (SOV.withdraws, node(THALES)),
        (SOV.withdrawalReason, Literal(ACCOUNT.reason, lang="en")),
        (SOV.withdrawnBy, Literal("the maintainers")),
        (SOV.withdrawnOn, ACCOUNT.day),
    }


def test_the_claim_stays_readable(project, withdrawn):
    before = ttl.read(project.graph / "002.ttl")
    after = ttl.read(withdrawn.graph / "002.ttl")
    assert len(after - before) == 5
    assert len(before - after) == 0


def test_the_graph_is_sound_afterwards(withdrawn):
    assert check.check(withdrawn).findings == []


def test_only_the_article_and_the_derived_layer_change(project, withdrawn):
    before = {project.name(path): content for path, content in contents_of(project).items()}
    after = {withdrawn.name(path): content for path, content in contents_of(withdrawn).items()}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in changed if not name.startswith("graph/derived/")} == {"graph/002.ttl"}


def contents_of(project):
    folders = [project.graph, project.ontology, project.seeds]
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in paths}


def test_a_withdrawn_stake_is_in_no_cap_table(project, withdrawn):
    before, after = (
        answer(which, "cap-table", target="id:cloudwatt") for which in (project, withdrawn)
    )
    assert any('22.2,"22,2 %"' in row for row in before)
    assert not any('22.2,"22,2 %"' in row for row in after)


def test_a_question_answers_nothing_where_every_claim_is_withdrawn(empty, question_file):
    rows = answer(empty, question_file.stem)
    assert len(rows) == 1 or question_file.stem in OF_ENTITIES, rows[1:3]


def test_nothing_is_derived_where_every_claim_is_withdrawn(project):
    assert len(derived(project, *claims(project))) == 0


@pytest.mark.parametrize(
    "kinds",
    [["Stake"], ["Announcement"], ["Acquisition", "Merger"], ["StatusObservation"], ["Mention"]],
    ids=" and ".join,
)
def test_nothing_derived_names_a_withdrawn_claim(project, kinds):
    gone = set(claims(project, *(SOV[kind] for kind in kinds)))
    assert gone
    gone |= naming(project, gone)
    assert not gone & {term for triple in derived(project, *gone) for term in triple}


def test_a_remainder_is_computed_anew_without_a_premise(project, withdrawn):
    def figure(where):
        graph = ttl.read(where.graph / "derived" / "remainder.ttl")
        return {str(value) for value in graph.objects(None, SOV.derivedPercentage)}

    assert figure(project) == {"33.4"}
    assert figure(withdrawn) == {"55.6"}


def test_a_remainder_that_is_withdrawn_has_no_figure(project):
    assert (None, SOV.premise, node(THE_REST)) in derived(project)
    assert (None, SOV.premise, node(THE_REST)) not in derived(project, node(THE_REST))


def test_a_sentence_whose_claims_are_withdrawn_is_accounted_for_by_the_reason(empty):
    found = coverage.sentences(source.read(empty))
    assert all(sentence.accounted for sentence in found)
    assert {sentence.claims for sentence in found} == {0}
    assert any(sentence.reason == "withdrawn: wrong" for sentence in found)


def test_what_names_a_claim_is_withdrawn_with_it_when_that_is_asked_for(scratch):
    (observed, *_) = [claim for claim in claims(scratch, SOV.Acquisition) if "-004-" in claim]
    done = withdraw(scratch, ttl.shorten(observed), ACCOUNT, with_dependents=True)
    graph = ttl.read(scratch.graph / "004.ttl")
    gone = set(graph.objects(None, SOV.withdraws))
    naming = {
        claim for claim in graph.subjects(None, observed) if (claim, SOV.evidence, None) in graph
    }
    assert observed in gone
    assert {graph.value(claim, RDF.type) for claim in gone} == {
        SOV.Acquisition,
        SOV.Announcement,
        SOV.StatusObservation,
    }
    assert naming <= gone
    assert len(done.notes) == len(gone)
    reasons = {str(reason) for reason in graph.objects(None, SOV.withdrawalReason)}
    assert f"It stands on {ttl.shorten(observed)}, which is withdrawn: {ACCOUNT.reason}" in reasons


def test_a_reason_in_french_is_tagged_so(scratch):
    account = Account.read("le chiffre est faux", "les mainteneurs", "2024-01-31", "fr")
    withdraw(scratch, THALES, account)
    reasons = ttl.read(scratch.graph / "002.ttl").objects(None, SOV.withdrawalReason)
    assert list(reasons) == [Literal("le chiffre est faux", lang="fr")]


# name: the claim, what else the command is given, and words of the refusal
REFUSALS = {
    "an unknown IRI": ("id:stake-002-854bdf0e34", {}, "known: id:stake-002-854bdf0e33"),
    "an entity": ("id:orange", {}, "is no claim, but a sov:Organization in graph/entities.ttl"),
    "evidence": ("id:evidence-002-534-612", {}, f"it is quoted by {THALES}"),
    "a derived node": ("id:derivedstake-913e1828d8", {}, f"it is computed from {ORANGE}"),
    "an article": ("article:002", {}, "is no claim, but a sov:Article"),
    "a class": ("sov:Stake", {}, "no claim is called 'sov:Stake'"),
    "no IRI": ("a b<>", {}, "no claim is called"),
    "an empty reason": (THALES, {"reason": " \n"}, "--reason is empty"),
    "an empty author": (THALES, {"by": ""}, "--by is empty"),
    "a day that is none": (THALES, {"on": "2024-02-30"}, "'2024-02-30' is no day"),
    "a day written otherwise": (THALES, {"on": "20240131"}, "'20240131' is no day"),
    "a language without texts": (THALES, {"language": "de"}, "no language is called 'de'"),
    "one that others name": (
        "id:acquisition-004-356bb78d94",
        {},
        "has claims that stand on it: id:announcement-004-",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_says_why_and_leaves_every_byte_as_it_was(scratch, name):
    claim, given, words = REFUSALS[name]
    before = contents(scratch)
    texts = {"reason": "wrong", "by": "us", "on": "2024-01-31"} | given
    with pytest.raises(UsageError) as caught:
        publish.publish(scratch, lambda staged: withdraw(staged, claim, Account.read(**texts)))
    assert words in f"{caught.value}\n{caught.value.hint}"
    assert contents(scratch) == before


def test_a_claim_is_withdrawn_once(withdrawn):
    with pytest.raises(
        UsageError, match="was withdrawn on 2024-01-31 by the maintainers"
    ) as caught:
        publish.publish(withdrawn, lambda staged: withdraw(staged, THALES, ACCOUNT))
    assert caught.value.hint == f"the reason given: {ACCOUNT.reason}"


def test_an_unsound_result_is_refused_and_leaves_every_byte_as_it_was(scratch):
    path = scratch.graph / "002.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("sov:percentage 47.0 ;", "sov:percentage 147.0 ;"), "utf-8")
    before = contents(scratch)
    with pytest.raises(DataError, match="nothing was written") as caught:
        publish.publish(scratch, lambda staged: withdraw(staged, THALES, ACCOUNT))
    assert "shape:Stake-percentage" in {finding.rule for finding in caught.value.findings}
    assert contents(scratch) == before


def test_the_packaged_data_is_left_alone(project):
    with pytest.raises(ReadOnlyProject):
        publish.publish(project, lambda staged: withdraw(staged, THALES, ACCOUNT))


@pytest.mark.usefixtures("act_only")
def test_files_that_changed_meanwhile_are_not_overwritten(scratch):
    path = scratch.graph / "003.ttl"

    def meanwhile(staged):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return withdraw(staged, THALES, ACCOUNT)

    text = (scratch.graph / "002.ttl").read_bytes()
    with pytest.raises(UsageError, match="changed while the act was tried"):
        publish.publish(scratch, meanwhile)
    assert (scratch.graph / "002.ttl").read_bytes() == text


@pytest.mark.usefixtures("act_only")
def test_a_build_finishes_what_was_cut_off_after_the_article(scratch, tmp_path, monkeypatch):
    whole = files.init(tmp_path / "whole", scratch)
    publish.publish(whole, lambda staged: withdraw(staged, THALES, ACCOUNT))
    before, replace = contents(scratch), Path.replace

    def cut_off(self, target):
        if target.parent == scratch.graph / "derived":
            raise OSError("cut off")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(OSError, match="cut off"):
        publish.publish(scratch, lambda staged: withdraw(staged, THALES, ACCOUNT))
    assert contents(scratch) != before
    monkeypatch.setattr(Path, "replace", replace)
    build.write(scratch, build.build(scratch))
    assert {scratch.name(p): c for p, c in contents(scratch).items()} == {
        whole.name(p): c for p, c in contents(whole).items()
    }


def test_the_command_says_what_it_would_change_and_changes_nothing(scratch, souverain):
    before = contents(scratch)
    done = souverain("--project", scratch.root, "withdraw", THALES, *TOLD, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "graph/002.ttl"
    assert "graph/derived/remainder.ttl" in done.stdout
    assert f"withdrawn: {THALES}" in done.stderr
    assert "would change" in done.stderr
    assert contents(scratch) == before


@pytest.mark.parametrize("missing", ["--reason", "--by", "--on"])
def test_the_command_asks_for_an_account(command, missing):
    at = TOLD.index(missing)
    done = command("withdraw", THALES, *TOLD[:at], *TOLD[at + 2 :])
    assert done.returncode == 2
    assert f"Missing option '{missing}'" in done.stderr


def test_the_command_refuses_with_its_exit_code(scratch, command):
    done = command("--project", scratch.root, "withdraw", "id:orange", *TOLD)
    assert done.returncode == 2
    assert "id:orange is no claim" in done.stderr
    assert not done.stdout
