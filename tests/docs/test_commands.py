"""Each command that a document shows does what the document shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "graph").glob("*.md"))]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
ADDRESS = "http://127.0.0.1:8000"


def commands():
    """Each command with the lines that its document shows under it."""
    for document in DOCUMENTS:
        for block in BLOCK.findall(document.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, output = split(part)
                name = re.sub(r"\s+", " ", command)[:60]
                yield pytest.param(command, output, id=f"{document.name}: {name}")


def split(part):
    """A command, which may span lines inside quotes, and what follows it."""
    lines = part.splitlines()
    for end in range(1, len(lines) + 1):
        command = "\n".join(lines[:end])
        try:
            shlex.split(command)
        except ValueError:
            continue
        return command, "\n".join(lines[end:])
    raise AssertionError(f"a command without its end: {part}")


@pytest.mark.parametrize(("command", "output"), list(commands()))
def test_a_command_prints_what_its_document_shows(command, output, address, checkout):
    words = shlex.split(command)
    if words[0] == "make":
        words.insert(1, "--dry-run")
    if words[0] == ".venv/bin/souverain":
        words[0:1] = [sys.executable, "-c", "from souverain.cli import main; main()"]
    words = [word.replace(ADDRESS, address) for word in words]
    done = subprocess.run(words, cwd=checkout, capture_output=True, timeout=60, check=True)
    printed = done.stdout.decode("utf-8").replace("\r\n", "\n")
    if output:
        assert printed.rstrip("\n") == output
    assert printed or done.stderr


@pytest.mark.parametrize(("document", "answers"), [("README.md", 3), ("TOUR.md", 5)])
def test_a_document_shows_its_answers(document, answers):
    shown = [case for case in commands() if case.id.startswith(document) and case.values[1]]
    assert len(shown) >= answers
