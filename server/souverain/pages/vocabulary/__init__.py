"""The vocabulary of a project, as its documentation tells it: terms, shapes, examples and rules.

All of it comes from the files of `ontology/`, read once; nothing here is written by hand but the
words between the terms, which are in `words/`.
"""

from __future__ import annotations

from souverain.pages.vocabulary.terms import LAYERS, Kind, Term, Vocabulary
from souverain.pages.vocabulary.usage import Usage

__all__ = ["LAYERS", "Kind", "Term", "Usage", "Vocabulary"]
