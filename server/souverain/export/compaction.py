"""JSON-LD with the names of the ontology's context, so that a program reads `holder`, not an IRI.

The names are those of `ontology/context.jsonld`; a value that its term does not expect says itself
what it is (JSON-LD 1.1, section 4.2.3).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from souverain import files
from souverain.errors import Unwritable
from souverain.export.origin import Subject, key
from souverain.vocab import PREFIXES

TYPE = f"{PREFIXES['rdf']}type"
STRING = f"{PREFIXES['xsd']}string"
VOCAB, ID = "@vocab", "@id"


class Compaction:
    """The names that one context gives."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self.context = context
        self._vocab = str(context.get(VOCAB, ""))
        self._names: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._prefixes: list[tuple[str, str]] = []
        for name, row in context.items():
            if name.startswith("@"):
                continue
            iri = row if isinstance(row, str) else row[ID]
            if isinstance(row, str) and iri[-1:] in "#/":
                self._prefixes.append((name, iri))
            else:
                self._names[iri] = name
                self._kinds[iri] = "" if isinstance(row, str) else row.get("@type", "")
        self._prefixes.sort(key=lambda row: -len(row[1]))

    def node(
        self,
        subject: Subject,
        quads: Iterable[Quad | Triple],
        inside: Callable[[NamedNode], Any] = lambda thing: None,
    ) -> dict[str, Any]:
        """A subject as a node object, its values in the order of the quads.

        `inside` gives what is written in place of an IRI, or nothing.
        """
        found: dict[str, Any] = {ID: self.iri(key(subject))}
        for quad in quads:
            predicate = quad.predicate.value
            if predicate == TYPE and isinstance(quad.object, NamedNode):
                found.setdefault("@type", []).append(self.name(quad.object.value))
            else:
                told = inside(quad.object) if isinstance(quad.object, NamedNode) else None
                value = told or self.value(predicate, quad.object, subject)
                found.setdefault(self.name(predicate), []).append(value)
        return {name: _single(values) for name, values in found.items()}

    def name(self, iri: str) -> str:
        """A property, class or concept: as a term, by its prefix, or whole."""
        local = iri.removeprefix(self._vocab)
        is_bare = local != iri and local not in self.context and ":" not in local
        return self._names.get(iri) or (local if is_bare else self.iri(iri))

    def iri(self, iri: str) -> str:
        """An IRI by its prefix, or whole."""
        for prefix, namespace in self._prefixes:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def value(self, predicate: str, term: object, subject: Subject) -> Any:
        """A value, as short as the term of its property allows."""
        kind = self._kinds.get(predicate, "")
        if isinstance(term, Literal):
            return _literal(term, kind, self)
        if isinstance(term, NamedNode | BlankNode):
            iri = key(term)
            if kind == VOCAB:
                return self.name(iri)
            return self.iri(iri) if kind == ID else {ID: self.iri(iri)}
        raise Unwritable(
            f"{subject} has a triple as a value, which JSON-LD cannot hold",
            hint="choose trig or nquads",
        )


def _literal(term: Literal, kind: str, names: Compaction) -> Any:
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == (kind or STRING):
        return term.value
    if datatype == STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": names.name(datatype)}


def _single(values: Any) -> Any:
    return values[0] if isinstance(values, list) and len(values) == 1 else values


@cache
def of(project: files.Project) -> Compaction:
    """The names of a project's context, or of the packaged one where the project has none."""
    path = project.ontology / "context.jsonld"
    text = project.read(path) if path.is_file() else ""
    packaged = files.packaged()
    text = text or packaged.read(packaged.ontology / "context.jsonld")
    return Compaction(json.loads(text)["@context"])


def head(names: Compaction) -> bytes:
    """What stands before the nodes of a document: its context, embedded."""
    context = json.dumps(names.context, ensure_ascii=False, indent=1, sort_keys=True)
    return f'{{"@context": {context},\n"@graph": [\n'.encode()


def line(node: Any) -> bytes:
    """A node object on a line of its own."""
    return json.dumps(node, ensure_ascii=False).encode("utf-8")
