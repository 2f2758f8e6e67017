"""The README's section on the store does what it says, from the first line to the last."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import sys

import pytest

SOUVERAIN = [sys.executable, "-c", "from souverain.cli import main; main()"]
# The server of the section is asked once it can answer, and is stopped with the shell.
START = """\
set -eu
trap 'kill $server' EXIT
"""
READY = "server=$!\ncurl -s --retry 120 --retry-delay 1 --retry-connrefused {url}/health\n"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.needs("curl")
def test_the_section_on_the_store_can_be_followed(checkout, tmp_path):
    text = (checkout / "README.md").read_text("utf-8")
    section = text.partition("\n## Write, and lose nothing\n")[2].partition("\n## ")[0]
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    steps = "".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL))
    command = shlex.join([*SOUVERAIN, "--project", str(checkout)])
    steps = steps.replace(".venv/bin/souverain", command).replace("http://127.0.0.1:8000", url)
    steps = steps.replace("--writable &\n", f"--writable --port {port} &\n{READY.format(url=url)}")
    done = subprocess.run(
        ["bash", "-c", START + steps],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert '"version": 2, "parent": 1, "dry_run": false, "added": 1, "removed": 0' in done.stdout
    assert '+ skos:altLabel "Orange Group"@en' in done.stdout
    assert "version 3: 0 quads added, 1 removed" in done.stdout
    dumped, files = tmp_path / "shop" / "graph", checkout / "graph"
    assert {path.relative_to(dumped): path.read_bytes() for path in dumped.rglob("*.ttl")} == {
        path.relative_to(files): path.read_bytes() for path in files.rglob("*.ttl")
    }
