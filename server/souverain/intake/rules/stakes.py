"""Rules for stakes: who holds what share of which firm, in the order in which they are asked.

A joint share stays one stake with several holders; a remainder and a majority have no number.
"""

from __future__ import annotations

from souverain.intake.rules.blocks import BLOCKS
from souverain.intake.rules.entries import ENTRIES
from souverain.intake.rules.held import HELD_RULES
from souverain.intake.rules.holding import HOLDING_RULES
from souverain.intake.rules.moves import MOVES
from souverain.intake.rules.shareholders import SHAREHOLDER_RULES
from souverain.intake.rules.subsidiaries import SUBSIDIARY_RULES

# Last come those that take their target from what was said before.
RULES = tuple(
    sorted(
        (
            *HELD_RULES,
            *SUBSIDIARY_RULES,
            *HOLDING_RULES,
            *BLOCKS,
            *MOVES,
            *ENTRIES,
            *SHAREHOLDER_RULES,
        ),
        key=lambda rule: bool(rule.topic or rule.owner),
    )
)
