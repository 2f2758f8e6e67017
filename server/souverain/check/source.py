"""What is checked: the Turtle files of a project as texts, graphs, and places to point at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse
from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from souverain import rules, text, ttl
from souverain.check.shapes import label
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.text import Article

RDF_TYPE = NamedNode(str(RDF.type))


class File:
    """One Turtle file: its name, its text, and what the text says, read when it is asked for."""

    def __init__(self, name: str, content: str) -> None:
        self.name = name
        self.content = content

    @cached_property
    def graph(self) -> Graph:
        """The graph that the text holds; raises `TurtleError`."""
        return ttl.parse(self.content, self.name)

    @cached_property
    def described(self) -> list[str]:
        """The IRIs that have a class here, in order: the engine is quick to find them."""
        found = {row.subject for row in triples_of(self.content) if row.predicate == RDF_TYPE}
        return sorted(node.value for node in found if isinstance(node, NamedNode))

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line, from 1, at which each block begins, by its first line."""
        numbered = enumerate(self.content.split("\n"), start=1)
        heads = ((line.rstrip(), number) for number, line in numbered if line[:1].strip())
        return dict(reversed(list(heads)))

    def line(self, node: Node) -> int:
        """The line, from 1, at which the node's block begins; 0 where it has none here."""
        return self.lines.get(ttl.shorten(str(node))) or self.lines.get(f"<{node}>", 0)


@dataclass
class Source:
    """A project's files and articles, read once for all checks.

    `apart` are the files of the graph that say what was, or what others say; `no_facts` has the
    reason why a sentence, by its article and number, states no fact. `sound` has the texts of files
    that were in order together, by their names; it is empty where nothing is known to be.
    """

    project: Project
    language: str = "en"
    files: list[File] = field(default_factory=list)
    apart: list[File] = field(default_factory=list)
    ontology: list[File] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)
    no_facts: dict[tuple[str, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sound: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> list[File]:
        """The graph's files that are to be looked at each by itself: not those that are sound."""
        return [file for file in self.files if not self.is_sound(file)]

    def is_sound(self, file: File) -> bool:
        """Whether a file is known to be in order, to the last character.

        Where anything is, the ontology is: it is what the others are in order by.
        """
        return self.sound.get(file.name) == file.content or (
            bool(self.sound) and file.name.startswith("ontology/")
        )

    @cached_property
    def difference(self) -> set[Triple]:
        """What the graph's files say more or less than those that were sound."""
        now = {file.name: file.content for file in (*self.files, *self.apart)}
        was = self.sound
        found: set[Triple] = set()
        for name in now.keys() | was.keys():
            if now.get(name) != was.get(name):
                found |= set(triples_of(was.get(name, ""))) ^ set(triples_of(now.get(name, "")))
        return found

    @cached_property
    def store(self) -> Store:
        """The same as `data`, in a store that is quick to ask."""
        return rules.store(file.content for file in (*self.files, *self.ontology))

    @cached_property
    def data(self) -> Graph:
        """The union of the graph's files and of the ontology's, for checks that cross files."""
        union = Graph(bind_namespaces="none")
        for file in (*self.files, *self.ontology):
            union += file.graph
        return union

    def of_class(self, kind: URIRef) -> list[NamedNode]:
        """The nodes of a class, whatever files they are in."""
        found = self.store.quads_for_pattern(None, RDF_TYPE, NamedNode(str(kind)))
        return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]

    def subjects(self, kind: URIRef) -> Iterator[tuple[File, Node]]:
        """Each node of a class with the changed file that describes it, in file and IRI order."""
        for file in self.changed:
            for node in sorted(file.graph.subjects(RDF.type, kind), key=str):
                yield file, node

    def finding(self, node: Node, rule: str, message: str, hint: str) -> Finding:
        """A finding about a node, at the file and line where its block begins."""
        whole = URIRef(str(node).partition("#")[0])
        for file in (*self.files, *self.apart):
            line = file.line(node) or file.line(whole)
            if line:
                named = self._named(node)
                return Finding(file.name, line, named, rule, message, hint)
        return Finding("graph/", 0, ttl.shorten(str(node)), rule, message, hint)

    def _named(self, node: Node) -> str:
        """The node by its short IRI and by what a person calls it."""
        name = label(self.data, str(node), self.language)
        whole, _, part = str(node).partition("#")
        iri = f"{ttl.shorten(whole)}#{part}" if part else ttl.shorten(whole)
        return iri if str(node) in name or iri == name else f"{iri} ({name})"


def triples_of(content: str) -> Iterator[Triple]:
    """The triples of a Turtle text as the engine reads them, its numbers as they are written."""
    return (quad.triple for quad in parse(content, format=RdfFormat.TURTLE))


def read(
    project: Project, language: str = "en", sound: Mapping[str, str] = MappingProxyType({})
) -> Source:
    """The project's files; what does not parse or is missing is in `findings`."""
    source = Source(project, language, sound=sound)
    if not project.graph_files():
        message, hint = "holds no Turtle file", "make a project with graph: souverain init DIR"
        source.findings.append(Finding("graph/", 0, "", "empty", message, hint))
    split: dict[bool, list[Path]] = {True: [], False: []}
    for path in project.graph_files():
        split[project.is_apart(path)].append(path)
    for paths, files in (
        (split[False], source.files),
        (split[True], source.apart),
        (project.ontology_files(), source.ontology),
    ):
        for path in paths:
            try:
                file = File(project.name(path), project.read(path))
                if not source.is_sound(file):
                    _ = file.graph
                files.append(file)
            except DataError as fault:
                source.findings.extend(fault.findings)
    try:
        source.articles = text.load(project)
        source.no_facts = text.no_facts(project)
    except DataError as fault:
        source.findings.extend(fault.findings)
    return source
