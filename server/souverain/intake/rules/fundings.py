"""Rules for fundings: who gives whom how much, by raising, investing, granting or lending.

Money that is asked for or promised is planned; a sum for several stays one sum for all of them.
"""

from __future__ import annotations

from souverain.intake.rules.grants import GRANTS
from souverain.intake.rules.rounds import ROUNDS

RULES = (*ROUNDS, *GRANTS)
