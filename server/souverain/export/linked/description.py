"""What the dataset says of itself, for formats that name it.

Nothing is said for others: data without a licence or a maker are told without.
"""

from __future__ import annotations

from dataclasses import dataclass

from souverain.explanation.facts import Node
from souverain.export import rdf
from souverain.export.records import reading
from souverain.export.records.model import Label
from souverain.export.selection import UNDATED, Selection

# Of data that say nothing of themselves.
TITLES = (Label("RDF data", "en"), Label("Données RDF", "fr"))
DESCRIPTIONS = (
    Label("Data that do not describe themselves.", "en"),
    Label("Des données qui ne se décrivent pas elles-mêmes.", "fr"),
)


@dataclass(frozen=True)
class Description:
    """A dataset; `version` is the SHA-256 of its canonical N-Quads, `date` that of the version.

    `maker` is the IRI under which its `creator` is named. What is not said is empty.
    """

    iri: str
    titles: tuple[Label, ...]
    descriptions: tuple[Label, ...]
    rights: tuple[Label, ...]
    licence: str
    creator: str
    languages: tuple[str, ...]
    date: str
    version: str

    @property
    def maker(self) -> str:
        """The IRI of who made it."""
        return f"{self.iri}#publisher" if self.creator else ""


def read(selection: Selection) -> Description:
    """The description of the whole dataset from which something is selected."""
    iri = f"{selection.origin.base}dataset"
    node: Node = selection.node(iri)
    return Description(
        iri=iri,
        titles=reading.labels(node, "dcterms:title") or TITLES,
        descriptions=reading.labels(node, "dcterms:description") or DESCRIPTIONS,
        rights=reading.labels(node, "dcterms:rights"),
        licence=node.one("dcterms:license"),
        creator=node.one("dcterms:creator"),
        languages=tuple(node.texts("dcterms:language")),
        date="" if selection.date == UNDATED else selection.date,
        version=rdf.digest(Selection(selection.origin)),
    )
