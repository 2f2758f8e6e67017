"""How fast: what a user waits for, as ratios against peers in one run."""
