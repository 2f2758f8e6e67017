from __future__ import annotations

import json
import sys

import pytest

from souverain import cli

SELECT = "SELECT ?holder ?share { ?s sov:holder ?holder ; sov:percentage ?share }"


@pytest.fixture
def query(tiny, capsys):
    """Asks the tiny project; gives the exit code, the output and what is on standard error."""

    def ask(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(["--project", str(tiny.root), "query", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ask


def test_a_table_shortens_iris_and_is_plain_in_a_pipe(query):
    assert query(SELECT) == (0, "holder\tshare\nid:sfr\t47\n", "")


def test_a_table_on_a_terminal_is_drawn_and_counted(query, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, _ = query(SELECT)
    assert code == 0
    assert "│ id:sfr │ 47" in out
    assert out.endswith("1 rows\n")


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        ("<http://x.test/y>", "http://x.test/y"),
        ("skos:prefLabel", "skos:prefLabel"),
        ('"d’été"@fr', "d’été"),
        ('"a\\tb\\nc"', "a b c"),
        ("<<( id:a id:b 1 )>>", "id:a id:b 1"),
        ("1/0", ""),
    ],
)
def test_a_cell_of_a_table(query, term, cell):
    assert query(f"SELECT ({term} AS ?x) {{}}")[1] == f"x\n{cell}\n"


@pytest.mark.parametrize(
    ("format", "text", "start"),
    [
        ("table", "ASK {}", "true\n"),
        ("table", "CONSTRUCT WHERE { ?s sov:percentage ?o }", "@prefix id: "),
        ("csv", SELECT, "holder,share\r\nhttps://w3id.org/souverain/id/sfr,47\r\n"),
        ("tsv", SELECT, "?holder\t?share\n<https://"),
        ("json", SELECT, '{"head":{"vars":["holder","share"]}'),
        ("xml", SELECT, "<?xml "),
        ("csv", "ASK {}", "true\r\n"),
        ("turtle", "DESCRIBE id:sfr", "@prefix id: "),
        ("ntriples", "DESCRIBE id:sfr", "<https://"),
        ("jsonld", "DESCRIBE id:sfr", '[{"@id":'),
    ],
)
def test_each_format(query, format, text, start):
    code, out, err = query(text, "--format", format)
    assert (code, err) == (0, "")
    assert out.startswith(start)


def test_a_question_is_asked_by_its_name(query):
    assert query("--question", "held") == (0, "holder\ttarget\nid:sfr\tid:numergy\n", "")


def test_a_parameter_changes_the_answer(query):
    code, out, _ = query("--question", "held", "--param", "target=id:cloudwatt", "--format", "json")
    assert code == 0
    assert json.loads(out)["results"]["bindings"] == []


def test_the_questions_are_listed(query):
    assert query("--list") == (
        0,
        "question\tin words\tparameters\nheld\tWho holds some of a target?\ttarget=id:numergy\n",
        "",
    )


def test_a_query_comes_from_a_file(query, tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("# param: x iri id:sfr\nASK { ?x ?p ?o }", "utf-8")
    assert query("--file", str(path)) == (0, "true\n", "")


def test_a_query_comes_from_standard_input(query, monkeypatch, tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("ASK {}", "utf-8")
    with path.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert query("--file", "-") == (0, "true\n", "")


def test_a_syntax_error_points_at_its_token(query):
    assert query("SELECT * {\n\t?s ?p }") == (
        2,
        "",
        "\t?s ?p }\n\t      ^\nerror: line 2, column 8: unexpected }\n"
        "    -> see https://www.w3.org/TR/sparql11-query/#grammar\n",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name one query"),
        (["ASK {}", "--question", "held"], "name one query"),
        (["--question", "helt"], "known: held"),
        (["--question", "held", "--param", "targt=x"], "known: target"),
        (["--question", "held", "--param", "target"], "gives no value"),
        (["--question", "held", "--param", "target=a b"], "is no iri"),
        (["--file", "no-such.rq"], "no-such.rq: No such file"),
        (["ASK {}", "--format", "turtle"], "choose one of json, xml, csv, tsv"),
        (["DESCRIBE id:sfr", "--format", "csv"], "choose one of turtle"),
        (["ASK {}", "--format", "pdf"], "'pdf' is not one of"),
        (["DROP ALL"], "read-only"),
        (["SELECT * { SERVICE <x:y> {} }"], "SERVICE is not offered"),
        (["hello"], "unexpected hello"),
        ([""], "the query ends too early"),
        (["CONSTRUCT { <x:a> <x:1> 1 } {}", "--format", "rdfxml"], "no way to write"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_answered_is_2_and_says_why(query, arguments, words):
    code, out, err = query(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_malformed_data_is_1_with_file_and_line(query, tiny, tmp_path, capsys):
    (tmp_path / "graph").mkdir()
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "core.ttl").write_text("")
    (tmp_path / "graph" / "002.ttl").write_text("\n<x:a> <x:b> .")
    assert cli.run(["--project", str(tmp_path), "query", "ASK {}"]) == 1
    assert capsys.readouterr().err.startswith("error: graph/002.ttl:2: not Turtle: ")


def test_each_question_of_the_project_is_answered(project, question_file, capsys):
    arguments = ["--project", str(project.root), "query", "--question", question_file.stem]
    assert cli.run([*arguments, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["head"]["vars"]
