"""What a change may have put out of order is all that is asked of it, and the same is found."""

from __future__ import annotations

import pytest
from rdflib import Graph

from souverain import build, check
from souverain.check import conformance
from souverain.check.touched import is_near
from souverain.files import Project
from souverain.vocab import PREFIXES

from .test_spoilings import SPOILINGS, spoil

# The file, what is replaced in it, by what: more that may spoil what stands in other files.
FURTHER = {
    "nothing": ("graph/002.ttl", "\n", "\n"),
    "a better name": ("graph/entities.ttl", '"Scalair"', '"Scalaire"'),
    "a name of no language": ("graph/entities.ttl", '"Scalair"@fr', '"Scalair"'),
    "another class of what claims name": (
        "graph/entities.ttl",
        "id:orange\n    a sov:Organization ;",
        "id:orange\n    a sov:Place ;",
    ),
    "no class of what claims name": (
        "graph/entities.ttl",
        "id:sfr\n    a sov:Organization ;",
        "id:sfr",
    ),
    "an article that is none": ("graph/002.ttl", "a sov:Article ;", "a sov:Evidence ;"),
    "a target in two files": ("graph/dataset.ttl", "", "\nid:bull a sov:Organization .\n"),
    "a derived stake of another": (
        "graph/derived/holding.ttl",
        "sov:target id:",
        "sov:target id:x",
    ),
    "a claim of one article in another": ("graph/003.ttl", "", "\nid:bull sov:holder id:sfr .\n"),
}
# What a build has just made is not asked about.
MADE = {"derived-current", "sssom-current"}
DEEP = {
    "a path of two steps": "sh:path (sov:evidence oa:hasSelector)",
    "an inverse path": "sh:path [ sh:inversePath sov:holder ]",
    "a path of any length": "sh:path [ sh:oneOrMorePath sov:relayedBy ]",
    "a choice of paths": "sh:path [ sh:alternativePath (sov:via [ sh:inversePath sov:via ]) ]",
    "another shape": "sh:path sov:holder ; sh:node shape:Organization",
    "the properties of a value": "sh:path sov:holder ; sh:property [ sh:path sov:via ]",
    "a shape that it shall not have": "sh:path sov:holder ; sh:not [ sh:class sov:Person ]",
}


def texts(project: Project) -> dict[str, str]:
    return {project.name(path): project.read(path) for path in project.graph_files()}


def declared(turtle: str) -> str:
    return "".join(f"PREFIX {key}: <{iri}>\n" for key, iri in PREFIXES.items()) + turtle


@pytest.mark.parametrize("name", SPOILINGS)
def test_a_spoiling_is_found(scratch, name):
    sound, rule = texts(scratch), SPOILINGS[name][3]
    spoil(scratch, *SPOILINGS[name][:3])
    assert rule in {finding.rule for finding in check.built(scratch, sound)}


@pytest.mark.parametrize("name", FURTHER)
def test_what_is_found_is_what_a_whole_check_finds(scratch, name):
    sound = texts(scratch)
    spoil(scratch, *FURTHER[name])
    found = check.built(scratch, sound)
    assert found == [row for row in check.check(scratch).findings if row.rule not in MADE]
    assert bool(found) is (name not in ("nothing", "a better name"))


def test_a_file_that_went_is_missed(scratch):
    sound = texts(scratch)
    (scratch.graph / "entities.ttl").unlink()
    found = check.built(scratch, sound)
    assert found == [row for row in check.check(scratch).findings if row.rule not in MADE]
    assert {row.file for row in found} >= {"graph/000.ttl", "graph/002.ttl"}


def test_a_build_makes_the_same_of_what_changed(scratch):
    sound = texts(scratch)
    spoil(scratch, *FURTHER["a better name"])
    spoil(scratch, *SPOILINGS["a planned stake in force"][:3])
    assert build.graph(scratch, sound=sound) == build.graph(scratch)


def test_the_shapes_of_the_project_look_no_further_than_the_values_of_a_node(project):
    assert is_near(conformance.demanded(project))


@pytest.mark.parametrize("name", DEEP)
def test_a_shape_that_looks_further_is_asked_of_all_nodes(project, name):
    deep = declared(f"""shape:Stake a sh:NodeShape ; sh:targetClass sov:Stake ;
        sh:property shape:Stake-deep . shape:Stake-deep a sh:PropertyShape ; {DEEP[name]} .""")
    assert not is_near(conformance.demanded(project) + Graph().parse(data=deep, format="turtle"))
