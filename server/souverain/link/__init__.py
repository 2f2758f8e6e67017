"""Linking the graph to what others know: candidates, decisions, records, and their upkeep.

A dataset to link to is a row of `targets.TARGETS`. What it is asked goes through `service`, which
is patient and keeps every answer; nothing there knows of scores or of the graph. `profile` says
what the graph knows of an entity, `search` finds and `ranking` weighs candidates, `sheet` is the
file that people review, and `decisions` is the log of what they decided. Nothing is linked on its
own: `souverain.publish.linking` makes links of decisions.
"""
