"""From a new article to drafts of its claims, each with the words that it quotes.

Nothing here is imported by `serve` or `check`: what it stands on beyond the base comes with extras.
"""
