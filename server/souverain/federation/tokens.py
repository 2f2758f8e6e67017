"""The tokens of a query, and which bracket closes which."""

from __future__ import annotations

import re
from collections.abc import Iterable

from souverain import syntax
from souverain.errors import QueryRefused, TooDeep
from souverain.syntax import Token

CLOSING = {"{": "}", "(": ")", "[": "]"}
DEEPEST_GROUP = 64
_VARIABLE = re.compile(r"[?$]\w+")


class Tokens:
    """A query as its tokens, each known by its number; raises `QueryRefused` and `TooDeep`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = syntax.tokens(text)
        self.closing = self._paired()

    def word(self, place: int) -> str:
        """A token in capitals; empty behind the last one."""
        return self.tokens[place].text.upper() if place < len(self.tokens) else ""

    def start(self, place: int) -> int:
        """Where a token begins in the text; its length behind the last one."""
        return self.tokens[place].start if place < len(self.tokens) else len(self.text)

    def end(self, place: int) -> int:
        """Where a token ends."""
        return self.tokens[place].start + len(self.tokens[place].text)

    def variable(self, place: int) -> str:
        """The name of a variable, if the token is one."""
        return name(self.tokens[place])

    def opened(self, place: int, bracket: str = "{") -> int:
        """The token, which must be that bracket."""
        if self.word(place) != bracket:
            raise self.refused(place)
        return place

    def behind(self, place: int) -> int:
        """The next token, or for one that opens a bracket the one behind its end."""
        return self.closing.get(place, place) + 1

    def refused(self, place: int) -> QueryRefused:
        """The error for a token at which this reading stops."""
        token = self.tokens[min(place, len(self.tokens) - 1)]
        line = self.text.count("\n", 0, token.start) + 1
        return QueryRefused(
            f"line {line}: a query with SERVICE cannot be taken apart at {token.text[:40]!r}",
            hint="set every keyword apart from others with a space, and keep to SPARQL 1.1",
        )

    def _paired(self) -> dict[int, int]:
        pairs: dict[int, int] = {}
        open_places: list[int] = []
        depth = 0
        for place, token in enumerate(self.tokens):
            if token.text in CLOSING:
                open_places.append(place)
                depth += token.text == "{"
                if depth > DEEPEST_GROUP:
                    raise TooDeep
            elif open_places and token.text == CLOSING[self.tokens[open_places[-1]].text]:
                depth -= token.text == "}"
                pairs[open_places.pop()] = place
            elif token.text in CLOSING.values():
                raise self.refused(place)
        if open_places:
            raise self.refused(open_places[-1])
        return pairs


def name(token: Token) -> str:
    """The name of a variable without its mark; empty for any other token."""
    return token.text[1:] if _VARIABLE.fullmatch(token.text) else ""


def names(tokens: Iterable[Token]) -> dict[str, None]:
    """The names of the variables among some tokens, each once, in their order."""
    return dict.fromkeys(found for token in tokens if (found := name(token)))
