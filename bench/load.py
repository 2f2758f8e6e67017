"""Load on an endpoint by `wrk`, and single requests that are timed."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from bench.servers import Server

SCRIPT = Path(__file__).with_name("load.lua")
ROUND_SECONDS = 2
# Two rounds never share a number, so that in none of them a query comes again.
NUMBERS_A_ROUND = 1_000_000
JSON = "application/sparql-results+json"
TSV = "text/tab-separated-values"
PIECE_BYTES = 262_144


class Spoiled(Exception):
    """A round in which not every request was answered; its figures would mean nothing."""


@dataclass(frozen=True)
class Load:
    """What a round gave."""

    requests_per_second: float
    p50_ms: float


def press(server: Server, query: str, connections: int, round: int | None = None) -> Load:
    """Ask over kept connections for a round; with its number, no query text comes twice.

    Raises `Spoiled` where an answer was not 200, or did not come.
    """
    numbered = [] if round is None else [str((round + 1) * NUMBERS_A_ROUND)]
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--timeout", "60s"]
    command += ["--duration", f"{ROUND_SECONDS}s", "--script", str(SCRIPT), server.url, "--"]
    command += [server.target(query), *numbered]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.rpartition("figures ")[2])
    if told["refused"] or told["lost"] or not told["requests"]:
        raise Spoiled(
            f"{server.url}: of {told['requests']} requests {told['refused']} were refused and "
            f"{told['lost']} lost"
        )
    return Load(told["requests"] / told["seconds"], told["p50_ms"])


def fetch(server: Server, query: str, media_type: str = TSV) -> tuple[float, int]:
    """Seconds until the whole answer is there, and how many lines it has."""
    connection = server.connect()
    try:
        begin = time.perf_counter()
        connection.request("GET", server.target(query), headers={"Accept": media_type})
        response = connection.getresponse()
        lines, status = 0, response.status
        while piece := response.read(PIECE_BYTES):
            lines += piece.count(b"\n")
        seconds = time.perf_counter() - begin
    finally:
        connection.close()
    if status != 200:
        raise Spoiled(f"{server.url}: {status} for {query}")
    return seconds, lines
