"""A corrected article is a new version: its claims are sliced again, the rest goes to review."""

from __future__ import annotations

import pytest

from souverain import check, files, rules
from souverain.errors import UnknownName, UsageError
from souverain.intake import drafts
from souverain.publish.account import Account
from souverain.publish.intake.publishing import correct_article
from souverain.vocab import PREFIXES

from .newsroom import add

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
ACCOUNT = Account.read("the share was misprinted", "Ada", "2024-03-06")
OLD = "002"
NEW = "006"
WAS, IS = "à 20 % par Bull", "à 19 % par Bull"
CLAIM = "?s sov:assertedIn {article} ; sov:holder id:{holder} ; sov:target id:numergy"
FIGURE = f"{CLAIM} ; sov:percentage ?n"


def contents(project):
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def corrected(project, tmp_path_factory):
    room = files.init(tmp_path_factory.mktemp("corrected") / "room", project)
    text = next(room.seeds.glob("002_*.txt")).read_bytes().decode("utf-8")
    add(room, "Corrigé le 5 mars 2024\n" + text.replace(WAS, IS), NEW)
    done = correct_article(room, OLD, NEW, ACCOUNT)
    return room, done


@pytest.fixture(scope="module")
def ask(corrected):
    store = rules.store(path.read_text("utf-8") for path in corrected[0].graph_files())
    return lambda pattern: bool(store.query(f"{PROLOGUE} ASK {{ {pattern} }}"))


def test_every_check_holds(corrected):
    assert check.check(corrected[0]).findings == []


def test_a_claim_whose_words_are_there_is_one_of_the_new_version(ask):
    assert ask(FIGURE.format(article="article:006", holder="sfr").replace("?n", "47.0"))


def test_a_claim_whose_words_changed_is_none_of_the_new_version(ask):
    assert not ask(FIGURE.format(article="article:006", holder="bull"))


def test_the_claims_of_the_old_version_are_readable_and_withdrawn(ask):
    claim = FIGURE.format(article="article:002", holder="bull")
    assert ask(f"{claim} . ?w sov:withdraws ?s ; sov:withdrawnBy 'Ada'")
    assert not ask("?s sov:assertedIn article:002 FILTER NOT EXISTS { ?w sov:withdraws ?s } ")


def test_what_no_longer_slices_is_put_up_for_review_over_its_words(corrected):
    spans = drafts.load(corrected[0], NEW).flagged
    assert any(IS in span.quote for span in spans)


def test_what_happened_is_told(corrected):
    _, done = corrected
    assert any(note.startswith("sliced again: ") for note in done.notes)
    assert any(note.startswith("to review: id:stake-002-") for note in done.notes)


@pytest.mark.parametrize(
    ("old", "new", "kind", "told"),
    [
        ("002", "099", UnknownName, "099"),
        ("099", "003", UnknownName, "099"),
        ("002", "003", UsageError, "has claims already"),
    ],
)
def test_a_version_that_cannot_be_is_refused_and_nothing_changes(scratch, old, new, kind, told):
    before = contents(scratch)
    with pytest.raises(kind, match=told):
        correct_article(scratch, old, new, ACCOUNT)
    assert contents(scratch) == before
