"""What goes into a commit beside the change, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.patch import Patch
from souverain.versions.commits import Commit

LONGEST_MESSAGE_CHARACTERS = 1000
# Who asked may not be told what is wrong with the store, nor where.
OPERATOR = "whoever runs the server finds in its log what to do"


@dataclass(frozen=True)
class Stamp:
    """Who changes something, and why; the date is the present one where none is given."""

    author: str
    message: str = ""
    date: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of a change: the new version, if there is one, and all that it changed.

    The patch has what was asked for, and what the rules conclude from it. Without a new version
    nothing had to change, or it was only tried.
    """

    commit: Commit | None
    patch: Patch
