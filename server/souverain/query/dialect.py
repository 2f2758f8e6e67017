"""Where pyoxigraph 0.5 and the grammar of SPARQL 1.1 Update are two: what each has alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from souverain import syntax
from souverain.query.updates import Operation, beginning, operations, stretches
from souverain.syntax import UPDATE_FORMS, Token

# After these a graph, or a document, may be named.
_NAMING = {"ADD", "COPY", "GRAPH", "LOAD", "MOVE", "NAMED", "SILENT", "TO", "USING", "WITH"}
_KNOWN = {*UPDATE_FORMS, *_NAMING, "ALL", "DATA", "DEFAULT", "INTO", "WHERE", "{", "}", ""}
_SHOWN = re.compile(r"[^\r\n]")


def grown(made: Sequence[Operation]) -> Token | None:
    """The first token that is two words grown together, if there is one.

    The engine takes `CLEARALL` for CLEAR ALL and `WITHex:g` for WITH ex:g. By the grammar they are
    no SPARQL: there the longest token counts (SPARQL 1.1 Query, section 19.8).
    """
    for operation in made:
        before = ""
        for token, word in zip(operation.tokens, operation.outer, strict=True):
            is_named = word.startswith("<") or (":" in word and before in _NAMING)
            if word not in _KNOWN and not is_named:
                return token
            before = word
    return None


def apart(text: str) -> list[str]:
    """Each operation as an update of its own, with all that was declared before it.

    The grammar has declarations after a semicolon (rule 29), the engine has none. Empty where two
    such updates are not what the whole is: where no operation stands before a semicolon, or a blank
    node is named in the data of two (SPARQL 1.1 Update, section 3.1.1).
    """
    found, made = syntax.tokens(text), operations(text)
    *separated, last = stretches(found)
    if any(beginning(found, *part) == part[1] for part in separated) or _share_nodes(made):
        return []
    texts = [f"{row.prologue}\n{row.text}" for row in made]
    is_declared = last[0] < last[1] == beginning(found, *last)
    return [*texts, text[found[last[0]].start :]] if is_declared else texts


def alone(text: str, number: int) -> str:
    """A text in which spaces stand for all operations but one: each place in it is the same."""
    found, place, kept = syntax.tokens(text), 0, []
    for row, (start, end) in enumerate(stretches(found)):
        first = beginning(found, start, end)
        last = end if row == number else first
        if start < last:
            begins, ends = found[start].start, found[last - 1].start + len(found[last - 1].text)
            kept += [_SHOWN.sub(" ", text[place:begins]), text[begins:ends]]
            place = ends
        if row == number:
            break
    return "".join(kept)


def _share_nodes(made: Sequence[Operation]) -> bool:
    named = [
        {token.text for token in row.tokens if token.text.startswith("_:")}
        for row in made
        if row.is_data
    ]
    return sum(map(len, named)) > len(set().union(*named))
