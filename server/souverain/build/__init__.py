"""Making the graph: claims completed, every file in the one form, the derived layer anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from rdflib import Graph

from souverain import rules, sssom, text, ttl
from souverain.build.complete import Completion
from souverain.build.context import context
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.text import Article
from souverain.vocab import BASE

CONTEXT = "context.jsonld"


@dataclass(frozen=True)
class Built:
    """What a build would write, by path, and the files that no longer belong."""

    texts: dict[Path, str]
    stale: list[Path]


def build(project: Project, base: str = BASE) -> Built:
    """Every file of graph and ontology as it should be; nothing is written.

    Raises `DataError` with a finding for each claim that cannot be completed.
    """
    made = graph(project, base)
    ontology = {path: _canonical(project, path) for path in _ontology_files(project)}
    core = ttl.parse(ontology[project.ontology / "core.ttl"], "ontology/core.ttl")
    terms = {project.ontology / CONTEXT: context(core)}
    return Built(ontology | made.texts | terms, made.stale)


def graph(
    project: Project, base: str = BASE, sound: Mapping[str, str] = MappingProxyType({})
) -> Built:
    """The files of the graph alone as they should be, for an act that leaves the ontology be.

    `sound` has the texts of files, by their names, that an earlier build made of the same ontology
    and articles: one that is the same to the last character is left as it is.
    """
    claims = _completed(project, text.load(project), base, sound)
    ontology = [project.read(path) for path in project.ontology_files()]
    own = (content for path, content in claims.items() if not project.is_apart(path))
    derived = rules.derive(project, [*own, *ontology])
    stale = [
        path
        for path in project.graph_files()
        if rules.is_derived(project, path) and path not in derived
    ]
    tables = sssom.tables(project, claims)
    gone = [path for path in sorted(project.graph.glob(sssom.TABLES)) if path not in tables]
    return Built(claims | derived | tables, [*stale, *gone])


def changes(project: Project, built: Built) -> list[Path]:
    """The files that a write would replace or remove."""
    changed = [
        path
        for path, content in built.texts.items()
        if not path.is_file() or path.read_bytes() != content.encode("utf-8")
    ]
    return sorted([*changed, *built.stale])


def write(project: Project, built: Built) -> list[Path]:
    """The files that had to change; all of them are, or none."""
    return sorted(project.write_all(built.texts, built.stale))


def _ontology_files(project: Project) -> Iterator[Path]:
    yield from project.ontology_files()
    yield from project.shapes_files()
    yield from project.example_files()
    yield from (path for path in [project.ontology / "style.ttl"] if path.is_file())


def _canonical(project: Project, path: Path) -> str:
    return ttl.write(ttl.read(path, project.name(path)))


def _completed(
    project: Project, articles: dict[str, Article], base: str, sound: Mapping[str, str]
) -> dict[Path, str]:
    """Each authored file of the graph, an article's with its claims completed."""
    texts: dict[Path, str] = {}
    findings: list[Finding] = []
    for path in project.graph_files():
        if rules.is_derived(project, path):
            continue
        name = project.name(path)
        try:
            content = project.read(path)
            if sound.get(name) == content:
                texts[path] = content
                continue
            graph = ttl.parse(content, name)
            if path.stem in articles and path.parent == project.graph:
                graph = _complete(graph, articles[path.stem], base)
            texts[path] = ttl.write(graph)
        except DataError as fault:
            findings += _located(project, path, fault)
    if findings:
        raise DataError(f"nothing was built: {len(findings)} at fault", findings=findings)
    return texts


def _complete(draft: Graph, article: Article, base: str) -> Graph:
    completion = Completion(draft, article, base)
    if completion.faults:
        found = [Finding("", 0, "", "claim", str(fault), fault.hint) for fault in completion.faults]
        raise DataError("some claims cannot be completed", findings=found)
    return completion.graph


def _located(project: Project, path: Path, fault: DataError) -> list[Finding]:
    """The findings of a fault, each with the file, and the line where its quote is written."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    placed: Callable[[Finding], Finding] = lambda finding: replace(  # noqa: E731
        finding,
        file=finding.file or project.name(path),
        line=finding.line or _line_of_quote(lines, finding.message),
    )
    return [placed(finding) for finding in fault.findings]


def _line_of_quote(lines: list[str], message: str) -> int:
    quote = message.split("'")[1] if message.count("'") > 1 else ""
    return next((n for n, line in enumerate(lines, 1) if quote and quote in line), 0)
