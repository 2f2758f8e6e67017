"""The records: what a class of the ontology says, in Python's own types.

Concepts are told by the end of their IRIs (`InForce`), things by whole IRIs. What is not said is
empty, or `None` where it is a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True)
class Label:
    """A name in a language, which is empty where none is said."""

    text: str
    language: str


@dataclass(frozen=True)
class Identifier:
    """The IRI of the same thing elsewhere; `is_sure` tells a reviewed link from a probable one."""

    iri: str
    is_sure: bool


@dataclass(frozen=True)
class Entity:
    """Who or what exists; `members` are those of a group that is no organization of its own."""

    iri: str
    classes: tuple[str, ...]
    labels: tuple[Label, ...]
    variants: tuple[Label, ...]
    identifiers: tuple[Identifier, ...]
    members: tuple[str, ...] = ()
    notes: tuple[Label, ...] = ()

    def label(self, language: str = "en") -> str:
        """Its name in a language, else in any, else the end of its IRI."""
        names = {row.language: row.text for row in self.labels}
        return names.get(language) or next(iter(names.values()), self.slug)

    @property
    def slug(self) -> str:
        """The end of its IRI."""
        return self.iri.rpartition("/")[2]

    @property
    def is_group(self) -> bool:
        """Whether it is several parties that hold something together."""
        return "HolderGroup" in self.classes


@dataclass(frozen=True)
class When:
    """A date in EDTF, its first and last day, and whether an article prints its year.

    `basis` is `StatedYear`, `InferredYear` or `UnknownYear`; `note` says from what it is inferred.
    """

    iri: str
    edtf: str
    earliest: str
    latest: str
    words: str
    basis: str
    note: str

    @property
    def is_stated(self) -> bool:
        """Whether an article prints its year."""
        return self.basis == "StatedYear"

    @property
    def plain(self) -> str:
        """The date where an article prints it and it is certain, be it a year or month; else ''."""
        return self.edtf if self.is_stated and PLAIN.fullmatch(self.edtf) else ""


@dataclass(frozen=True)
class Article:
    """A press article; `sha256` is that of its text, which stands in `file`."""

    iri: str
    slug: str
    file: str
    sha256: str
    language: str
    published: When | None


@dataclass(frozen=True)
class Quote:
    """Words of an article and where they stand in its text: characters, the end excluded."""

    iri: str
    article: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Said:
    """Somebody whom an article cites, with the article's words for it."""

    speaker: str
    words: str


@dataclass(frozen=True)
class Claim:
    """What all claims have; `is_certain` is whether it held for certain at the date asked for.

    What is derived has `premises` and a `rule` in place of an article and quotes of its own.
    """

    iri: str
    kind: str
    article: str
    as_of: When | None
    modality: str
    quotes: tuple[Quote, ...]
    said: tuple[Said, ...]
    notes: tuple[Label, ...]
    is_certain: bool = True
    premises: tuple[str, ...] = ()
    rule: str = ""

    @property
    def is_derived(self) -> bool:
        """Whether the project computed it."""
        return bool(self.rule)


@dataclass(frozen=True)
class Stake(Claim):
    """That a holder holds of a target, or means to; `members` are those of a joint holder.

    `percentage` is a figure that is printed, or computed where it is derived; else there may be
    bounds, of which `min_exclusive` and `max_exclusive` tell whether they are reached. `interval`
    is what the figure can mean. A remainder, and a share whose size is not said, has no number.
    `joint` tells that the share is of all members together, and of none alone.
    """

    holder: str = ""
    members: tuple[str, ...] = ()
    target: str = ""
    via: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    basis: str = ""
    interest: str = ""
    directness: str = ""
    status: str = ""
    polarity: str = ""
    percentage: Decimal | None = None
    percentage_min: Decimal | None = None
    percentage_max: Decimal | None = None
    min_exclusive: bool = False
    max_exclusive: bool = False
    words: Label | None = None
    interval: tuple[Decimal, Decimal] | None = None
    valid_from: When | None = None
    valid_until: When | None = None
    programme: str = ""
    holding: str = ""
    rank: str = ""
    rank_reason: tuple[Label, ...] = field(default=())

    @property
    def joint(self) -> bool:
        """Whether several hold it together."""
        return bool(self.members)

    @property
    def holders(self) -> tuple[str, ...]:
        """Who holds: the members of a group, else the one holder."""
        return self.members or (self.holder,)

    @property
    def is_remainder(self) -> bool:
        """Whether it is what others leave, without a number."""
        return self.basis == "Remainder"
