"""What a shape demands, said in words of one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from rdflib import RDF, SH, BNode, Node, URIRef

from souverain.pages.vocabulary.pieces import Piece, Pieces, code, is_number, local, number, word
from souverain.pages.vocabulary.shapes import TARGETS
from souverain.pages.vocabulary.terms import Vocabulary
from souverain.pages.words import Words
from souverain.ttl import shorten

_SLOT = re.compile(r"\{(\w+)\}")
# A shape within a shape within a shape is followed no further.
DEEPEST = 6
# What says nothing of the values themselves.
UNSAID = frozenset(
    {RDF.type, SH.path, SH.message, SH.sparql, SH.prefixes, SH.select, SH.flags, SH.name}
    | {SH.ignoredProperties, SH.closed, SH.declare, SH.description, SH.order, SH.group, *TARGETS}
)


class Sayer:
    """Says the shapes of one vocabulary in one language."""

    def __init__(self, vocabulary: Vocabulary, words: Words) -> None:
        self.vocabulary = vocabulary
        self.graph = vocabulary.shapes.graph
        self.words = words
        self._sayings: Mapping[URIRef, Callable[[Node, int], Pieces]] = {
            SH["class"]: lambda value, _: self._filled("class", it=self.term(value)),
            SH.datatype: lambda value, _: self._datatype(value),
            SH.nodeKind: lambda value, _: self._table("kind", value),
            SH.node: lambda value, deep: self._nested("node", value, deep),
            SH.property: self._inner_property,
            SH["or"]: lambda value, deep: self._choice("or", value, deep),
            SH.xone: lambda value, deep: self._choice("xone", value, deep),
            SH["and"]: lambda value, deep: self._choice("and", value, deep),
            SH["not"]: lambda value, deep: self._nested("not", value, deep),
            SH["in"]: lambda value, _: self._listed("in", value),
            SH.languageIn: lambda value, _: self._languages(value),
            SH.uniqueLang: lambda value, _: self._flag("unique_language", value),
            SH.deactivated: lambda value, _: self._flag("deactivated", value),
            SH.minLength: lambda value, _: self._length(value),
            SH.pattern: lambda value, _: self._filled("pattern", it=code(str(value))),
        }

    def path(self, shape: Node) -> Pieces:
        """The property, or the way by several, that a property shape speaks of."""
        return self._path(self.graph.value(shape, SH.path))

    def demand(self, shape: Node) -> Pieces:
        """What a property shape demands of the values; never empty."""
        return self._demand(shape, 0, is_counted=True)

    def target(self, shape: Node) -> Pieces:
        """Of what a node shape demands something; empty where it is only used by others."""
        said = [
            self._filled(f"target_{str(name).rpartition('#')[2]}", it=self.term(value))
            for name in TARGETS
            for value in sorted(self.graph.objects(shape, name), key=str)
        ]
        return self._joined(said)

    def closed(self, shape: Node) -> Pieces:
        """That a node shape admits no other properties; empty where it does."""
        if str(self.graph.value(shape, SH.closed)) != "true":
            return ()
        ignored = self.graph.value(shape, SH.ignoredProperties)
        names = [self.term(row) for row in self.graph.items(ignored)] if ignored else []
        if not names:
            return self._filled("closed")
        return self._filled("closed_but", it=self._joined(names, self._plain("and_joint")))

    def term(self, value: Node) -> Pieces:
        """A term by its label, or as it is: a literal, and an IRI that nothing names."""
        if isinstance(value, URIRef):
            label = self.vocabulary.label(str(value), self.words.language)
            return (Piece(label, str(value), is_code=label == str(value)),)
        if is_number(value):
            return word(self._figure(value))
        return code(str(value))

    def _demand(self, shape: Node, deep: int, *, is_counted: bool) -> Pieces:
        if deep > DEEPEST:
            return (Piece("…"),)
        found = dict[Node, list[Node]]()
        for name, value in sorted(self.graph.predicate_objects(shape), key=str):
            if name not in UNSAID:
                found.setdefault(name, []).append(value)
        said = [self._count(found, is_counted), self._qualified(found, deep)]
        between = self._range(found)
        for name, values in found.items():
            said += [self._said(name, value, deep) for value in values]
        return self._joined([*said, between]) or self._filled("anything")

    def _said(self, name: Node, value: Node, deep: int) -> Pieces:
        if isinstance(name, URIRef) and name in self._sayings:
            return self._sayings[name](value, deep)
        local = str(name).rpartition("#")[2]
        if f"shacl.{local}" in self.words:
            return self._filled(local, it=self.term(value))
        return self._filled("other", name=code(shorten(str(name))), it=self.term(value))

    def _count(self, found: dict[Node, list[Node]], is_counted: bool) -> Pieces:
        least, most = (_taken(found, name) for name in (SH.minCount, SH.maxCount))
        if least is None and most is None:
            return self._filled("count_any") if is_counted else ()
        if least == most:
            return self._counted("exactly", str(least))
        if least in (None, "0"):
            return self._counted("at_most", str(most))
        if most is None:
            return self._counted("at_least", str(least))
        return self._filled("between", least=word(least), most=word(most))

    def _counted(self, name: str, count: str) -> Pieces:
        form = {"0": "none", "1": "one"}.get(count, "many")
        if form == "none" and name != "at_least":
            return self._filled("count_none")
        return self._filled(f"{name}_{form}", it=word(count))

    def _range(self, found: dict[Node, list[Node]]) -> Pieces:
        if not {SH.minInclusive, SH.maxInclusive} <= found.keys():
            return ()
        least, most = (found.pop(name)[0] for name in (SH.minInclusive, SH.maxInclusive))
        return self._filled("range", least=word(self._figure(least)), most=word(self._figure(most)))

    def _qualified(self, found: dict[Node, list[Node]], deep: int) -> Pieces:
        shapes = found.pop(SH.qualifiedValueShape, [])
        bounds = {
            SH.minCount: found.pop(SH.qualifiedMinCount, []),
            SH.maxCount: found.pop(SH.qualifiedMaxCount, []),
        }
        found.pop(SH.qualifiedValueShapesDisjoint, None)
        counted: dict[Node, list[Node]] = {name: rows for name, rows in bounds.items() if rows}
        count = self._count(counted, is_counted=False)
        return self._joined(
            self._filled("qualified", count=count, it=self._demand(row, deep + 1, is_counted=False))
            for row in shapes
        )

    def _path(self, path: Node | None) -> Pieces:
        if isinstance(path, BNode):
            for name, value in self.graph.predicate_objects(path):
                if name == SH.alternativePath:
                    ways = [self._path(row) for row in self.graph.items(value)]
                    return self._joined(ways, self._plain("or_joint"))
                if name == RDF.first:
                    return self._joined(map(self._path, self.graph.items(path)), " / ")
                if f"shacl.path_{local(name)}" in self.words:
                    return self._filled(f"path_{local(name)}", it=self._path(value))
        return self.term(path) if path is not None else ()

    def _choice(self, name: str, head: Node, deep: int) -> Pieces:
        rows = [self._demand(row, deep + 1, is_counted=False) for row in self.graph.items(head)]
        kinds = [list(self.graph.predicate_objects(row)) for row in self.graph.items(head)]
        if name == "or" and all(len(k) == 1 and k[0][0] == SH["class"] for k in kinds):
            terms = [self.term(row[0][1]) for row in kinds]
            return self._filled("class", it=self._joined(terms, self._plain("or_joint")))
        return self._filled(name, it=self._joined(rows, self._plain(f"{name}_joint")))

    def _nested(self, name: str, shape: Node, deep: int) -> Pieces:
        if isinstance(shape, URIRef):
            return self._filled(name, it=(Piece(local(shape), str(shape)),))
        return self._filled(name, it=self._demand(shape, deep + 1, is_counted=False))

    def _inner_property(self, shape: Node, deep: int) -> Pieces:
        demand = self._demand(shape, deep + 1, is_counted=True)
        return self._filled("property", path=self.path(shape), it=demand)

    def _listed(self, name: str, head: Node) -> Pieces:
        rows = [self.term(row) for row in self.graph.items(head)]
        return self._filled(name, it=self._joined(rows, ", "))

    def _languages(self, head: Node) -> Pieces:
        codes = [str(row) for row in self.graph.items(head)]
        rows = [self._known("language", code, code) for code in codes]
        return self._filled("languages", it=self._joined(rows, self._plain("or_joint")))

    def _datatype(self, value: Node) -> Pieces:
        return self._known("datatype", local(value), shorten(str(value)))

    def _table(self, table: str, value: Node) -> Pieces:
        return self._known(table, local(value), shorten(str(value)))

    def _known(self, table: str, name: str, otherwise: str) -> Pieces:
        key = f"{table}_{name}"
        return self._filled(key) if f"shacl.{key}" in self.words else code(otherwise)

    def _length(self, value: Node) -> Pieces:
        return self._filled("filled" if str(value) == "1" else "minLength", it=self.term(value))

    def _flag(self, name: str, value: Node) -> Pieces:
        return self._filled(name) if str(value) == "true" else ()

    def _plain(self, name: str) -> str:
        return self.words(f"shacl.{name}")

    def _filled(self, name: str, /, **slots: Pieces) -> Pieces:
        """Words with pieces where they have names in braces."""
        parts = _SLOT.split(self._plain(name))
        pieces: list[Piece] = []
        for place, part in enumerate(parts):
            pieces += slots[part] if place % 2 else [Piece(part)] if part else []
        return tuple(pieces)

    def _figure(self, value: Node) -> str:
        point = "," if self.words.language == "fr" else "."
        return number(value).replace(".", point)

    def _joined(self, rows: Iterable[Pieces], joint: str = "") -> Pieces:
        pieces: list[Piece] = []
        for row in filter(None, rows):
            pieces += [Piece(joint or self._plain("joint")), *row] if pieces else row
        return tuple(pieces)


def _taken(found: dict[Node, list[Node]], name: URIRef) -> str | None:
    values = found.pop(name, [])
    return str(values[0]) if values else None
