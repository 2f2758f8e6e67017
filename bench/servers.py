"""The servers that are measured, each in processes of its own on the loopback interface."""

from __future__ import annotations

import http.client
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlsplit

SOUVERAIN = [sys.executable, "-c", "from souverain.cli import main; main()"]
HOST = "127.0.0.1"
PATIENCE_SECONDS = 60
STOP_SECONDS = 20


@dataclass(frozen=True)
class Server:
    """A running server: the address of its endpoint, and its first process."""

    url: str
    pid: int

    def connect(self) -> http.client.HTTPConnection:
        """A new connection."""
        return http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE_SECONDS)

    def target(self, query: str) -> str:
        """What a request for the query asks for: path and parameters."""
        return f"{urlsplit(self.url).path}?query={quote(query, safe='')}"


Opener = Callable[[Path], AbstractContextManager[Server]]


def missing() -> Iterator[str]:
    """For each program or package that is not there, how to install it."""
    if shutil.which("wrk") is None:
        yield "the load generator wrk: apt-get install wrk"
    packages = {"oxigraph": _oxigraph_program(), "uvicorn": find_spec("uvicorn")}
    packages["rdflib-endpoint"] = find_spec("rdflib_endpoint")
    for name, found in packages.items():
        if not found:
            yield f"the peer {name}: pip install 'souverain[bench]', or make bench"


def _oxigraph_program() -> str | None:
    beside = Path(sys.executable).parent
    return shutil.which("oxigraph", path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")


def souverain(data: Path, *options: str) -> AbstractContextManager[Server]:
    """Ours, with the settings that it has by default."""
    return souverain_serve("--data", str(data), "--shapes", "none", *options)


@contextmanager
def souverain_serve(
    *options: str, log: IO[bytes] | None = None, apart: bool = False
) -> Iterator[Server]:
    """`souverain serve` with these options, on a port that is free; `log` gets its complaints.

    With `apart`, it is in a group of processes of its own.
    """
    command = [*SOUVERAIN, "serve", "--port", "0", *options]
    clean = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
    how = {"stdout": subprocess.PIPE, "stderr": log, "env": clean, "start_new_session": apart}
    with running(command, **how) as process:
        assert process.stdout
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE_SECONDS)
        greeting = process.stdout.readline().decode() if ready else ""
        address = greeting.partition(" on ")[2].partition(" ")[0]
        if not address:
            raise RuntimeError(f"souverain serve did not start: it said {greeting!r}")
        yield Server(f"{address}/sparql", process.pid)


@contextmanager
def oxigraph(data: Path) -> Iterator[Server]:
    """The oxigraph server, over a store on disk that it has loaded itself."""
    with oxigraph_store(data) as store, oxigraph_over(store) as server:
        yield server


@contextmanager
def oxigraph_store(data: Path) -> Iterator[Path]:
    """A store that the oxigraph server has loaded itself."""
    program = _oxigraph_program()
    assert program
    with tempfile.TemporaryDirectory() as store:
        load = [program, "load", "--location", store, "--file", str(data)]
        subprocess.run(load, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield Path(store)


@contextmanager
def oxigraph_over(store: Path, command: str = "serve-read-only") -> Iterator[Server]:
    """The oxigraph server over its store; with the command `serve`, it takes updates."""
    program, port = _oxigraph_program(), _free_port()
    assert program
    serve = [program, command, "--location", str(store), "--bind", f"{HOST}:{port}"]
    with running(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _wait_for(port)
        yield Server(f"http://{HOST}:{port}/query", process.pid)


@contextmanager
def rdflib_endpoint(data: Path) -> Iterator[Server]:
    """rdflib-endpoint under uvicorn, over a graph in memory."""
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "--factory", "--host", HOST, "--port", str(port)]
    command += ["--log-level", "warning", "--no-access-log", "bench.peer:application"]
    with running(command, env={**os.environ, "BENCH_DATA": str(data)}) as process:
        _wait_for(port)
        yield Server(f"http://{HOST}:{port}/", process.pid)


@contextmanager
def running(command: list[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a process, which is stopped afterwards."""
    with subprocess.Popen(command, **options) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
