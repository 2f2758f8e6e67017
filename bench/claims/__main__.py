"""Write so many made-up claims as N-Quads: `python -m bench.claims 100000 > claims.nq`.

With `--store DIR` they become a store with one version, from which exports read at a constant
memory.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.claims.filling import fill
from bench.claims.story import SEED, stories


def main() -> int:
    """Write them, or fill the store."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=__doc__)
    parser.add_argument("claims", type=int)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--store", type=Path)
    asked = parser.parse_args()
    if asked.store:
        print(f"{fill(asked.store, asked.claims, asked.seed)} quads", file=sys.stderr)
        return 0
    for story in stories(asked.claims, asked.seed):
        sys.stdout.writelines(story.lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
