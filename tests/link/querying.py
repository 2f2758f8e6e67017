"""The `oxigraph` server of PyPI in a process of its own: a query service on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

START_SECONDS = 60


@contextmanager
def queried(ntriples: str) -> Iterator[str]:
    """The address at which these triples are queried."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = shutil.which("oxigraph", path=places)
    assert program, "the oxigraph server is not installed: pip install oxigraph"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        connection = HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
        kind = {"Content-Type": "application/n-triples"}
        connection.request("POST", "/store?default", ntriples.encode("utf-8"), kind)
        assert connection.getresponse().status in {200, 201, 204}
        connection.close()
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the server does not listen")
