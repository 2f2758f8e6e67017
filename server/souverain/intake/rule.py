"""A rule: a pattern over a scene, and what its groups fill.

Groups are named for the slots that they fill, and besides: `v` the verbal group that gives the
status, `share` and `money` figures, `via` a vehicle, `own` a possessive. A rule whose `subject`
is a slot fills that with the subject of the verb where the match begins; a percentage below its
`least` makes it say nothing. A rule that is `bare` or `plain` is tried on the text where names
alone are marked, or nothing is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from souverain.intake.standing import Standing


@dataclass(frozen=True)
class Rule:
    """One row of a table of rules; `prior` is how sure its drafts are before any was reviewed."""

    name: str
    pattern: str
    subject: str = ""
    tells: str = "event"
    fixed: Standing | None = None
    fills: Mapping[str, object] = field(default_factory=dict, hash=False)
    topic: str = ""
    prior: float = 0.8
    bare: bool = False
    plain: bool = False
    owner: str = ""
    needs: tuple[str, ...] = ()
    least: float = 0
