"""The links as SSSOM tables: a Simple Standard for Sharing Ontological Mappings, version 1.0.

Each file of links has one beside it, `graph/links/<dataset>.sssom.tsv`, made of its records; see
https://mapping-commons.github.io/sssom/spec-formats-tsv/. A record of absence is a row whose object
is `sssom:NoTermFound`. The standard wants a confidence between 0 and 1: the two numbers stand for
the two words of a record, and are no measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from souverain import tsv, ttl
from souverain.files import Project
from souverain.vocab import BASE, PREFIXES, SOV

ENDING = ".sssom.tsv"
FOLDER = "links"
# What they are all called, from the folder of the graph.
TABLES = f"{FOLDER}/*{ENDING}"
CONFIDENCE = {"verified": "0.95", "probable": "0.6"}
JUSTIFICATION = "semapv:ManualMappingCuration"
NO_TERM = "sssom:NoTermFound"
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "reviewer_label",
    "mapping_date",
    "confidence",
    "object_source",
    "comment",
)
HEAD = """\
#curie_map:
{prefixes}
#mapping_set_id: "{base}graph/links/{name}"
#mapping_set_title: "Links of Souverain to {name}"
#mapping_set_description: "Each link was reviewed, and its record has the evidence. Confidence \
{verified} stands for verified and {probable} for probable: an order, not a measure."
#license: "https://creativecommons.org/licenses/by/4.0/"
#creator_label:
#  - "The Souverain project"
#subject_source: "{base}dataset"
"""
EXTERNAL = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "sssom": "https://w3id.org/sssom/",
}


def tables(project: Project, texts: Mapping[Path, str]) -> dict[Path, str]:
    """The table of each file of links by its path; `texts` are the files of the graph.

    Raises `TurtleError` for one that does not parse.
    """
    folder = project.graph / FOLDER
    links = {path: text for path, text in texts.items() if path.parent == folder}
    if not links:
        return {}
    names = ttl.parse(texts.get(project.graph / "entities.ttl", ""), "graph/entities.ttl")
    return {
        path.with_name(path.stem + ENDING): table(
            path.stem, ttl.parse(text, project.name(path)), names
        )
        for path, text in sorted(links.items())
    }


def table(name: str, links: Graph, names: Graph) -> str:
    """The records of one graph of links as a table; `names` is the graph with the entities' names.

    What the IRIs of the project begin with is read from those of the records.
    """
    base = _base(links)
    rows = sorted([*_links(links, names, base), *_absences(links, names, base)])
    used = {"id", "skos", *EXTERNAL} | {_prefix(cell) for row in rows for cell in (row[0], row[3])}
    known = {**PREFIXES, **EXTERNAL, "id": f"{base}id/"}
    prefixes = "\n".join(
        f'#  {prefix}: "{known[prefix]}"' for prefix in sorted(used & known.keys())
    )
    head = HEAD.format(prefixes=prefixes, base=base, name=name, **CONFIDENCE)
    return head + tsv.write(COLUMNS, rows)


def _links(links: Graph, names: Graph, base: str) -> Iterator[tuple[str, ...]]:
    for record in links.subjects(RDF.type, SOV.LinkRecord):
        subject = links.value(record, SOV.linkSubject)
        candidate = _text(links, record, SOV.linkCandidate)
        yield (
            f"id:{str(subject).removeprefix(f'{base}id/')}",
            _name(names, subject),
            ttl.shorten(_text(links, record, SOV.linkRelation)),
            ttl.shorten(candidate),
            _text(links, record, SOV.linkLabel),
            JUSTIFICATION,
            _text(links, record, SOV.reviewedBy),
            _text(links, record, SOV.reviewedOn),
            CONFIDENCE.get(_text(links, record, SOV.linkConfidence), ""),
            f"{candidate.rpartition('/')[0]}/",
            _comment(links, record, (SOV.linkMethod, SOV.linkEvidence)),
        )


def _absences(links: Graph, names: Graph, base: str) -> Iterator[tuple[str, ...]]:
    for record in links.subjects(RDF.type, SOV.AbsenceRecord):
        subject = links.value(record, SOV.linkSubject)
        yield (
            f"id:{str(subject).removeprefix(f'{base}id/')}",
            _name(names, subject),
            ttl.shorten(str(SKOS.exactMatch)),
            NO_TERM,
            "",
            JUSTIFICATION,
            _text(links, record, SOV.reviewedBy),
            _text(links, record, SOV.reviewedOn),
            "",
            _text(links, record, SOV.absentFrom),
            _comment(links, record, (SOV.linkMethod,)),
        )


def _base(links: Graph) -> str:
    records = sorted(map(str, links.subjects(SOV.linkSubject)))
    return records[0].rpartition("id/")[0] if records else BASE


def _name(names: Graph, subject: Node | None) -> str:
    found = {
        str(getattr(label, "language", "")): str(label)
        for label in names.objects(subject, SKOS.prefLabel)
    }
    return found.get("fr") or found.get("en") or ""


def _comment(links: Graph, record: Node, predicates: Iterable[Node]) -> str:
    return "; ".join(
        text
        for predicate in predicates
        for text in sorted(str(value) for value in links.objects(record, predicate))
    )


def _text(links: Graph, record: Node, predicate: Node) -> str:
    value = links.value(record, predicate)
    return "" if value is None else str(value)


def _prefix(name: str) -> str:
    return name.partition(":")[0]
