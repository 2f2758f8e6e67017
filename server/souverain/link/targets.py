"""The datasets that entities can be linked to: a row for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from souverain.errors import UnknownName, UsageError
from souverain.vocab import PREFIXES


@dataclass(frozen=True)
class Target:
    """One dataset: where it is asked, what its identifiers look like, and what its words mean.

    `protocol` names the way in which candidates are found (`search.FINDERS`). `prefix` is what the
    IRIs of its entities begin with, `pattern` what follows in them, and `page` the address of one
    for people, with `{id}` in it. `properties` gives for each role that the program knows
    (`kind`, `begun`, `country`, `owner`, …) the properties that play it there. A dataset whose
    identifiers are found in the items of another one names that one by `through`, and the property
    that has them by the role `identifier`.
    """

    name: str
    title: str
    protocol: str
    prefix: str
    pattern: str
    page: str
    licence: str
    through: str = ""
    api: str = ""
    query: str = ""
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def iri(self, id: str) -> str:
        """The IRI of an entity of the dataset; raises `UsageError` where that is no identifier."""
        if not self.is_id(id):
            raise UsageError(
                f"{id!r} is no identifier of {self.title}", hint=f"they look like {self.pattern}"
            )
        return self.prefix + id

    def id(self, iri: str) -> str:
        """The identifier within an IRI; empty where it is the IRI of something else."""
        local = iri.removeprefix(self.prefix)
        return local if iri.startswith(self.prefix) and self.is_id(local) else ""

    def is_id(self, text: str) -> bool:
        """Whether a text is an identifier as the dataset gives them."""
        return re.fullmatch(self.pattern, text) is not None

    def read(self, text: str) -> str:
        """The identifier that a person names, alone, by a prefixed name or by its IRI.

        Raises `UsageError` where it is none.
        """
        prefix, _, local = text.partition(":")
        whole = PREFIXES[prefix] + local if prefix in PREFIXES else text
        return self.id(whole) or self.id(self.iri(text))


# The properties of Wikidata, each by what it says; their names were read in public lists of them
# (ontology/alignments/verified.tsv has those that the ontology is aligned with).
WIKIDATA_PROPERTIES = MappingProxyType(
    {
        "kind": ("P31",),
        "kind_above": ("P279",),
        "begun": ("P571", "P577", "P569"),
        "ended": ("P576", "P570"),
        "country": ("P17", "P27"),
        "place": ("P159", "P276", "P131"),
        "site": ("P856",),
        "owner": ("P127",),
        "owned": ("P1830",),
        "parent": ("P749",),
        "subsidiary": ("P355",),
        "chief": ("P169",),
        "chair": ("P488",),
        "founder": ("P112",),
        "employer": ("P108",),
        "part_of": ("P361",),
        "parts": ("P527",),
        "developer": ("P178",),
        "operator": ("P137",),
    }
)

TARGETS: tuple[Target, ...] = (
    Target(
        name="wikidata",
        title="Wikidata",
        protocol="wikibase",
        prefix=PREFIXES["wd"],
        pattern="Q[1-9][0-9]*",
        page="https://www.wikidata.org/wiki/{id}",
        licence="https://creativecommons.org/publicdomain/zero/1.0/",
        api="https://www.wikidata.org/w/api.php",
        query="https://query.wikidata.org/sparql",
        properties=WIKIDATA_PROPERTIES,
    ),
)


def find(name: str, targets: tuple[Target, ...] = TARGETS) -> Target:
    """The target of that name; raises `UnknownName`."""
    for target in targets:
        if target.name == name:
            return target
    raise UnknownName("dataset to link to", name, (target.name for target in targets))
