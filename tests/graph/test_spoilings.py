"""Each way of spoiling the graph makes `souverain check` fail with a message that names it."""

from __future__ import annotations

import pytest

from souverain import check, ttl

# name: the file, what is replaced in it (all that is after the last line when empty), by what,
# the rule that must say so, and words that the finding must hold
SPOILINGS = {
    "a changed digit in a quote": (
        "graph/002.ttl",
        'oa:exact "Numergy, détenu à 47 % par SFR"',
        'oa:exact "Numergy, détenu à 48 % par SFR"',
        "evidence-slices",
        "48 % par SFR",
    ),
    "a percentage over 100": (
        "graph/002.ttl",
        "sov:percentage 47.0 ;",
        "sov:percentage 147.0 ;",
        "shape:Stake-percentage",
        "stake-002-",
    ),
    "an invented split": (
        "graph/002.ttl",
        "",
        """
id:klaba a sov:HolderGroup ; skos:prefLabel "a"@en, "a"@fr ; sov:splitKnown false ;
  <http://www.w3.org/ns/org#hasMember> id:sfr, id:bull .
[] a sov:Stake ; sov:holder id:klaba ; sov:target id:numergy ; sov:stakeBasis sov:Exact ;
  sov:percentage 67.0 ; sov:percentageText "47 %"@fr ; sov:interest sov:Unspecified ;
  sov:directness sov:Unknown ; sov:status sov:InForce ; sov:modality sov:Stated ;
  sov:evidence "Numergy, détenu à 47 % par SFR, à 20 % par Bull" .
""",
        "shape:HolderGroup-inventedSplit",
        "stake-002-",
    ),
    "a planned stake in force": (
        "graph/002.ttl",
        "",
        """
[] a sov:Stake ; sov:holder id:orange ; sov:target id:numergy ; sov:stakeBasis sov:Unstated ;
  sov:interest sov:Unspecified ; sov:directness sov:Unknown ; sov:status sov:InForce ;
  sov:modality sov:Announced ; sov:evidence "Numergy, détenu à 47 % par SFR, à 20 % par Bull" .
""",
        "shape:Stake-inForceIsStated",
        "stake-002-",
    ),
    "evidence of another article": (
        "graph/002.ttl",
        "oa:hasSource article:002",
        "oa:hasSource article:003",
        "shape:Claim-evidenceSource",
        "article",
    ),
    "a dropped evidence": (
        "graph/002.ttl",
        "sov:evidence id:evidence-002-306-336 ;",
        "",
        "shape:Claim-evidence",
        "stake-002-",
    ),
    "a wrong derived number": (
        "graph/derived/remainder.ttl",
        "sov:derivedPercentage 33.4",
        "sov:derivedPercentage 33.3",
        "shape:DerivedStake-sum",
        "derivedstake-",
    ),
    "an undefined term": (
        "graph/002.ttl",
        "sov:interest sov:Unspecified",
        "sov:interest sov:Unspecifed",
        "shape:Node-definedTerm",
        "Unspecifed",
    ),
    "a broken date order": (
        "graph/002.ttl",
        'sov:latest "2012-10-02"^^xsd:date',
        'sov:latest "2012-10-01"^^xsd:date',
        "shape:When-inOrder",
        "eventWhen",
    ),
    "a QID without its link record": (
        "graph/links/wikidata.ttl",
        "",
        "\nid:bull skos:exactMatch wd:Q1000 .\n",
        "shape:Entity-matchRecorded",
        "id:bull",
    ),
}


def spoil(project, name, old, new):
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    if old:
        assert old in text, f"{name} does not hold {old}"
        spoiled = text.replace(old, new, 1)
    else:
        spoiled = text + new
    path.write_text(spoiled, encoding="utf-8")
    if "[]" in new:
        complete(project, path)


def complete(project, path):
    from souverain import text
    from souverain.build.complete import Completion

    article = text.load(project)[path.stem]
    path.write_text(ttl.write(Completion(ttl.read(path), article).graph), encoding="utf-8")


@pytest.mark.parametrize("name", SPOILINGS)
def test_a_spoiling_is_found_and_named(scratch, name):
    file, old, new, rule, words = SPOILINGS[name]
    spoil(scratch, file, old, new)
    found = [f for f in check.check(scratch).findings if f.rule == rule]
    assert found, [str(f) for f in check.check(scratch).findings]
    assert any(words in str(finding) for finding in found)
    assert all(finding.hint for finding in found)


def test_the_graph_as_it_is_is_sound(project):
    assert check.check(project).findings == []


def test_the_command_prints_file_line_node_rule_and_what_to_do(scratch, souverain):
    file, old, new, rule, words = SPOILINGS["a percentage over 100"]
    spoil(scratch, file, old, new)
    done = souverain("--project", scratch.root, "check")
    assert done.returncode == 1
    assert f"[{rule}]" in done.stdout
    assert "graph/002.ttl:" in done.stdout
    assert "    -> " in done.stdout
    assert words in done.stdout


def test_malformed_turtle_is_named_with_its_line(scratch, souverain):
    path = scratch.graph / "entities.ttl"
    path.write_text(path.read_text(encoding="utf-8") + "id:x sov:p .\n", encoding="utf-8")
    line = len(path.read_text(encoding="utf-8").splitlines())
    done = souverain("--project", scratch.root, "check")
    assert done.returncode == 1
    assert f"graph/entities.ttl:{line}" in done.stdout


def test_an_altered_article_is_named(scratch, souverain):
    path = next(scratch.seeds.glob("002_*.txt"))
    path.write_bytes(path.read_bytes().replace(b"44,4", b"44,5"))
    done = souverain("--project", scratch.root, "check")
    assert done.returncode == 1
    assert f"seeds/{path.name}" in done.stdout
    assert "SHA-256" in done.stdout


def test_an_iri_that_two_files_describe_is_named(scratch):
    spoil(
        scratch,
        "graph/dataset.ttl",
        "",
        "\nPREFIX id: <https://w3id.org/souverain/id/>\nid:bull a id:anything .\n",
    )
    found = [f for f in check.check(scratch).findings if f.rule == "duplicate-iri"]
    assert [f.node for f in found] == ["id:bull"]


def test_a_sentence_that_supports_no_claim_is_named(scratch):
    bare = """PREFIX sov: <https://w3id.org/souverain/ontology#>
        <https://w3id.org/souverain/articles/002> a sov:Article ."""
    (scratch.graph / "002.ttl").write_text(bare, encoding="utf-8")
    found = [f for f in check.check(scratch).findings if f.rule == "coverage"]
    assert len(found) == 16


def test_a_derived_file_that_is_out_of_date_is_named(scratch):
    path = scratch.graph / "derived" / "remainder.ttl"
    path.unlink()
    found = [f for f in check.check(scratch).findings if f.rule == "derived-current"]
    assert [f.file for f in found] == ["graph/derived/remainder.ttl"]
