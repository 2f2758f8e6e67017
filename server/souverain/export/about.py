"""What the data say of themselves: their title, who made them, and how they may be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from souverain.export import records
from souverain.export.losses import Words
from souverain.export.ownership import sentences
from souverain.export.records import Article
from souverain.export.selection import Selection

# The names of licences by their addresses (spdx.org/licenses).
SPDX = {
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/": "CC-BY-SA-4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
}
TITLE = Words("Claims with the words of their articles", "Affirmations avec les mots des articles")
DESCRIPTION = Words(
    "Who owns what, who announced what, when, and which sentence of which article says so.",
    "Qui détient quoi, qui a annoncé quoi, quand, et quelle phrase de quel article le dit.",
)
SILENT = Words("", "")


@dataclass(frozen=True)
class About:
    """A dataset in its own words; what it does not say of itself is empty, but for its title.

    `licence` is an address, `date` a day. `version` is the hash of all data, whatever part of them
    is exported (see `canonical`); `ontology` is the version of their terms, given by hand.
    """

    iri: str
    title: Words
    description: Words
    creator: str
    licence: str
    rights: Words
    version: str
    ontology: str
    date: str

    @property
    def spdx(self) -> str:
        """The name of the licence in the list of SPDX, or its address where that has none."""
        return SPDX.get(self.licence, self.licence)

    @property
    def abstract(self) -> str:
        """What it is, and what its licence leaves to others, as one English text."""
        return " ".join(filter(None, (self.description.en, self.rights.en)))

    @property
    def semver(self) -> str:
        """The version where only a semantic one will do: the date, and the hash as its build."""
        day = ".".join(str(int(part)) for part in self.date.split("-"))
        return f"{day}+{self.version}"

    @property
    def citation(self) -> str:
        """How to cite it, in one line."""
        told = (self.creator, self.title.en, f"version {self.version}", self.date, self.iri)
        return ". ".join(filter(None, told))


def address(told: About, version: str) -> str:
    """The IRI of a version of a dataset, as its pages take it; of no version, nothing."""
    return f"{told.iri}?version={version}" if version else ""


def maker(told: About) -> str:
    """The IRI of who made a dataset, or nothing where it does not say who."""
    return f"{told.iri}#publisher" if told.creator else ""


def about(selection: Selection) -> About:
    """What the data of a selection say of the dataset that they are."""
    base = selection.origin.base
    node = selection.node(f"{base}dataset")

    def words(name: str, else_: Words) -> Words:
        found = Words(node.one(f"dcterms:{name}", "en"), node.one(f"dcterms:{name}", "fr"))
        return found if any(found) else else_

    return About(
        iri=node.iri,
        title=words("title", TITLE),
        description=words("description", DESCRIPTION),
        creator=node.one("dcterms:creator"),
        licence=node.one("dcterms:license"),
        rights=words("rights", SILENT),
        version=selection.origin.version,
        ontology=selection.node(f"{base}ontology").one("owl:versionInfo"),
        date=selection.date,
    )


def sources(selection: Selection) -> Iterator[tuple[Article, str, str]]:
    """Each article with its title, and what is to be known of its date where none is printed."""
    for article in records.articles(selection):
        published = article.published
        is_rough = published is not None and not published.plain
        told = sentences.dated(published, "Published") if published and is_rough else ""
        yield article, f"article {article.slug}", told
