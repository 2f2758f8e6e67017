"""An update taken apart: its operations, the graphs that they may change, and USING put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from souverain import syntax
from souverain.errors import QueryError
from souverain.query.evaluation import graph
from souverain.syntax import PROLOGUE, Token

_OWN_DATASET = {"USING", "WITH"}
_WHOLE = {"ALL", "NAMED"}
_LOAD = re.compile(r"LOAD (SILENT )?[^ ?$]+( INTO GRAPH [^ ?$]+)?")
# Their graphs are named without the word GRAPH.
_COPYING = {"COPY", "MOVE", "ADD"}


@dataclass(frozen=True)
class Operation:
    """One operation of an update, with all that was declared before it (SPARQL 1.1 Update, 3)."""

    prologue: str
    text: str
    tokens: Sequence[Token]

    @property
    def form(self) -> str:
        """Its first word, such as INSERT."""
        return self.words[0] if self.words else ""

    @cached_property
    def words(self) -> list[str]:
        """Its tokens in capitals."""
        return [token.text.upper() for token in self.tokens]

    @property
    def is_load(self) -> bool:
        """Whether it is a LOAD, as the grammar has it (rule 31)."""
        return _LOAD.fullmatch(" ".join(self.words)) is not None

    @property
    def end(self) -> int:
        """Where it ends in the update."""
        return _end(self.tokens[-1])

    @property
    def named(self) -> str:
        """An INSERT DATA of a quad that names the same document, if any, and the same graph.

        For a LOAD, and where there is a `source`.
        """
        words, texts = self.words, [token.text for token in self.tokens]
        document, graph = "<urn:x>", self.source
        if not graph:
            document = texts[2 if words[1] == "SILENT" else 1]
            graph = texts[words.index("GRAPH") + 1] if "GRAPH" in words else "<urn:x-default>"
        return f"INSERT DATA {{ GRAPH {graph} {{ <urn:x> <urn:x> {document} }} }}"

    @property
    def source(self) -> str:
        """The token of the graph that it copies, and that must be there; empty where none must."""
        words = self.words
        if self.form not in _COPYING or words[1:2] in (["SILENT"], ["DEFAULT"]):
            return ""
        return self.tokens[2 if words[1:2] == ["GRAPH"] else 1].text

    @cached_property
    def outer(self) -> list[str]:
        """The same, with nothing in the place of those inside of brackets."""
        depth, found = 0, []
        for word in self.words:
            depth -= word == "}"
            found.append("" if depth else word)
            depth += word == "{"
        return found

    @property
    def is_data(self) -> bool:
        """Whether it is INSERT DATA or DELETE DATA, which ask nothing of the data."""
        return self.words[1:2] == ["DATA"] and self.form in ("INSERT", "DELETE")

    @property
    def inserting(self) -> str:
        """The same quads as an INSERT DATA."""
        start = self.tokens[0].start
        return (
            f"{self.prologue}\nINSERT{self.text[len(self.tokens[0].text) + start - self.start :]}"
        )

    @property
    def start(self) -> int:
        """Where it begins in the update."""
        return self.tokens[0].start


def operations(text: str) -> list[Operation]:
    """The operations of an update, in order; an update that is no SPARQL may give anything."""
    found, made = syntax.tokens(text), []
    declared: list[str] = []
    for start, end in stretches(found):
        place = beginning(found, start, end)
        declared += _declared(text, found[start:place], declared)
        if place < end:
            own = found[place:end]
            body = text[own[0].start : _end(own[-1])]
            made.append(Operation("\n".join(declared), body, own))
    return made


def stretches(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the parts between semicolons outside of all brackets begin and end."""
    depth = start = 0
    for place, token in enumerate(found):
        depth += (token.text == "{") - (token.text == "}")
        if token.text == ";" and not depth:
            yield start, place
            start = place + 1
    yield start, len(found)


def beginning(found: Sequence[Token], start: int, end: int) -> int:
    """Where the operation of a part begins, after what is declared; its end where it has none."""
    place = start
    while place < end and (word := found[place].text.upper()) in PROLOGUE:
        place = min(place + PROLOGUE[word] + 1, end)
    return place


def _declared(text: str, found: Sequence[Token], before: Sequence[str]) -> Iterator[str]:
    """What is declared, but for what is the same as all that was declared before."""
    if found:
        told = text[found[0].start : _end(found[-1])]
        if list(before) != [told]:
            yield told


def touched(made: Sequence[Operation]) -> set[str] | None:
    """The tokens that name the graphs that an update may change, or nothing where any may be.

    The default graph, which always may be, is not among them.
    """
    names: set[str] = set()
    for operation in made:
        words = operation.words
        if _COPYING & set(words[:1]) or _WHOLE & set(words):
            return None
        for place, word in enumerate(words):
            if "GRAPH" in word and word != "GRAPH" and word[0] not in "<\"'?$":
                return None
            if word in ("GRAPH", "WITH"):
                name = operation.tokens[place + 1].text if place + 1 < len(words) else "?"
                if name[0] in "?$":
                    return None
                names.add(name)
    return names


def over(text: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> str:
    """The update whose WHERE is asked of those graphs (SPARQL 1.1 Protocol, section 2.2.3).

    All that it declares must stand before its first operation. Raises `QueryError` for a name that
    is no IRI, and for an update that names its graphs itself.
    """
    made = operations(text)
    if any(_OWN_DATASET & set(operation.outer) for operation in made):
        raise QueryError(
            "the update names its graphs by USING or WITH, and the request names others",
            hint="name them in one of the two",
        )
    clause = "".join(f"USING {graph(name)}\n" for name in default_graphs)
    clause += "".join(f"USING NAMED {graph(name)}\n" for name in named_graphs)
    prologue = f"{made[0].prologue}\n" if made else ""
    return prologue + " ;\n".join(_with(row, clause) for row in made)


def _with(operation: Operation, clause: str) -> str:
    outer = operation.outer
    if "WHERE" not in outer:
        return operation.text
    if outer[:2] == ["DELETE", "WHERE"]:
        pattern = operation.text[operation.tokens[2].start - operation.start :]
        return f"DELETE {pattern}\n{clause}WHERE {pattern}"
    place = outer.index("WHERE")
    at = operation.tokens[place].start - operation.start
    return f"{operation.text[:at]}\n{clause}{operation.text[at:]}"


def _end(token: Token) -> int:
    return token.start + len(token.text)
