"""What is checked: the Turtle files of a project as texts, graphs, and places to point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from souverain import text, ttl
from souverain.check.shapes import label
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.text import Article


@dataclass(frozen=True)
class File:
    """One Turtle file: its name, its text, its graph, and the line of each subject."""

    name: str
    content: str
    graph: Graph
    lines: dict[str, int]

    def line(self, node: Node) -> int:
        """The line, from 1, at which the node's block begins; 0 where it has none here."""
        return self.lines.get(ttl.shorten(str(node))) or self.lines.get(f"<{node}>", 0)


@dataclass
class Source:
    """A project's files and articles, read once for all checks.

    `apart` are the files of the graph that say what was, or what others say; `no_facts` has the
    reason why a sentence, by its article and number, states no fact.
    """

    project: Project
    language: str = "en"
    files: list[File] = field(default_factory=list)
    apart: list[File] = field(default_factory=list)
    ontology: list[File] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)
    no_facts: dict[tuple[str, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def data(self) -> Graph:
        """The union of the graph's files and of the ontology's, for checks that cross files."""
        union = Graph(bind_namespaces="none")
        for file in (*self.files, *self.ontology):
            union += file.graph
        return union

    def subjects(self, kind: URIRef) -> Iterator[tuple[File, Node]]:
        """Each node of a class with the file that describes it, in file and IRI order."""
        for file in self.files:
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


def _file(project: Project, path: Path) -> File:
    name = project.name(path)
    content = project.read(path)
    graph = ttl.parse(content, name)
    numbered = enumerate(content.split("\n"), start=1)
    heads = ((line.rstrip(), number) for number, line in numbered if line[:1].strip())
    return File(name, content, graph, dict(reversed(list(heads))))


def read(project: Project, language: str = "en") -> Source:
    """The project's files; what does not parse or is missing is in `findings`."""
    source = Source(project, language)
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
                files.append(_file(project, path))
            except DataError as fault:
                source.findings.extend(fault.findings)
    try:
        source.articles = text.load(project)
        source.no_facts = text.no_facts(project)
    except DataError as fault:
        source.findings.extend(fault.findings)
    return source
