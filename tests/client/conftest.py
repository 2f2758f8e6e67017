from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from souverain.client import Client
from souverain.store import Dataset

TRIES = 600
ENDPOINTS = ("souverain", "oxigraph")


@pytest.fixture(scope="session")
def oxigraph(project, tmp_path_factory) -> Iterator[str]:
    """The address of an `oxigraph` server over the same graph."""
    folder: Path = tmp_path_factory.mktemp("client")
    (folder / "data.nt").write_text(Dataset.load(project).ntriples(), "utf-8")
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = shutil.which("oxigraph", path=places)
    assert program, "the oxigraph server is not installed: pip install oxigraph"
    store = ["--location", str(folder / "store")]
    load = [program, "load", *store, "--file", str(folder / "data.nt")]
    subprocess.run(load, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [program, "serve-read-only", *store, "--bind", address], stderr=subprocess.DEVNULL
    )
    try:
        _wait(address)
        yield f"http://{address}/query"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(address: str) -> None:
    host, _, port = address.partition(":")
    for _ in range(TRIES):
        with contextlib.suppress(OSError):
            socket.create_connection((host, int(port)), timeout=5).close()
            return
        time.sleep(0.05)
    raise TimeoutError(address)


@pytest.fixture(scope="session")
def server(address) -> Client:
    """A client of a server of this project."""
    return Client(address)


@pytest.fixture(params=ENDPOINTS)
def client(request) -> Client:
    """A client of each server that serves the graph."""
    if request.param == "souverain":
        return request.getfixturevalue("server")
    return Client(request.getfixturevalue("oxigraph"))


Play = Callable[..., str]


@pytest.fixture
def play() -> Iterator[Play]:
    """Starts a server that gives one answer, whatever it is asked; gives its address."""
    started: list[ThreadingHTTPServer] = []

    def start(status: int, body: bytes, media_type: str = "text/plain", **headers: Any) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                self.rfile.read(length)
                self.send_response(status)
                self.send_header("Content-Type", media_type)
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                for name, value in {"Content-Length": len(body), **named}.items():
                    self.send_header(name, str(value))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=server.serve_forever, daemon=True).start()
        started.append(server)
        return f"http://127.0.0.1:{server.server_port}/sparql"

    yield start
    for server in started:
        server.shutdown()
        server.server_close()
