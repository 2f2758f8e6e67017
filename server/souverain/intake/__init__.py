"""From an article to what it probably says: drafts, each with its exact quote.

What needs spaCy, trafilatura or Textual imports them where it works: the extra is `intake`.
"""
