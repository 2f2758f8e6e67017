"""The rules, a table for each kind of candidate: the earlier row wins where two say the same."""
