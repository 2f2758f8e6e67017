"""Publishing what was accepted: drafts become claims in the graph as people write it."""
