from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from souverain.patch import Patch
from souverain.query import changing
from souverain.query.job import Change, Job, Limits
from souverain.store import Dataset
from souverain.versions import data

NODE = NamedNode("https://example.org/a")
# What Python takes for the end of a line, and N-Quads do not.
ENDS = ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_a_literal_stays_in_its_line(end):
    quad = Quad(NODE, NODE, Literal(f"a{end}b"), NODE)
    (line,) = data.lines([quad])
    assert list(parse(line, format=RdfFormat.N_QUADS)) == [quad]


@pytest.mark.parametrize("end", ENDS, ids=ascii)
@pytest.mark.parametrize("where", ["INSERT DATA", "INSERT"])
def test_an_update_adds_a_literal_with_what_is_no_end_of_a_line(end, where):
    dataset = Dataset.of(Store(), is_union=False)
    text = f'{where} {{ <{NODE.value}> <{NODE.value}> "a{end}b" }}'
    text += "" if "DATA" in where else " WHERE {}"
    patch = changing.changed(dataset, Job(text=text, change=Change.UPDATE.value), Limits())
    assert patch == Patch.of((), data.lines([Quad(NODE, NODE, Literal(f"a{end}b"))]))


def test_nothing_has_no_lines():
    assert data.lines([]) == []
