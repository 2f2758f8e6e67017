"""The blocks of an entity's page, each by the query that finds what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from souverain.pages.entity.sections import ANY, ATTRIBUTED, SECTIONS, Section

STANDING = "FILTER NOT EXISTS { ?withdrawal sov:withdraws ?thing }"
# What belongs to a claim: its quotes, its dates, and whom its article cites.
PARTS = "(sov:evidence|oa:hasSelector|sov:asOf|sov:attribution|sov:relayedBy)*"
_PROPERTY = re.compile(r"(?:sov:|(?=org:))([\w:]+)")


class Block(NamedTuple):
    """A query in two halves: the columns of its table, and a pattern that finds each `?thing`.

    `pattern` holds `{it}` where the entity stands; `ways` are the properties that lead to it, none
    where any may.
    """

    columns: str
    pattern: str
    after: str = ""
    ways: frozenset[str] = frozenset()

    def select(self, iri: str) -> str:
        """The query for the table of one entity."""
        return f"SELECT {self.columns}\nWHERE {{\n{self._found(iri)}\n}}\n{self.after}".strip()

    def construct(self, iri: str) -> str:
        """The query for the same things as a graph, with what belongs to them."""
        things = f"  {{ SELECT DISTINCT ?thing WHERE {{\n{self._found(iri)}\n  }} }}"
        rest = f"  ?thing {PARTS} ?part . ?part ?property ?value ."
        return f"CONSTRUCT {{ ?part ?property ?value }}\nWHERE {{\n{things}\n{rest}\n}}"

    def _found(self, iri: str) -> str:
        return self.pattern.replace("{it}", f"<{iri}>")


def _of_section(section: Section, earlier: Iterable[Section]) -> Block:
    either = " UNION ".join(f"{{ {_taken(*row)} }}" for row in section.rows)
    lines = [either, STANDING, *_left(section, earlier)]
    lines += [
        "OPTIONAL { ?thing sov:assertedIn ?article }",
        "OPTIONAL { ?thing sov:asOf ?when . ?when sov:edtf ?date ; sov:earliest ?said }",
        "OPTIONAL { ?thing sov:evidence/oa:hasSelector/oa:exact ?quote }",
    ]
    moment = "?said"
    if section.moment != "sov:asOf":
        lines.append(f"OPTIONAL {{ ?thing {section.moment}/sov:earliest ?moment }}")
        moment = "(COALESCE(?moment, ?said))"
    pattern = "\n".join(f"  {line}" for line in lines)
    return Block(
        columns="DISTINCT ?thing ?date ?article ?quote",
        pattern=pattern,
        after=f"ORDER BY {moment} ?article ?thing ?quote",
        ways=_ways(path for _, path in section.rows),
    )


def _ways(paths: Iterable[str]) -> frozenset[str]:
    """The properties that can stand at the end of paths; none where it can be any."""
    written = "|".join(paths)
    return frozenset() if ANY in written else frozenset(_PROPERTY.findall(written))


def _taken(kind: str, path: str) -> str:
    return (f"?thing a sov:{kind} ; {path} " if kind else f"?thing {path} ") + "{it}"


def _left(section: Section, earlier: Iterable[Section]) -> Iterator[str]:
    """What keeps out the claims that an earlier section takes."""
    rows = dict.fromkeys(row for before in earlier for row in before.rows)
    for kind, _ in section.rows:
        if kind:
            paths = [path for other, path in rows if other == kind]
        else:
            paths = [ANY, *(path for _, path in rows if "/" in path)]
        for path in paths:
            yield f"FILTER NOT EXISTS {{ ?thing {path} {{it}} }}"


def _blocks() -> Iterator[tuple[str, Block]]:
    for number, section in enumerate(SECTIONS):
        yield section.name, _of_section(section, SECTIONS[:number])


BLOCKS: Mapping[str, Block] = {
    **dict(_blocks()),
    "computed": Block(
        "?thing ?holder ?target ?status ?percentage ?least ?most ?rule",
        """\
  ?thing a sov:DerivedStake ; sov:target|sov:via|(sov:holder/org:hasMember*) {it} ;
    sov:holder ?holder ; sov:target ?target ; sov:rule ?rule .
  OPTIONAL { ?thing sov:status ?status }
  OPTIONAL { ?thing sov:derivedPercentage ?percentage }
  OPTIONAL { ?thing sov:derivedMin ?least ; sov:derivedMax ?most }""",
        "ORDER BY ?target DESC(?percentage) ?thing",
        frozenset({"holder", "target", "via", "org:hasMember"}),
    ),
    "discrepancies": Block(
        "DISTINCT ?thing ?kind ?note",
        f"""\
  ?thing a sov:Discrepancy ; sov:between/sov:about?/{ANY} {{it}} .
  FILTER NOT EXISTS {{ ?thing sov:between/^sov:withdraws ?withdrawal }}
  OPTIONAL {{ ?thing sov:discrepancyKind ?kind }}
  OPTIONAL {{ ?thing sov:discrepancyNote ?note }}""",
        "ORDER BY ?thing",
    ),
    "wikidata": Block(
        "?thing ?item ?label ?relation ?method ?evidence ?by ?on",
        """\
  ?thing a sov:LinkRecord ; sov:linkSubject {it} ; sov:linkCandidate ?item .
  OPTIONAL { ?thing sov:linkLabel ?label }
  OPTIONAL { ?thing sov:linkRelation ?relation }
  OPTIONAL { ?thing sov:linkMethod ?method }
  OPTIONAL { ?thing sov:linkEvidence ?evidence }
  OPTIONAL { ?thing sov:reviewedBy ?by ; sov:reviewedOn ?on }""",
        "ORDER BY ?thing",
        frozenset({"linkSubject"}),
    ),
    "counts": Block(
        "?article (COUNT(DISTINCT ?thing) AS ?claims)",
        f"""\
  ?thing sov:assertedIn ?article .
  {{ ?thing ?property {{it}} }} UNION {{ ?thing {ATTRIBUTED} {{it}} }}
  {STANDING}""",
        "GROUP BY ?article ORDER BY ?article",
    ),
    "everything": Block(
        "?thing ?property ?class",
        "  ?thing ?property {it} .\n  OPTIONAL { ?thing a ?class }",
        "ORDER BY ?property ?thing",
    ),
}
