"""The query page, and what its editor completes with."""
