"""Each command of the README does what the README shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
ADDRESS = "http://127.0.0.1:8000"


def commands():
    """Each command with the lines that the README shows under it."""
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, output = split(part)
            yield pytest.param(command, output, id=re.sub(r"\s+", " ", command)[:60])


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
    raise AssertionError(f"the README has a command without its end: {part}")


@pytest.mark.parametrize(("command", "output"), list(commands()))
def test_a_command_prints_what_the_readme_shows(command, output, address, checkout):
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


def test_the_readme_shows_at_least_three_answers():
    assert sum(bool(case.values[1]) for case in commands()) >= 3
