"""Put the offsets of each quote into the gold of the development set, and check them.

`python placing.py` rewrites each `.jsonl` of its folder from the `.txt` beside it, all or none. A
row without `start` and `end` has them found; a quote that stands twice needs `nth`, from 0.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def occurrences(text: str, quote: str) -> list[int]:
    """Where the quote begins, each time."""
    return [start for start in range(len(text)) if quote and text.startswith(quote, start)]


def placed(row: dict[str, Any], text: str) -> dict[str, Any]:
    """The row with its offsets; raises `ValueError` for a quote that is not there."""
    row = dict(row)
    kind, quote, nth = row.pop("kind"), row.pop("quote"), row.pop("nth", None)
    start, end = row.pop("start", None), row.pop("end", None)
    if start is None:
        found = occurrences(text, quote)
        if not found or (len(found) > 1 and nth is None):
            raise ValueError(f"{quote!r} stands {len(found)} times")
        start, end = found[nth or 0], found[nth or 0] + len(quote)
    if text[start:end] != quote:
        raise ValueError(f"{quote!r} is not what stands from {start} to {end}")
    return {"kind": kind, "start": start, "end": end, "quote": quote, **row}


def gold(path: Path) -> str:
    """A gold file as it should be, its rows in the order of the text."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    rows = [placed(json.loads(line), text) for line in path.read_text("utf-8").splitlines()]
    rows.sort(key=lambda row: (row["start"], row["end"], row["kind"]))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> str:
    """Rewrite the folder; says what is at fault, where anything is."""
    made, faults = {}, []
    for path in sorted(FOLDER.glob("*.jsonl")):
        try:
            made[path] = gold(path)
        except (ValueError, KeyError) as fault:
            faults.append(f"{path.name}: {fault}")
    if not faults:
        for path, content in made.items():
            path.write_text(content, "utf-8")
    return "\n".join(faults)


if __name__ == "__main__":
    sys.exit(main() or 0)
