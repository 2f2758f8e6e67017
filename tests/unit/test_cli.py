from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

from souverain import cli, files
from souverain.cli import COMMANDS, faults, terminal
from souverain.errors import (
    DataError,
    Finding,
    QuerySyntaxError,
    ServiceError,
    TurtleError,
    UsageError,
)

FINDINGS = [Finding("graph/a.ttl", 3, "id:x", "sum", "sums to 120", "see the article")]


def help_of(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.run([name, "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_with_an_example(name, capsys):
    page = help_of(name, capsys)
    assert "Example:" in page or "Examples:" in page
    assert f"souverain {name}" in page.partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_itself_says(name):
    command = cli.souverain.get_command(click.Context(cli.souverain), name)
    assert command is not None
    assert (command.help or "").partition("\n\n")[0].replace("\n", " ") == COMMANDS[name]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command(option, capsys):
    assert cli.run([option]) == 0
    page = capsys.readouterr().out
    assert all(name in page for name in COMMANDS)


def test_help_loads_no_rdf():
    code = (
        "import sys; from souverain.cli import run; run(['-h']); sys.exit('rdflib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_version(capsys):
    import souverain

    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"souverain {souverain.__version__}\n"


@pytest.mark.parametrize(
    "arguments", [[], ["no-such"], ["--no-such"], ["init"], ["init", "a", "b"]], ids=" ".join
)
def test_a_wrong_command_is_2(arguments, capsys):
    assert cli.run(arguments) == 2
    assert "Usage:" in capsys.readouterr().err


def test_a_project_that_is_none_is_2_and_says_what_to_do(souverain, tmp_path):
    done = souverain("--project", tmp_path, "init", "new")
    assert done.returncode == 2
    assert "it has no folder graph/" in done.stderr
    assert "souverain init DIR" in done.stderr


def test_a_bad_variable_is_2_and_is_named(souverain):
    done = souverain("init", "new", SOUVERAIN_PORT="high")
    assert done.returncode == 2
    assert done.stderr.startswith("error: SOUVERAIN_PORT cannot be 'high'\n")


def test_init_makes_a_project_and_says_what_comes_next(souverain, project, tmp_path):
    done = souverain("init", "new")
    assert (done.returncode, done.stderr) == (0, "")
    assert "next: souverain --project new check" in done.stdout
    assert len(files.find(str(tmp_path / "new")).graph_files()) == len(project.graph_files())


def test_init_twice_is_2_and_changes_nothing(souverain, tmp_path):
    assert souverain("init", "new").returncode == 0
    done = souverain("init", "new")
    assert done.returncode == 2
    assert "exists and is not empty" in done.stderr


def test_init_where_no_folder_can_be_is_2(souverain, tmp_path):
    (tmp_path / "file").touch()
    done = souverain("init", "file/new")
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("fault", "code", "lines"),
    [
        (
            DataError("1 finding", findings=FINDINGS),
            1,
            [
                "graph/a.ttl:3 id:x sums to 120 [sum]",
                "    -> see the article",
                "error: 1 finding",
            ],
        ),
        (
            TurtleError("graph/a.ttl", 7, "expected ."),
            1,
            [
                "error: graph/a.ttl:7: not Turtle: expected .",
                "    -> mend the Turtle at that line; nothing was read from the file",
            ],
        ),
        (UsageError("no", hint="do"), 2, ["error: no", "    -> do"]),
        (
            ServiceError("https://x.example/", "is down", hint="wait"),
            3,
            ["error: <https://x.example/> is down", "    -> wait"],
        ),
        (FileNotFoundError(2, "No such file", "x.rq"), 2, ["error: x.rq: No such file"]),
        (KeyboardInterrupt(), 130, []),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_each_fault_has_its_words_and_its_code(fault, code, lines, capsys):
    assert faults.report(fault) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == lines


def test_a_query_at_fault_is_2():
    assert faults.exit_code(QuerySyntaxError("expected {", 1, 7, "}")) == 2


def test_a_fault_of_ours_is_not_hidden():
    with pytest.raises(OSError, match="odd"):
        faults.report(OSError("odd"))


def test_a_reader_that_goes_away_makes_no_noise():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", "from souverain.cli import main; main()", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (faults.BROKEN_PIPE, b"")


def test_a_table_in_a_pipe_is_tab_separated(capsys):
    terminal.table(["holder", "share"], [["Orange", "44.4"], ["a\tb", "c\nd"]])
    assert capsys.readouterr().out == "holder\tshare\nOrange\t44.4\na b\tc d\n"


def test_a_table_on_a_terminal_is_drawn(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    terminal.table(["holder", "share"], [["Orange [x]", "44.4"]])
    drawn = capsys.readouterr().out
    assert "│ Orange [x] │ 44.4" in drawn


def test_a_table_that_is_too_wide_for_the_terminal_has_a_block_for_each_row(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    columns = ["holder", "share", "least", "most"]
    terminal.table(columns, [["Orange", "44.4", "", ""], ["Thales", "22.2", "[22", "23]"]])
    lines = [line.rstrip() for line in click.unstyle(capsys.readouterr().out).splitlines()]
    assert lines[0].startswith("row 1 ─")
    assert lines[1:3] == ["holder  Orange", "share   44.4"]
    assert lines[3].startswith("row 2 ─")
    assert lines[4:] == ["holder  Thales", "share   22.2", "least   [22", "most    23]"]


def test_progress_gives_the_items_and_says_nothing_in_a_pipe(capsys):
    assert list(terminal.progress([1, 2], "counting")) == [1, 2]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("value", "colour"), [("", None), ("1", False)])
def test_no_color_is_respected(monkeypatch, value, colour):
    monkeypatch.setenv("NO_COLOR", value)
    assert terminal.colour() is colour
