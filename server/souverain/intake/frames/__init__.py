"""Frames: what a predicate tells, whatever stands between it and those of whom it tells it."""
