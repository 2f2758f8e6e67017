"""The command: what it is asked for wrongly, and who may ask it by HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

CALL = {"jsonrpc": "2.0", "id": 1, "method": "ping"}


def post(url: str, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named |= {"Content-Type": "application/json"}
    named |= {"Accept": "application/json, text/event-stream"}
    try:
        with urlopen(Request(url, json.dumps(CALL).encode(), named), timeout=60) as reply:
            return reply.status
    except HTTPError as fault:
        with fault:
            return fault.code


def test_this_machine_may_ask(listening):
    assert post(listening.url) == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:80"}, 421),
        ({"Origin": "https://evil.example"}, 403),
    ],
)
def test_another_name_that_leads_here_may_not(listening, headers, status):
    assert post(listening.url, **headers) == status


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--http", "8001"), "HOST:PORT"),
        (("--http", "127.0.0.1:x"), "HOST:PORT"),
        (("--http", "127.0.0.1:99999"), "HOST:PORT"),
        (("--endpoint", "127.0.0.1"), "http://"),
    ],
)
def test_a_wrong_command_says_what_to_write(command, arguments, words):
    done = command("mcp", *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_port_that_is_taken_is_named(souverain, listening):
    address = listening.url.removeprefix("http://").removesuffix("/mcp")
    done = souverain("mcp", "--http", address)
    assert done.returncode == 2
    assert address in done.stderr
    assert "--http" in done.stderr


def test_without_the_extra_the_command_names_it():
    """A package that cannot be imported stands where the SDK would be."""
    code = (
        "import sys, importlib.util as u; real = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'mcp' else real(name, *a)\n"
        "from souverain.cli import run; sys.exit(run(['mcp']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "souverain[mcp]" in done.stderr
