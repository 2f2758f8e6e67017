"""What the graph says already of who holds what, to which a draft is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from souverain import iri
from souverain.files import Project
from souverain.intake.catalogue import Catalogue
from souverain.store import Dataset
from souverain.vocab import BASE, SOV


@dataclass(frozen=True)
class Held:
    """A stake that the graph has: its claim, who holds how much of what, and in what state."""

    claim: str
    article: str
    holder: str
    target: str
    percentage: Decimal | None
    status: str


class Published:
    """What the graph says already of who holds what; what was withdrawn does not count."""

    def __init__(self, project: Project, catalogue: Catalogue, base: str = BASE) -> None:
        self.catalogue = catalogue
        dataset = Dataset.load(project, base)
        gone = {
            term.text
            for node, _ in dataset.naming(str(SOV.Withdrawal))
            for key, term in dataset.about(node)
            if key == str(SOV.withdraws)
        }
        self.stakes = [
            _held(claim, dict(dataset.about(claim)), base)
            for claim, _ in dataset.naming(str(SOV.Stake))
            if claim not in gone
        ]

    def iri(self, name: str) -> str:
        """The short IRI of the entity of a name; the name itself where nothing has it."""
        found = self.catalogue.named(name)
        return found.iri if found else name


def _held(claim: str, about: Mapping[str, object], base: str) -> Held:
    def value(name: str) -> str:
        return str(getattr(about.get(str(SOV[name])), "text", ""))

    figure = value("percentage")
    entity = str(iri.entity("", base))
    return Held(
        claim=claim.replace(entity, "id:"),
        article=value("assertedIn").rpartition("/")[2],
        holder=value("holder").replace(entity, "id:"),
        target=value("target").replace(entity, "id:"),
        percentage=Decimal(figure) if figure else None,
        status=value("status").rpartition("#")[2],
    )
