"""Any RDF file or folder as what is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from souverain.errors import TurtleError, UsageError
from souverain.source import STRICT, UNION, Source

TRIPLE = {
    "ttl": "<http://x/s> <http://x/p> 1 .",
    "nt": '<http://x/s> <http://x/p> "1" .\n',
    "n3": "<http://x/s> <http://x/p> 1 .",
    "rdf": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">'
        '<rdf:Description rdf:about="http://x/s"><x:p>1</x:p></rdf:Description></rdf:RDF>'
    ),
    "jsonld": '{"@id": "http://x/s", "http://x/p": 1}',
    "nq": '<http://x/s> <http://x/p> "1" <http://x/g> .\n',
    "trig": "<http://x/g> { <http://x/s> <http://x/p> 1 }",
}
DATASETS = ("nq", "trig")


def of(path: Path, default_graph: str = STRICT):
    return Source("", "https://x.test/", str(path), default_graph).load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a b.ttl").write_text("<http://x/s> <http://x/p> 1, _:b .")
    (tmp_path / "sub" / "c.nt").write_text('_:b <http://x/p> "1" .\n')
    (tmp_path / "d.nq").write_text("<http://x/s> <http://x/p> <http://x/o> <http://x/g> .\n")
    (tmp_path / "readme.txt").write_text("no RDF")
    return tmp_path


@pytest.mark.parametrize("extension", TRIPLE)
def test_a_file_of_each_format_is_read(tmp_path, extension):
    path = tmp_path / f"data.{extension}"
    path.write_text(TRIPLE[extension])
    dataset = of(path).dataset
    assert len(dataset.store) == 1
    assert (dataset.triples, len(dataset.named)) == ((0, 1) if extension in DATASETS else (1, 0))


def test_a_strict_default_graph_holds_what_the_files_put_there(folder):
    dataset = of(folder).dataset
    assert (dataset.triples, dict(dataset.named)) == (3, {"http://x/g": 1})
    assert (dataset.is_union, dataset.prefixes) == (False, {})


def test_in_a_union_each_file_is_a_named_graph(folder):
    loaded = of(folder, UNION)
    assert loaded.served_triples == 4
    assert set(loaded.dataset.named) == {
        "https://x.test/graph/a%20b",
        "https://x.test/graph/sub/c",
        "https://x.test/graph/service",
        "http://x/g",
    }


def test_a_union_describes_its_service_and_a_strict_default_graph_is_left_as_it_is(folder):
    assert len(of(folder, UNION).dataset.store) > 4
    assert len(of(folder).dataset.store) == 4


def test_blank_nodes_of_two_files_are_two(folder):
    query = "SELECT DISTINCT ?b { { ?b ?p ?o } UNION { ?s ?p ?b } FILTER ISBLANK(?b) }"
    assert len(list(of(folder).dataset.store.query(query))) == 2


def test_a_relative_iri_names_no_folder_of_this_machine(tmp_path):
    (tmp_path / "a.ttl").write_text("<s> <p> <o> .")
    assert str(tmp_path) not in of(tmp_path).dataset.ntriples()


@pytest.mark.parametrize("default_graph", [STRICT, UNION])
def test_the_version_follows_the_content(folder, default_graph):
    before = of(folder, default_graph).version
    assert of(folder, default_graph).version == before
    (folder / "d.nq").write_text("<http://x/s> <http://x/p> <http://x/q> <http://x/g> .\n")
    assert of(folder, default_graph).version != before


@pytest.mark.parametrize(
    ("name", "words"), [("readme.txt", "is no RDF file"), ("none.ttl", "is no RDF file that is")]
)
def test_what_is_no_rdf_is_named_with_what_would_be(folder, name, words):
    with pytest.raises(UsageError, match=words) as caught:
        of(folder / name)
    assert ".ttl" in caught.value.hint


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(UsageError, match="holds no RDF file"):
        of(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.ttl", "\n<http://x/s> <http://x/p> .", "Turtle"),
        ("a.nq", "\nnonsense", "N-Quads"),
        ("a.jsonld", "\n{", "JSON-LD"),
        ("a.rdf", "<x>\n</y>", "RDF/XML"),
    ],
)
def test_a_file_that_does_not_parse_is_named_with_its_format(tmp_path, name, text, format):
    (tmp_path / name).write_text(text)
    with pytest.raises(TurtleError, match=f"{name}.*not {format}: "):
        of(tmp_path)


def test_a_remote_context_is_not_fetched(tmp_path):
    (tmp_path / "a.jsonld").write_text(
        '{"@context": "http://192.0.2.1/c.jsonld", "@id": "http://x/s", "name": "x"}'
    )
    with pytest.raises(TurtleError, match="not JSON-LD"):
        of(tmp_path)


def test_the_summary_can_be_sent_to_another_process(folder):
    summary = of(folder).summary()
    assert summary["served_triples"] == 3
    assert summary["named"] == {"http://x/g": 1}
    assert "void:propertyPartition" in summary["description"]
