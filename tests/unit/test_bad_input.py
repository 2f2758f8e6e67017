"""Files that are broken, missing or something else: one finding names each, with its line."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from souverain import build, check, files, ttl
from souverain.errors import DataError, Unwritten
from souverain.store import Dataset
from souverain.vocab import PREFIXES

TEXT = "One. Two."
FILES = {
    "ontology/core.ttl": "sov:Claim a owl:Class .",
    "ontology/shapes/claim.ttl": """
        shape:Claim a sh:NodeShape ; sh:targetClass sov:Claim ; sh:property shape:Claim-rank .
        shape:Claim-rank a sh:PropertyShape ; sh:path sov:rank ; sh:maxCount 1 .""",
    "graph/entities.ttl": 'id:sfr skos:prefLabel "SFR"@fr .',
    "graph/more.ttl": 'id:bull skos:prefLabel "Bull"@fr .',
    "seeds/one.txt": TEXT,
    "seeds/articles.toml": f"""\
[001]
file = "one.txt"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
language = "en"
[001.published]
edtf = "2012"
basis = "StatedYear"
""",
    "seeds/sentences.tsv": "article\tsentence\tstart\tend\n001\t1\t0\t5\n001\t2\t5\t9\n",
    "seeds/no-facts.tsv": "article\tsentence\treason\n001\t1\tA heading.\n",
}
GONE, FOLDER = object(), object()

# the file, what stands in it instead (a pair is replaced), the line of the finding, its words
BROKEN = {
    "Turtle that ends in the middle": ("graph/more.ttl", (";\n.", ""), 5, "EOF"),
    "an undeclared prefix": ("graph/more.ttl", ("id:bull", "no:bull"), 4, "no:"),
    "a byte order mark": ("graph/more.ttl", ("PREFIX", "\ufeffPREFIX"), 1, "byte order mark"),
    "a relative IRI": ("graph/more.ttl", ("id:bull", "<bull>"), 4, "<bull> is no absolute IRI"),
    "Latin-1": ("graph/more.ttl", b"id:x a id:y .\n# \xe9", 2, "not UTF-8"),
    "a folder": ("graph/more.ttl", FOLDER, 0, "Is a directory"),
    "the ontology is gone": ("ontology/core.ttl", GONE, 0, "No such file"),
    "the ontology is cut": ("ontology/core.ttl", (";\n.", ""), 5, "EOF"),
    "the shapes are cut": ("ontology/shapes/claim.ttl", "shape:Claim", 1, "Prefix"),
    "a shape without a path": ("ontology/shapes/claim.ttl", ("sh:path", "sh:pth"), 0, "sh:path"),
    "an article is gone": ("seeds/one.txt", GONE, 0, "is not there"),
    "an article is altered": ("seeds/one.txt", "One. 2.", 0, "SHA-256"),
    "an article in Latin-1": ("seeds/one.txt", b"One.\n\xe9", 2, "not UTF-8"),
    "the metadata are gone": ("seeds/articles.toml", GONE, 0, "No such file"),
    "the metadata are no TOML": ("seeds/articles.toml", ("[001]", "[001"), 1, "not TOML"),
    "metadata without a digest": ("seeds/articles.toml", ("sha256", "sha"), 0, "'sha256'"),
    "metadata without a date": ("seeds/articles.toml", ("edtf", "date"), 0, "'edtf'"),
    "a date that is no table": ("seeds/articles.toml", ("[001.published]", "[p]"), 0, "published"),
    "a sentence without bounds": ("seeds/sentences.tsv", ("\t0\t5", ""), 2, "2 cells for 4"),
    "a bound that is no number": ("seeds/sentences.tsv", ("\t0\t", "\tx\t"), 2, "'x' is no start"),
    "a gap between sentences": ("seeds/sentences.tsv", ("2\t5", "2\t6"), 0, "do not tile"),
    "sentences of no article": ("seeds/sentences.tsv", ("001\t2", "002\t2"), 0, "'002'"),
    "a table without its head": ("seeds/no-facts.tsv", ("article", "text"), 1, "columns"),
    "a table in Latin-1": ("seeds/no-facts.tsv", b"\n\n\xe9", 3, "not UTF-8"),
    "a table that is a folder": ("seeds/no-facts.tsv", FOLDER, 0, "Is a directory"),
}


@pytest.fixture
def sound(tmp_path: Path) -> files.Project:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".ttl":
            declared = "".join(f"PREFIX {key}: <{iri}>\n" for key, iri in PREFIXES.items())
            text = ttl.write(ttl.parse(declared + text, name))
        path.write_bytes(text.encode())
    return files.find(str(tmp_path))


def spoil(path: Path, instead: object) -> None:
    if instead in (GONE, FOLDER):
        path.unlink()
        if instead is FOLDER:
            path.mkdir()
    elif isinstance(instead, tuple):
        text = path.read_text("utf-8")
        assert instead[0] in text
        path.write_text(text.replace(*instead, 1), "utf-8")
    else:
        path.write_bytes(instead if isinstance(instead, bytes) else str(instead).encode())


def test_the_project_is_sound(sound):
    assert check.check(sound).findings == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named_in_one_finding(name, sound):
    file, instead, line, words = BROKEN[name]
    spoil(sound.root / file, instead)
    (finding,) = check.check(sound).findings
    assert finding.file.rstrip("/") in file
    assert finding.line == line
    assert words in finding.message
    assert finding.hint


def test_a_graph_without_a_file_is_not_sound(sound):
    for path in sound.graph_files():
        path.unlink()
    (finding,) = check.check(sound).findings
    assert (finding.file, finding.message) == ("graph/", "holds no Turtle file")


def test_line_ends_of_another_system_are_mended_by_a_build(sound):
    path = sound.graph / "entities.ttl"
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    (finding,) = check.check(sound).findings
    assert (finding.file, finding.rule) == ("graph/entities.ttl", "one-form")
    build.write(sound, build.build(sound))
    assert path.read_bytes() == text


def test_a_folder_in_place_of_a_file_is_not_served(sound):
    spoil(sound.graph / "more.ttl", FOLDER)
    with pytest.raises(DataError, match=r"graph/more\.ttl: cannot be read"):
        Dataset.load(sound)


def test_a_full_disk_changes_no_file_of_a_build(sound, monkeypatch):
    for name in ("entities", "more"):
        path = sound.graph / f"{name}.ttl"
        path.write_text(f"# a comment\n{path.read_text('utf-8')}", "utf-8")
    before = {path: path.read_bytes() for path in sound.root.rglob("*") if path.is_file()}
    written = iter([None, OSError(28, "No space left on device")])

    def full(_descriptor: int) -> None:
        if fault := next(written):
            raise fault

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unwritten, match="no file was changed"):
        build.write(sound, build.build(sound))
    assert before == {path: path.read_bytes() for path in sound.root.rglob("*") if path.is_file()}


def test_every_broken_file_is_told_by_the_command_without_a_traceback(sound, souverain):
    shutil.rmtree(sound.seeds)
    spoil(sound.graph / "more.ttl", FOLDER)
    done = souverain("--project", sound.root, "check")
    assert done.returncode == 1
    assert "graph/more.ttl" in done.stdout
    assert "seeds/articles.toml" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.count("\n") == 1
