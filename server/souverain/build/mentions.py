"""Where an article calls an entity by certain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Graph
from rdflib.term import Node

from souverain.errors import DataError
from souverain.text import Article, Span
from souverain.vocab import SOV


class Mentions:
    """The surface forms that a draft knows, and their places in its article."""

    def __init__(self, draft: Graph, article: Article) -> None:
        self.draft = draft
        self.article = article
        self._forms = {str(form) for form in draft.objects(None, SOV.surfaceForm)}

    def of(self, mention: Node) -> list[Span]:
        """Each place at which the words of a mention stand as whole words.

        A place where a longer known form begins belongs to that one: « Orange » is not mentioned
        where « Orange Business Services » is. Raises `DataError` when no place is left.
        """
        form = str(self.draft.value(mention, SOV.surfaceForm))
        longer = {at for other in self._longer(form) for at in self._places(other)}
        spans = [
            self.article.span(at, at + len(form)) for at in self._places(form) if at not in longer
        ]
        if not spans:
            raise DataError(
                f"the surface form {form!r} does not stand in article {self.article.slug}",
                hint="copy the words from the article, character for character",
            )
        return spans

    def _longer(self, form: str) -> Iterator[str]:
        return (other for other in self._forms if other != form and other.startswith(form))

    def _places(self, form: str) -> Iterator[int]:
        pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
        return (match.start() for match in re.finditer(pattern, self.article.text))
