from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from urllib.parse import urlsplit

import pytest

LARGEST_BYTES = 1_000_000
PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org"}
FOLDERS_OF_MACHINES = ("home", "mnt", "opt", "root", "tmp", "work", "Users")
MACHINE_PATH = re.compile(rf"(?<![\w.)\]}}*>~-])/(?:{'|'.join(FOLDERS_OF_MACHINES)})/\w")
ARTICLES = {
    "000_42b7adff0721977f.txt": "3e8d0d8eeec463fbfdbefbd32e717d51707740809d3f825edfc8f0379b66062b",
    "001_04b98284fbf15ae8.txt": "e6863bd39df7c39d645357d7002ace765b44dd7c014a643f4e40f8ff2097a456",
    "002_a9d495028b30c458.txt": "d617e9b3f551755efc0eb49032db6592c3eea3c656b82b1007d8d08b4eaad311",
    "003_dc5e5e2ba493fe7a.txt": "e87cfe306f4826bfd21f9eecb25fcfdd770f0a0a72391117810bf661cc9f10d4",
    "004_22b15cfa8bf8ca3d.txt": "af3a1372eda48189300b058af518a6e81750f9ec7173c792487f299ec7f83186",
}


@cache
def registry_hosts() -> frozenset[str]:
    """The hosts from which this machine installs packages, where they are not the public ones."""
    commands = [[sys.executable, "-m", "pip", "config", "list"]]
    if npm := shutil.which("npm"):
        commands.append([npm, "config", "list"])
    told = [subprocess.run(command, capture_output=True, text=True).stdout for command in commands]
    told += [
        value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_", "npm_"))
    ]
    found = {urlsplit(url).hostname for url in re.findall(r"https?://[^\s'\"]+", " ".join(told))}
    return frozenset(host for host in found if host and host not in PUBLIC_HOSTS)


def broken(files, rule):
    """The files that do not keep a rule."""
    return [str(file) for file in files if not rule(file)]


def names_no_machine(file):
    text = file.read_text("utf-8", errors="replace")
    return not MACHINE_PATH.search(text) and not any(host in text for host in registry_hosts())


def is_small_and_itself(file):
    return not file.is_symlink() and file.stat().st_size <= LARGEST_BYTES


def ends_with_a_newline(file):
    content = file.read_bytes()
    return file.name in ARTICLES or (
        (not content or content.endswith(b"\n")) and b"\r" not in content
    )


@pytest.mark.parametrize("rule", [names_no_machine, is_small_and_itself, ends_with_a_newline])
def test_each_file_keeps_the_rule(tracked_files, rule):
    assert broken(tracked_files, rule) == []


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        (names_no_machine, b"cd /" + b"root/somewhere\n"),
        (is_small_and_itself, b"x" * LARGEST_BYTES + b"\n"),
        (ends_with_a_newline, b"no end"),
        (ends_with_a_newline, b"two\r\nlines\r\n"),
    ],
)
def test_a_file_that_breaks_a_rule_is_named(tmp_path, rule, content):
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(b"good\n")
    bad.write_bytes(content)
    assert broken([good, bad], rule) == [str(bad)]


def test_a_link_is_named(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(__file__)
    assert broken([link], is_small_and_itself) == [str(link)]


@pytest.mark.parametrize("root", FOLDERS_OF_MACHINES)
@pytest.mark.parametrize("before", ["", " ", '"', "=", "file://", ":"])
def test_a_path_of_a_machine_is_recognised(before, root):
    assert MACHINE_PATH.search(f"{before}/{root}/somewhere")


@pytest.mark.parametrize("start", ["https://w3id.org", "tests", "..", "$(DIR)", "~"])
def test_a_path_within_something_is_none_of_a_machine(start):
    assert not MACHINE_PATH.search(f"{start}/work/somewhere")


def test_a_top_folder_says_its_one_rule_in_a_few_lines(checkout, top_folder):
    text = (checkout / top_folder / "README.md").read_text("utf-8")
    assert "**The one rule:**" in text
    assert len(text.splitlines()) <= 20


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_as_it_was_received(checkout, name):
    assert hashlib.sha256((checkout / "seeds" / name).read_bytes()).hexdigest() == ARTICLES[name]


def test_no_other_article_came_in_unseen(checkout):
    assert {path.name for path in (checkout / "seeds").glob("*.txt")} == ARTICLES.keys()


def test_the_ci_script_is_a_program(checkout):
    script = checkout / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)


def test_make_knows_every_target_of_its_first_lines(checkout):
    text = (checkout / "Makefile").read_text("utf-8")
    described = re.findall(r"^# make (\w+)", text, re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony
    assert phony[1].split() == described
