"""What a soak has to show, and what it complains of."""

from __future__ import annotations

from collections.abc import Iterator

from bench.soak.clients import ANSWERED, KINDS
from bench.soak.killer import HELPER, WORKER
from bench.soak.tally import Tally

# How much more there may be of what a rest measures: by a factor, and by what comes and goes.
LOOSE = {
    # Workers that lived long have memory of their own, and those of a fresh parent hardly any.
    "tree_mb": (1.1, 64.0),
    "server_mb": (1.05, 3.0),
    "open_files": (1.0, 4),
    "process_count": (1.0, 0),
}
# In a run with fewer rests, what the server keeps on purpose is still filling up, to so much.
SETTLED_RESTS = 8
FILLING_MB = 12.0
SHOWN = 20
# That look-ups were answered all the while, and that each kind of client had its turn.
LEAST_ANSWERED = 0.8
LINES_OF_LOG = 40
COMPLAINTS_OF_LOG = ("Traceback", "Error:", "never retrieved")


def table(tally: Tally) -> str:
    """Counts and figures."""
    lines = [f"{'client':22} {'was told':26} {'times':>8} {'longest (s)':>12}"]
    for (kind, said), times in sorted(tally.said.items()):
        longest = tally.longest_seconds[kind, said]
        lines.append(f"{kind:22} {said:26} {times:8} {longest:12.2f}")
    killed = ", ".join(f"{times} {kind}s" for kind, times in sorted(tally.killed.items()))
    lines += ["", f"killed: {killed or 'nothing'}", ""]
    lines.append(f"{'rest':4} {'tree (MB)':>10} {'server (MB)':>12} {'files':>6} {'processes':>10}")
    for number, rest in enumerate(tally.rests, 1):
        lines.append(
            f"{number:4} {rest.tree_mb:10.1f} {rest.server_mb:12.1f} {rest.open_files:6} "
            f"{rest.states:>10}"
        )
    return "\n".join(lines)


def complaints(tally: Tally) -> Iterator[str]:
    """Everything that was not as it must be, in a sentence each; the first few of a kind."""
    yield from tally.faults[:SHOWN]
    if (more := len(tally.faults) - SHOWN) > 0:
        yield f"and {more} more of the kind"
    yield from _grown(tally)
    yield from _idle(tally)
    if tally.left_running:
        yield f"{len(tally.left_running)} processes outlived the server"
    lines = tally.log.splitlines()
    for number, line in enumerate(lines):
        if any(word in line for word in COMPLAINTS_OF_LOG):
            told = "\n".join(lines[max(number - 1, 0) : number + LINES_OF_LOG])
            yield f"the server's log has {len(lines)} lines, and among them:\n{told}"
            break


def _grown(tally: Tally) -> Iterator[str]:
    """What is more in the second half than in the first, of which the first rest is left out:
    caches fill up until then. The least of each half counts, for single workers come and go.
    """
    settled = tally.rests[1:]
    halves = settled[: len(settled) // 2], settled[len(settled) // 2 :]
    for what, (growth, loose) in LOOSE.items():
        before, after = (min(getattr(rest, what) for rest in half) for half in halves)
        if what == "server_mb" and len(tally.rests) < SETTLED_RESTS:
            loose += FILLING_MB
        if after > before * growth + loose:
            yield f"{what} grew from {before:g} to {after:g}"


def _idle(tally: Tally) -> Iterator[str]:
    """What makes the whole run mean little: nothing killed, or hardly anything answered."""
    if not (tally.killed[WORKER] and tally.killed[HELPER]):
        yield "not both workers and their parent were killed"
    for kind in KINDS:
        if not any(name == kind for name, _ in tally.said):
            yield f"no client of the kind {kind!r} had a turn"
    asked = sum(times for (kind, _), times in tally.said.items() if kind == "look-up")
    answered = tally.said["look-up", ANSWERED]
    if answered < LEAST_ANSWERED * asked:
        yield f"of {asked} look-ups only {answered} were answered"
