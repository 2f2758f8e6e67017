"""Print one row per figure: ours, the peer's, and the ratio, each the median of its rounds."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable

from bench import check, endpoint

ROUNDS = 5
COMPARED: dict[str, tuple[Callable[[], float], str, Callable[[], float]]] = {
    "souverain check, cold (s)": (check.ours, "pyshacl command", check.peer),
    "serve to first answer (s)": (endpoint.start, "rdflib parse and one query", endpoint.parse),
    "one look-up over HTTP (ms)": (endpoint.look_up, "rdflib in process", endpoint.rdflib_look_up),
}


def main() -> None:
    """Run each pair in turn, A B A B …, so that a drifting machine changes both alike."""
    print(f"{'what':34} {'ours':>8} {'peer':>8} {'ours/peer':>9}  peer")
    for what, (ours, name, peer) in COMPARED.items():
        pairs = [(ours(), peer()) for _ in range(ROUNDS)]
        a, b = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"{what:34} {a:8.2f} {b:8.2f} {ratio:9.3f}  {name}", flush=True)
    print(f"{'memory after 100 queries (MB PSS)':34} {endpoint.memory():8.1f}")


if __name__ == "__main__":
    sys.exit(main())
