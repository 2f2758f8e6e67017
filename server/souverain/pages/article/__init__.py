"""The articles: each text with its evidence, and the claims in its margin."""
