"""A version tells what it was found in order by, and the next change is asked accordingly."""

from __future__ import annotations

import pytest

from souverain import check, files
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.errors import Unsound
from souverain.patch import Patch
from souverain.vocab import BASE, PREFIXES

NAMED = f'<{BASE}id/scalair> <{PREFIXES["skos"]}altLabel> "Scalaire"@fr <{BASE}graph/entities> .'
# Nothing in the graph is called so.
DEMAND = """
shape:Organization-short
    a sh:PropertyShape ;
    sh:maxLength 3 ;
    sh:path <http://www.w3.org/2004/02/skos/core#prefLabel> ;
.
shape:Organization sh:property shape:Organization-short .
"""


def change(store, project, line=NAMED):
    return commit(store, Patch.of([], [line]), Stamp("Ada"), project)


@pytest.fixture
def own(project, tmp_path):
    """A project of one's own, the same as the one that the store was filled from."""
    return files.init(tmp_path / "own", project)


@pytest.fixture
def asked(monkeypatch):
    """How many files are known to be in order, for each time that a project is checked."""
    found = []
    built = check.built

    def noted(project, sound):
        found.append(len(sound))
        return built(project, sound)

    monkeypatch.setattr(check, "built", noted)
    return found


def test_a_version_tells_what_it_was_found_in_order_by(shop, told):
    assert len(shop.checked_by(1)) == 64
    assert told.checked_by(1) == ""


def test_only_the_change_is_asked_about_while_all_else_is_the_same(shop, own, asked):
    change(shop, own)
    assert shop.checked_by(2) == shop.checked_by(1)
    assert asked[0] > 20


@pytest.mark.parametrize("name", ["seeds/articles.toml", "ontology/shapes/organization.ttl"])
def test_all_is_asked_again_where_the_project_is_another(shop, own, asked, name):
    path = own.root / name
    path.write_text(path.read_text("utf-8") + "\n# one more line\n", "utf-8")
    change(shop, own)
    assert shop.checked_by(2) != shop.checked_by(1)
    assert asked == [0]


def test_what_a_new_shape_refuses_is_found_wherever_it_is(shop, own):
    path = own.root / "ontology/shapes/organization.ttl"
    path.write_text(path.read_text("utf-8") + DEMAND, "utf-8")
    with pytest.raises(Unsound) as refused:
        change(shop, own)
    assert len({finding.node for finding in refused.value.findings}) > 5
    assert shop.current == 1
