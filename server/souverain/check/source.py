"""What is checked: the Turtle files of a project as texts, graphs, and places to point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from souverain import text, ttl
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.text import Article
from souverain.vocab import OA, SOV

QUOTE_CHARACTERS = 60


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
    """A project's files and articles, read once for all checks."""

    project: Project
    files: list[File] = field(default_factory=list)
    ontology: list[File] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
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
        for file in self.files:
            line = file.line(node) or file.line(whole)
            if line:
                named = f"{ttl.shorten(str(node))}{self._label(file.graph, node)}"
                return Finding(file.name, line, named, rule, message, hint)
        return Finding("graph/", 0, ttl.shorten(str(node)), rule, message, hint)

    def _label(self, graph: Graph, node: Node) -> str:
        """What a person calls the node: its label, else the first words that are its evidence."""
        for label in graph.objects(node, SKOS.prefLabel | RDFS.label):
            return f" ({label})"
        for evidence in sorted(graph.objects(node, SOV.evidence), key=str):
            for exact in graph.objects(evidence, OA.hasSelector / OA.exact):
                words = str(exact)
                cut = words[:QUOTE_CHARACTERS] + "…" * (len(words) > QUOTE_CHARACTERS)
                return f" (« {cut} »)"
        return ""


def _file(project: Project, path: Path) -> File:
    name = project.name(path)
    graph = ttl.read(path, name)
    content = path.read_text(encoding="utf-8")
    numbered = enumerate(content.splitlines(), start=1)
    heads = ((line.rstrip(), number) for number, line in numbered if line[:1].strip())
    return File(name, content, graph, dict(reversed(list(heads))))


def read(project: Project) -> Source:
    """The project's files; what does not parse or is missing is in `findings`."""
    source = Source(project)
    for paths, files in (
        (project.graph_files(), source.files),
        (project.ontology_files(), source.ontology),
    ):
        for path in paths:
            try:
                files.append(_file(project, path))
            except DataError as fault:
                source.findings.extend(fault.findings)
    try:
        source.articles = text.load(project)
    except DataError as fault:
        source.findings.extend(fault.findings or [Finding("seeds", 0, "", "articles", str(fault))])
    return source
