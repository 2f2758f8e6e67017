"""Writing the description of a package: JSON that people can read too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_json(path: Path, described: Any) -> None:
    """A JSON text in UTF-8, its names in the order in which they are given."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(described, file, ensure_ascii=False, indent=1)
        file.write("\n")
