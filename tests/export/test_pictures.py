"""Pictures are drawn by the tools that they are for, and show what was read, no more, no less."""

from __future__ import annotations

import re

import pytest

from souverain.export import records
from souverain.export.origin import Origin
from souverain.export.picture import dot, mermaid
from souverain.export.picture.drawing import LOOKS, Drawing, Look

from . import exporting
from .drawer import MERMAID, drawer

NASTY = ["=1+1", '"; }', "<script>alert(1)</script>", "a\r\nb", "\\", "end", "#35;", "\U0001f680"]


def _drawing(origin: Origin, *only: str) -> Drawing:
    return Drawing(exporting.selection(origin, *only))


# What is shown.


def test_each_stake_that_is_not_denied_is_an_arrow(either: Origin):
    stakes = list(records.stakes(exporting.selection(either)))
    expected = {stake.iri for stake in stakes if stake.status != "Negated"}
    drawing = _drawing(either)
    assert {arrow.claim for arrow in drawing.arrows()} == expected
    assert drawing.denied() == len(stakes) - len(expected)


def test_what_is_planned_is_dashed_and_what_has_ended_is_grey(nasty_origin: Origin):
    looks = {
        arrow.claim.rpartition("-")[2]: arrow.look for arrow in _drawing(nasty_origin).arrows()
    }
    assert looks["plan"] is Look.DASHED
    assert looks["over"] is Look.GREY
    assert looks["joint"] is Look.SOLID


def test_a_remainder_has_its_words_and_no_number(nasty_origin: Origin):
    (rest,) = [one for one in _drawing(nasty_origin).arrows() if one.claim.endswith("stake-rest")]
    assert rest.words[0] == "« le reste »"
    assert not re.search(r"\d+ ?%", " ".join(rest.words))


def test_an_inferred_year_does_not_look_stated(nasty_origin: Origin):
    arrow = next(_drawing(nasty_origin).arrows())
    assert arrow.words[-1] == "(nasty, 2012?-10 inferred)"


def test_every_status_but_the_denial_has_a_look():
    assert {*LOOKS} == {"InForce", "Planned", "Ended", "Abandoned"}


# DOT, by Graphviz.


@pytest.mark.needs("node")
def test_graphviz_draws_each_party_and_each_stake(either: Origin, exported):
    told = exporting.tool("dot.mjs", exported(either, "dot").decode("utf-8"))
    drawing = _drawing(either)
    arrows = {arrow.claim: arrow for arrow in drawing.arrows()}
    assert {edge["URL"] for edge in told["edges"]} == arrows.keys()
    dashed = {edge["URL"] for edge in told["edges"] if edge.get("style") == "dashed"}
    assert dashed == {iri for iri, arrow in arrows.items() if arrow.look is Look.DASHED}
    clusters = [one for one in told["objects"] if one["name"].startswith("cluster")]
    groups = [box for box in drawing.boxes() if box.is_group]
    assert {one["URL"] for one in clusters} == {box.iri for box in groups}
    assert all(len(one["nodes"]) == 1 + 2 for one in clusters)
    tails = {edge["URL"] for edge in told["edges"] if edge.get("ltail")}
    assert tails == {arrow.claim for arrow in arrows.values() if _is_joint(drawing, arrow.source)}


def _is_joint(drawing: Drawing, iri: str) -> bool:
    return records.entity(drawing.selection, iri).is_group


@pytest.mark.needs("node")
def test_graphviz_reads_any_name():
    rows = "".join(f"  n{at} [label={dot.quoted(text)}];\n" for at, text in enumerate(NASTY))
    told = exporting.tool("dot.mjs", f"digraph {{\n{rows}}}\n")
    assert len(told["objects"]) == len(NASTY)
    assert told["objects"][1]["label"] == '\\"; }'.replace('\\"', '"')


# Mermaid, in a browser.


@pytest.fixture(scope="module")
def drawn():
    """What Mermaid draws of a text: the number of edges, and the words of nodes and edges."""
    if not MERMAID.exists():
        pytest.skip("needs node: apt-get install nodejs npm")
    with drawer() as draw:
        yield draw


@pytest.mark.needs("chromium")
def test_mermaid_draws_each_stake(either: Origin, exported, drawn):
    told = drawn(exported(either, "mermaid").decode("utf-8"))
    drawing = _drawing(either)
    assert told["edges"] == len(list(drawing.arrows()))
    assert told["scripts"] == 0
    shown = {re.sub(r"\s", "", words) for words in told["words"]}
    for arrow in drawing.arrows():
        assert re.sub(r"\s", "", "".join(arrow.words)) in shown


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("text", NASTY)
def test_mermaid_shows_any_name_as_it_is(drawn, text):
    told = drawn(f"flowchart TB\n  n0[{mermaid.quoted(text)}]\n")
    assert told["scripts"] == 0
    assert [re.sub(r"\s", "", words) for words in told["words"]] == [re.sub(r"\s", "", text)]


@pytest.mark.parametrize("name", ["dot", "mermaid"])
def test_a_picture_has_the_same_bytes_again(either: Origin, exported, name):
    assert exported(either, name) == exported(either, name)
