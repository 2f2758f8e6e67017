"""The version before a release, as the command names it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from souverain.errors import UsageError
from souverain.export.release.manifest import MANIFEST

VERSION = re.compile(r"[0-9a-f]{64}")
HINT = "give the version of a release, which is 64 hexadecimal digits, or its folder"


def read(told: str) -> str:
    """A version: as it is told, or as the manifest of that folder has it; of nothing, nothing.

    Raises `UsageError` for what is neither.
    """
    if not told or VERSION.fullmatch(told):
        return told
    path = Path(told) / MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except OSError as fault:
        why = fault.strerror or "it cannot be read"
        raise UsageError(
            f"--previous {told!r} is no version, and {path}: {why}", hint=HINT
        ) from None
    except ValueError:
        raise UsageError(f"--previous {told!r}: {path} is no JSON", hint=HINT) from None
    found = manifest.get("version") if isinstance(manifest, dict) else None
    if not isinstance(found, str) or not VERSION.fullmatch(found):
        raise UsageError(f"--previous {told!r}: {path} names no version of the data", hint=HINT)
    return found
