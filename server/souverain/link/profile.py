"""What the graph knows of an entity, as far as it helps to tell it from others of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from souverain import folding
from souverain.store import Dataset, Term
from souverain.ttl import shorten
from souverain.vocab import PREFIXES, SOV

TYPE = f"{PREFIXES['rdf']}type"
ABOVE = f"{PREFIXES['rdfs']}subClassOf"
REPLACED = f"{PREFIXES['dcterms']}isReplacedBy"
MEMBER = f"{PREFIXES['org']}hasMember"
NOTE = f"{PREFIXES['skos']}editorialNote"
EXACT, CLOSE = f"{PREFIXES['skos']}exactMatch", f"{PREFIXES['skos']}closeMatch"
# A name that an article gets wrong is no name to look for elsewhere, but may be met there.
PREFERRED = f"{PREFIXES['skos']}prefLabel"
NAMES = (PREFERRED, f"{PREFIXES['skos']}altLabel", f"{PREFIXES['skos']}hiddenLabel")
# What an article says of two things in one claim relates them, but for these.
UNRELATED = frozenset(str(SOV[name]) for name in ("Mention", "Opinion", "Discrepancy"))
_QUALIFIED = re.compile(r"\s*\([^()]*\)\s*$")
SHORTEST_WORD = 4


@dataclass(frozen=True)
class Profile:
    """One entity: its names, its classes by their short names, and what the articles say.

    `related` has the entities that a claim names with it, and in what kinds of claims. `years` are
    those of the first and the last article that speak of it. `quotes` are the words of the claims
    that name it, each with its article.
    """

    iri: str
    name: str
    names: tuple[str, ...]
    kinds: frozenset[str]
    related: Mapping[str, frozenset[str]]
    years: tuple[int, int] | None
    quotes: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def short(self) -> str:
        """Its prefixed name."""
        return shorten(self.iri)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that the articles use of it, each in one form, but for those of its names."""
        said = (*(text for _, text in self.quotes), *self.notes, *self.names)
        own = {word for name in self.names for word in folding.words(plain(name))}
        return frozenset(stem for text in said for stem in stems(text)) - own


def plain(name: str) -> str:
    """A name without what tells it apart in brackets: “Shadow (company)” is “Shadow”."""
    return _QUALIFIED.sub("", name) or name


def stems(text: str) -> Iterator[str]:
    """The longer words of a text, each in one form, singular and plural alike."""
    for word in folding.words(text):
        stem = word.rstrip("sx")
        if len(stem) >= SHORTEST_WORD:
            yield stem


class Ground:
    """The entities of a dataset; each profile is read once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._profiles: dict[str, Profile] = {}
        self._texts: dict[str, Mapping[str, tuple[Term, ...]]] = {}

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """The IRIs of the entities that no other replaces, in order."""
        found = {
            subject
            for kind in self._below(str(SOV.Entity))
            for subject, by in self._dataset.naming(kind)
            if by == TYPE
        }
        return tuple(sorted(iri for iri in found if not self._about(iri).get(REPLACED)))

    def matches(self, prefix: str) -> dict[str, dict[str, str]]:
        """The links of each entity to IRIs with a prefix: the relation by IRI."""
        found: dict[str, dict[str, str]] = {}
        for iri in self.entities:
            for relation in (EXACT, CLOSE):
                for term in self._about(iri).get(relation, ()):
                    if term.text.startswith(prefix):
                        found.setdefault(iri, {})[term.text] = relation
        return found

    def profile(self, iri: str) -> Profile:
        """What is known of an entity."""
        if iri not in self._profiles:
            self._profiles[iri] = self._profile(iri)
        return self._profiles[iri]

    def _profile(self, iri: str) -> Profile:
        about = self._about(iri)
        names = [term for kind in NAMES for term in about.get(kind, ())]
        preferred = {term.language: term.text for term in about.get(PREFERRED, ())}
        claims = list(self._claims(iri))
        related: dict[str, set[str]] = {}
        for claim, told in claims:
            for other in self._named(claim) - {iri}:
                related.setdefault(other, set()).add(told)
        return Profile(
            iri=iri,
            name=preferred.get("fr") or preferred.get("en") or shorten(iri),
            names=tuple(dict.fromkeys(term.text for term in names)),
            kinds=frozenset(_local(kind) for kind in self._kinds(iri)),
            related={other: frozenset(told) for other, told in sorted(related.items())},
            years=self._years(iri),
            quotes=tuple(dict.fromkeys(row for claim, _ in claims for row in self._quotes(claim))),
            notes=tuple(term.text for term in about.get(NOTE, ())),
        )

    def _claims(self, iri: str) -> Iterator[tuple[str, str]]:
        """The nodes that name an entity, or a group that it is a member of, each with its kind."""
        for subject, by in self._dataset.naming(iri):
            kinds = self._kinds(subject)
            if by == MEMBER:
                yield subject, "HolderGroup"
                yield from self._claims(subject)
            elif str(SOV.Claim) in kinds and not kinds & UNRELATED:
                direct = self._about(subject).get(TYPE, ())
                yield subject, _local(direct[0].text)

    def _named(self, node: str) -> set[str]:
        """The entities that a node names."""
        values = {
            term.text for terms in self._about(node).values() for term in terms if term.is_iri
        }
        return values & set(self.entities)

    def _years(self, iri: str) -> tuple[int, int] | None:
        days = [
            day.text
            for subject, by in self._dataset.naming(iri)
            if by == str(SOV.mentions)
            for when in self._about(subject).get(str(SOV.asOf), ())
            for side in (SOV.earliest, SOV.latest)
            for day in self._about(when.text).get(str(side), ())
        ]
        years = sorted(int(day[:4]) for day in days)
        return (years[0], years[-1]) if years else None

    def _quotes(self, claim: str) -> Iterator[tuple[str, str]]:
        articles = [term.text for term in self._about(claim).get(str(SOV.assertedIn), ())]
        for evidence in self._about(claim).get(str(SOV.evidence), ()):
            for selector in self._about(evidence.text).get(f"{PREFIXES['oa']}hasSelector", ()):
                for exact in self._about(selector.text).get(f"{PREFIXES['oa']}exact", ()):
                    yield (articles[0].rpartition("/")[2] if articles else ""), exact.text

    def _kinds(self, iri: str) -> set[str]:
        """The classes of a thing, and those above them."""
        waiting = [term.text for term in self._about(iri).get(TYPE, ())]
        found: set[str] = set()
        while waiting:
            kind = waiting.pop()
            if kind not in found:
                found.add(kind)
                waiting += [term.text for term in self._about(kind).get(ABOVE, ())]
        return found

    def _below(self, kind: str) -> Iterator[str]:
        yield kind
        for subject, by in self._dataset.naming(kind):
            if by == ABOVE:
                yield from self._below(subject)

    def _about(self, iri: str) -> Mapping[str, tuple[Term, ...]]:
        """What is said of a thing, by predicate."""
        if iri not in self._texts:
            rows: dict[str, tuple[Term, ...]] = {}
            for predicate, term in self._dataset.about(iri):
                rows[predicate] = (*rows.get(predicate, ()), term)
            self._texts[iri] = rows
        return self._texts[iri]


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
