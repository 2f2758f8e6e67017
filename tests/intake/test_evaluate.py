"""The evaluation: what a match is, what figures come of it, and what the command says."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from souverain.errors import DataError, SouverainError
from souverain.intake import evaluation, gold
from souverain.intake.candidate import Candidate, Span
from souverain.intake.gold import Document, Fact
from souverain.intake.known import Known
from souverain.intake.matching import matches, normal, pair
from souverain.intake.scores import Tally, estimates, judge, share
from souverain.intake.text import Text

DEVELOPMENT = Path(__file__).parent / "development"
ARTICLE = "Numergy, détenu à 47 % par SFR, à 20 % par Bull. Il s’en réjouit."
STAKE = {
    "kind": "stake",
    "start": 0,
    "end": 30,
    "quote": ARTICLE[:30],
    "holder": ["SFR"],
    "target": "Numergy",
    "percentage": 47.0,
    "basis": "Exact",
    "status": "InForce",
}
ROLE = {
    "kind": "role",
    "start": 0,
    "end": 7,
    "quote": ARTICLE[:7],
    "person": "Éva Roy",
    "organization": "Bull",
    "title": "présidente",
    "status": "InForce",
}


def draft(row: dict, **other: object) -> Candidate:
    return Candidate.from_json({"confidence": 0.5, "rule": "r", **row, **other})


def fact(row: dict, **other: object) -> Fact:
    row = {**row, **other}
    asked = frozenset(row.keys() & draft(row).slots.keys())
    return Fact(draft(row), asked, row.get("also", {}), row.get("optional", False))


def document(*facts: Fact, slug: str = "900") -> Document:
    return Document(Text(slug, ARTICLE), facts)


@pytest.mark.parametrize(
    ("row", "change", "strict", "relaxed"),
    [
        (STAKE, {}, True, True),
        (STAKE, {"holder": ["la SFR"]}, True, True),
        (STAKE, {"holder": ["sfr"]}, True, True),
        (STAKE, {"holder": ["SFR Group"]}, False, True),
        (STAKE, {"holder": ["SFR", "Bull"]}, False, True),
        (STAKE, {"holder": ["Bull"]}, False, False),
        (STAKE, {"target": "Cloudwatt"}, False, False),
        (STAKE, {"percentage": 47}, True, True),
        (STAKE, {"percentage": None}, False, True),
        (STAKE, {"percentage": 20.0}, False, False),
        (STAKE, {"basis": "Majority"}, False, True),
        (STAKE, {"status": "Planned"}, False, True),
        (STAKE, {"start": 15, "end": 48}, True, True),
        (STAKE, {"start": 16, "end": 48}, False, True),
        (STAKE, {"start": 30, "end": 48}, False, False),
        (STAKE, {"start": 0, "end": 7}, True, True),
        (ROLE, {"person": "Eva ROY"}, True, True),
        (ROLE, {"person": "Roy"}, False, True),
        (ROLE, {"title": "Présidente"}, True, True),
        (ROLE, {"title": "la présidente"}, True, True),
        (ROLE, {"title": "directrice"}, False, True),
        (ROLE, {"organization": None}, False, False),
    ],
)
def test_a_match_is_what_its_definition_says(row, change, strict, relaxed):
    other = draft(row, **change)
    assert matches(fact(row), other, strict=True) is strict
    assert matches(fact(row), other, strict=False) is relaxed


def test_drafts_of_another_kind_match_no_fact():
    role = draft(ROLE)
    assert not matches(fact(STAKE), role, strict=False)


def test_slots_that_the_gold_leaves_out_are_not_asked_for():
    row = {key: value for key, value in STAKE.items() if key != "basis"}
    assert matches(fact(row), draft(STAKE, basis="Majority"))


@pytest.mark.parametrize(("value", "found"), [(None, True), (46.9, True), (45.0, False)])
def test_other_values_that_are_as_right_match_too(value, found):
    either = fact(STAKE, also={"percentage": [None, 46.9]})
    assert matches(either, draft(STAKE, percentage=value)) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’État français", "etat francais"),
        ("Le Groupe-X", "groupe x"),
        ("l'opérateur", "Opérateur"),
        ("The Guardian", "guardian"),
        ("  La  Poste ", "poste"),
    ],
)
def test_names_have_one_normal_form(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize("name", ["Lexmark", "Leroy", "Unilever", "Anssi", "Thalès"])
def test_a_name_that_begins_like_an_article_stays_whole(name):
    assert len(normal(name)) == len(name)


def test_each_fact_and_each_draft_is_in_one_pair():
    twice = [draft(STAKE), draft(STAKE, confidence=0.9)]
    paired = pair([fact(STAKE)], twice)
    assert (len(paired.pairs), len(paired.missed), len(paired.wrong)) == (1, 0, 1)


def test_no_order_of_the_drafts_changes_the_pairs():
    """A draft that fits two facts must not take the only fact of another draft."""
    either = fact(STAKE, also={"percentage": [20.0]})
    drafts = [draft(STAKE), draft(STAKE, percentage=20.0)]
    for order in permutations([fact(STAKE), either]):
        for given in permutations(drafts):
            assert len(pair(order, given).pairs) == 2


def test_an_optional_fact_counts_neither_way():
    optional = fact(STAKE, optional=True)
    assert pair([optional], []).missed == ()
    assert pair([optional], [draft(STAKE)]).wrong == ()
    assert pair([optional], [draft(STAKE, percentage=20.0)]).wrong != ()


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(3, 1, 0), 1.0, 0.75, 6 / 7),
        (Tally(1, 0, 3), 0.25, 1.0, 0.4),
        (Tally(0, 2, 0), None, 0.0, 0.0),
        (Tally(0, 0, 2), 0.0, None, 0.0),
        (Tally(), None, None, None),
    ],
)
def test_the_figures_of_a_tally(tally, precision, recall, f1):
    assert (tally.precision, tally.recall) == (precision, recall)
    assert tally.f1 == (None if f1 is None else pytest.approx(f1))


def test_documents_that_are_alike_leave_no_interval():
    found = estimates([Tally(3, 1, 1)] * 9)["recall"]
    assert (found.value, found.low, found.high) == (0.75, 0.75, 0.75)


def test_the_interval_holds_the_figure_and_is_the_same_in_each_run():
    tallies = [Tally(n, 5 - n % 5, n % 3) for n in range(1, 12)]
    first, second = estimates(tallies), estimates(tallies)
    assert first == second
    for figure in first.values():
        assert figure.low < figure.value < figure.high


def test_the_share_of_documents_is_that_of_their_sum():
    assert share([(1, 4), (3, 4)]).value == 0.5
    assert share([(0, 0)]).value is None


@pytest.mark.parametrize(
    ("flagged", "drafts", "shown"),
    [
        ((), (), 0),
        ((Span(0, 48, ARTICLE[:48]),), (), 1),
        ((Span(30, 48, ARTICLE[30:48]),), (), 0),
        ((), (draft(ROLE),), 1),
    ],
)
def test_a_fact_is_shown_by_a_flagged_sentence_or_a_draft(flagged, drafts, shown):
    assert judge(document(fact(STAKE)), drafts, flagged).flagged == (shown, 1)


def test_a_quote_that_stands_elsewhere_is_not_exact():
    drafts = [draft(STAKE), draft(STAKE, start=1, end=31)]
    assert judge(document(fact(STAKE)), drafts, ()).exact == (1, 2)


def test_names_of_one_entity_are_the_same(project):
    naming = evaluation.naming(Known.load(project))
    assert naming("caisse des dépôts et consignations") == naming("la Caisse des Dépôts")
    assert naming("OVH") != naming("Orange")


@pytest.fixture
def folder(tmp_path):
    """A gold file with its article beside it."""
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode("utf-8"))
    (tmp_path / "a.jsonl").write_text(json.dumps(STAKE) + "\n\n" + json.dumps(ROLE), "utf-8")
    return tmp_path


def test_gold_is_read_with_its_article(folder):
    (folder / "articles.toml").write_text(
        '[a]\nlanguage = "en"\n[a.published]\nedtf = "2015-03"\n', "utf-8"
    )
    (found,) = gold.read([folder / "a.jsonl"])
    assert found.text == Text("a", ARTICLE, "en", "2015-03")
    assert [row.claim.kind for row in found.facts] == ["stake", "role"]
    assert "via" not in found.facts[0].asked


def test_a_row_may_name_its_article(folder):
    (folder / "all.jsonl").write_text(json.dumps({**STAKE, "article": "a.txt"}), "utf-8")
    (found,) = gold.read([folder / "all.jsonl"])
    assert found.text.slug == "a"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("nonsense", "no JSON"),
        ("[1]", "no object"),
        (json.dumps({**STAKE, "kind": "gift"}), "unknown kind 'gift'"),
        (json.dumps({**STAKE, "status": "Done"}), "unknown status 'Done'"),
        (json.dumps({**STAKE, "start": 1}), "is not what stands from 1 to 30"),
        (json.dumps({k: v for k, v in STAKE.items() if k != "end"}), "lacks 'end'"),
    ],
)
def test_a_line_of_gold_that_is_no_fact_is_named(folder, row, complaint):
    (folder / "a.jsonl").write_text(f"{json.dumps(STAKE)}\n{row}\n", "utf-8")
    with pytest.raises(DataError) as caught:
        gold.read([folder / "a.jsonl"])
    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == (str(folder / "a.jsonl"), 2)
    assert complaint in finding.message


@pytest.mark.parametrize("gone", ["a.txt", "a.jsonl"])
def test_a_file_that_is_not_there_is_named(folder, gone):
    (folder / gone).unlink()
    with pytest.raises(SouverainError, match=gone):
        gold.read([folder / "a.jsonl"])


def drafted(folder, *rows):
    path = folder / "drafts.jsonl"
    lines = (json.dumps({"confidence": 0.5, "rule": "r", **row}) for row in rows)
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_the_command_judges_the_drafts_of_a_file(folder, souverain):
    path = drafted(folder, STAKE, {**ROLE, "title": "directrice"})
    done = souverain("evaluate", folder / "a.jsonl", "--drafts", path, "--errors")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "match\tkind\tfacts\tdrafts\tprecision\trecall\tF1"
    assert lines[1] == "strict\tstake\t1\t1" + "\t1.00 [1.00–1.00]" * 3
    assert "strict\tall\t2\t2" + "\t0.50 [0.50–0.50]" * 3 in lines
    assert "relaxed\tall\t2\t2" + "\t1.00 [1.00–1.00]" * 3 in lines
    assert "exact quotes: 1.00 [1.00–1.00] of the drafts" in lines
    assert [line.split("\t")[1:4] for line in lines[-2:]] == [
        ["missed", "role", "InForce"],
        ["wrong", "role", "InForce"],
    ]


def test_the_command_writes_json_for_programs(folder, command):
    path = drafted(folder, STAKE)
    done = command("evaluate", folder / "a.jsonl", "--drafts", path, "--format", "json")
    found = json.loads(done.stdout)
    overall = next(
        row for row in found["scores"] if (row["match"], row["kind"]) == ("strict", "all")
    )
    assert (overall["found"], overall["missed"], overall["wrong"]) == (1, 1, 0)
    assert overall["recall"] == {"value": 0.5, "low": 0.5, "high": 0.5}
    assert (found["documents"], found["exact_quotes"]["value"]) == (1, 1.0)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({**STAKE, "article": "b.txt"}, "no document of the gold is called 'b'"),
        ({}, "lacks 'kind'"),
    ],
)
def test_a_draft_of_nothing_is_named(folder, command, row, complaint):
    done = command("evaluate", folder / "a.jsonl", "--drafts", drafted(folder, row))
    assert done.returncode == 1
    assert complaint in done.stderr


def test_the_gold_judged_by_itself_is_perfect(project):
    naming = evaluation.naming(Known.load(project))
    for found in gold.read(sorted(DEVELOPMENT.glob("*.jsonl"))):
        drafts = [row.claim for row in found.facts]
        judged = judge(found, [replace(row, rule="itself") for row in drafts], (), naming)
        assert (judged.missed, judged.wrong) == ((), ())
