"""Ten minutes of everything at once against one server, while its processes are killed.

    python -m bench.soak [--seconds 600] [--seed N]

Phases of load and of rest take turns; at each rest the server is measured. The exit code is 1 where
an answer was wrong, a cut one looked whole, an error was none of the clean ones, or memory,
descriptors or processes grew.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bench import data, processes
from bench.servers import Server, souverain_serve
from bench.soak import report
from bench.soak.answers import Answers
from bench.soak.clients import ANSWERED, KINDS, Kind, Visit, look_up
from bench.soak.exchange import BROKEN, Client, Fault
from bench.soak.killer import Killer
from bench.soak.tally import Rest, Tally

LEAST_PHASES = 4
PHASE_SECONDS = 60
# Longer than a query may take.
REST_SECONDS = 2.5
RECOVERY_SECONDS = 10
OPTIONS = {
    "--shapes": "none",
    "--query-seconds": "2",
    # One client plays all of them here, and the cache is to be full before the first rest.
    "--client-seconds-per-minute": "100000",
    "--cache-bytes": "4194304",
}


def main() -> int:
    """Run it, print what came of it, and say whether all was well."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args()
    print(f"{chosen.seconds:g} s, seed {chosen.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        tally = _soak(Path(folder), chosen.seconds, random.Random(chosen.seed))
    print(report.table(tally))
    for complaint in (complaints := list(report.complaints(tally))):
        print(f"FAULT: {complaint}")
    print("all was well" if not complaints else f"{len(complaints)} faults")
    return 1 if complaints else 0


def _soak(folder: Path, seconds: float, chance: random.Random) -> Tally:
    path, log = folder / "data.nt", folder / "log"
    path.write_text(data.ntriples(), "utf-8")
    answers, tally = Answers(data.ntriples()), Tally()
    options = [word for pair in OPTIONS.items() for word in pair]
    with log.open("wb") as complaints:
        with souverain_serve("--data", str(path), *options, log=complaints) as server:
            phases = max(LEAST_PHASES, round(seconds / PHASE_SECONDS))
            for _ in range(phases):
                _load(server, answers, tally, seconds / phases, chance)
                time.sleep(REST_SECONDS)
                _recover(server, answers, tally, chance)
                tally.rests.append(Rest.of(server.pid))
            started = tally.rests[-1].pids
        time.sleep(REST_SECONDS)
        tally.left_running = [pid for pid in started if processes.is_running(pid)]
    tally.log = log.read_text("utf-8", errors="replace")
    return tally


def _load(
    server: Server, answers: Answers, tally: Tally, seconds: float, chance: random.Random
) -> None:
    """One phase: all clients and the killer at once."""
    done = threading.Event()
    killer = Killer(server.pid, tally.killed, random.Random(chance.random()), done)
    threads: list[threading.Thread] = [killer]
    for name, kind in _clients():
        visit = Visit(server, Client(server), random.Random(chance.random()), answers)
        threads.append(threading.Thread(target=_visits, args=(name, kind, visit, tally, done)))
    for thread in threads:
        thread.start()
    try:
        time.sleep(seconds)
    finally:
        done.set()
        for thread in threads:
            thread.join()


def _clients() -> Iterator[tuple[str, Kind]]:
    for name, kind in KINDS.items():
        for _ in range(kind.clients):
            yield name, kind


def _visits(name: str, kind: Kind, visit: Visit, tally: Tally, done: threading.Event) -> None:
    while not done.wait(kind.rest_seconds):
        begin = time.monotonic()
        try:
            said = kind.visit(visit)
        except Fault as fault:
            said = "FAULT"
            tally.faults.append(f"{name}: {fault}")
        except (*BROKEN, OSError) as fault:
            said = f"FAULT {type(fault).__name__}"
            tally.faults.append(f"{name}: {fault!r}")
        tally.note(name, said, time.monotonic() - begin)
    visit.client.close()


def _recover(server: Server, answers: Answers, tally: Tally, chance: random.Random) -> None:
    """Wait until look-ups are answered again; that they are not for long is a fault."""
    begin = time.monotonic()
    visit = Visit(server, Client(server), chance, answers)
    try:
        while (said := look_up(visit)) != ANSWERED:
            if time.monotonic() - begin > RECOVERY_SECONDS:
                raise Fault(f"{said}, {RECOVERY_SECONDS} s after the last kill")
            time.sleep(0.1)
    except Fault as fault:
        tally.faults.append(f"at rest: {fault}")
    visit.client.close()


if __name__ == "__main__":
    sys.exit(main())
