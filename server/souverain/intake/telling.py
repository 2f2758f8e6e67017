"""A fault in full, for a reviewer who is not at the command line."""

from __future__ import annotations

from souverain.errors import DataError, SouverainError


def described(fault: SouverainError) -> str:
    """What it is and what to do, then each finding with its own, a line each."""
    found = fault.findings if isinstance(fault, DataError) else ()
    rows = [(str(fault), fault.hint), *((row.message, row.hint) for row in found)]
    return "\n".join(f"{message} -> {hint}" if hint else message for message, hint in rows)
