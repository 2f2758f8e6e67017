"""Drafts of what Wikidata lacks, as commands of QuickStatements V1, for a person to review.

See https://www.wikidata.org/wiki/Help:QuickStatements. Nothing here sends anything. A draft is made
of a fact that is in force, ended, or done, between two items that are linked exactly. What would
look more certain than the article is left out, and the comment says so: an inferred year, a share
that is no exact figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from souverain import ttl
from souverain.errors import UsageError
from souverain.link.comparison import LACKS, Compared
from souverain.link.targets import Target
from souverain.query.evaluation import Query, evaluate
from souverain.store import Dataset
from souverain.vocab import SOV

PROPORTION, START, END, POINT = "P1107", "P580", "P582", "P585"
STATED_IN, URL, RETRIEVED, PUBLISHED, QUOTE = "S248", "S854", "S813", "S577", "S1683"
SOMEVALUE = "somevalue"
# The precision of Wikibase by how many parts of a date an EDTF text has.
PRECISIONS = {1: 9, 2: 10, 3: 11}
LONGEST_QUOTE_CHARACTERS = 1500
# What a reviewer is told of a claim, by the name that it has in the query.
REMARKS = {"via": "held through", "behalf": "held on behalf of", "speaker": "told by"}
HEAD = (
    "# Drafts for QuickStatements (V1). A human must review each: read the article and the item.",
    "# Lines that begin with # are no commands. Nothing was sent.",
)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_DECADE = re.compile(r"(\d{3})X")


@dataclass(frozen=True)
class Draft:
    """A command, the claim that it is of, and what a reviewer has to know."""

    claim: str
    command: str
    remarks: tuple[str, ...]

    def text(self) -> str:
        """The command, with a line above it that says that a person must review it."""
        told = "; ".join([f"REVIEW {ttl.shorten(self.claim)}", *self.remarks])
        return f"# {told}\n{self.command}"


@dataclass(frozen=True)
class Sources:
    """Where articles stand, by their slugs: an item's id or an address; and when that was read."""

    places: Mapping[str, str]
    accessed: str = ""

    @classmethod
    def read(cls, given: Iterable[str], accessed: str, target: Target) -> Sources:
        """From texts such as `003=https://…` or `003=Q…`; raises `UsageError` for any other."""
        places = {}
        for text in given:
            slug, _, place = text.partition("=")
            if not slug or not (target.is_id(place) or place.startswith(("https://", "http://"))):
                raise UsageError(
                    f"{text!r} says of no article where it stands",
                    hint="write: --source 003=https://… or --source 003=Q…",
                )
            places[slug] = place
        if accessed and not time(accessed):
            raise UsageError(
                f"{accessed!r} is no day", hint="write it as YYYY-MM-DD, the day it was read"
            )
        return cls(places, accessed)


def time(edtf: str) -> str:
    """A date as QuickStatements takes it, with its precision; empty where it is not that plain.

    What is uncertain, approximate or a stretch of time is not.
    """
    if decade := _DECADE.fullmatch(edtf):
        return f"+{decade[1]}0-00-00T00:00:00Z/8"
    if not _DATE.fullmatch(edtf):
        return ""
    parts = edtf.split("-")
    padded = "-".join([*parts, "00", "00"][:3])
    return f"+{padded}T00:00:00Z/{PRECISIONS[len(parts)]}"


def drafts(
    dataset: Dataset, rows: Iterable[Compared], query: str, sources: Sources, target: Target
) -> Iterator[Draft]:
    """A draft for each claim of which Wikidata lacks something, where one can be made."""
    facts: dict[str, list[dict[str, str]]] = {}
    solutions = cast("Any", evaluate(dataset.store, Query(query)))
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        told = {name: row[name].value for name in names if row[name] is not None}
        facts.setdefault(told["claim"], []).append(told)
    for compared in rows:
        if compared.verdict == LACKS and compared.claim in facts:
            draft = _draft(compared, facts[compared.claim], sources, target)
            if draft:
                yield draft


def _draft(
    row: Compared, facts: list[dict[str, str]], sources: Sources, target: Target
) -> Draft | None:
    fact, remarks = facts[0], list[str]()
    if row.why == "figure":
        remarks.append("the item has the statement, without the share")
    subject, property = target.id(fact["subjectItem"]), ttl.shorten(row.property).partition(":")[2]
    if row.part == "dates":
        value = _stated(fact, "event", remarks)
        qualifiers: list[str] = []
    else:
        value = target.id(fact.get("objectItem", ""))
        qualifiers = _qualifiers(fact, remarks)
    if not value:
        return None
    remarks += _remarks(fact)
    reference = _reference(facts, sources, remarks)
    return Draft(
        row.claim, "\t".join([subject, property, value, *qualifiers, *reference]), tuple(remarks)
    )


def _qualifiers(fact: Mapping[str, str], remarks: list[str]) -> list[str]:
    found = []
    if percentage := fact.get("percentage"):
        share = (Decimal(percentage) / 100).normalize()
        found += [PROPORTION, f"{share:f}"]
    if begun := _stated(fact, "begun", remarks):
        found += [START, begun]
    if fact["status"] == str(SOV.Ended):
        # It has ended, and must not look as if it had not, whenever that was.
        found += [END, _stated(fact, "ended", remarks) or SOMEVALUE]
    elif not begun and (told := _stated(fact, "told", remarks)):
        found += [POINT, told]
    return found


def _stated(fact: Mapping[str, str], name: str, remarks: list[str]) -> str:
    """A date of a fact; a remark in its place where its year is inferred, or it is not plain."""
    if name not in fact:
        return ""
    edtf, basis = fact[name], fact[f"{name}Basis"]
    if basis != str(SOV.StatedYear):
        remarks.append(f"the date {edtf} is left out, for its year is not stated")
        return ""
    if not (found := time(edtf)):
        remarks.append(f"the date {edtf} is left out, for it is not exact")
    return found


def _remarks(fact: Mapping[str, str]) -> Iterator[str]:
    for name, words in REMARKS.items():
        if name in fact:
            yield f"{words} {fact[name]}"
    if fact.get("isDisputed") == "true":
        yield "another article contradicts it"


def _reference(facts: list[dict[str, str]], sources: Sources, remarks: list[str]) -> Iterator[str]:
    fact = facts[0]
    slug = fact["article"].rpartition("/")[2]
    place = sources.places.get(slug) or _place(fact)
    if place.startswith("http"):
        yield from (URL, f'"{place}"')
        if sources.accessed:
            yield from (RETRIEVED, time(sources.accessed))
    elif place:
        yield from (STATED_IN, place)
    else:
        remarks.append(f"no source is known for article {slug}: name it with --source {slug}=…")
    if published := _stated(fact, "published", []):
        yield from (PUBLISHED, published)
    quotes = (" ".join(row["quote"].split()) for row in facts)
    for quote in dict.fromkeys(quotes):
        if '"' in quote or len(quote) > LONGEST_QUOTE_CHARACTERS:
            remarks.append("a quote is left out, for a command cannot hold it")
        else:
            yield from (QUOTE, f'{fact["language"]}:"{quote}"')


def _place(fact: Mapping[str, str]) -> str:
    item = fact.get("articleItem", "")
    return item.rpartition("/")[2] or fact.get("articleUrl", "")
