"""Claims made of accepted drafts: of all that can be one, with why the others cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from souverain.errors import DataError, Finding, UnknownName
from souverain.files import Project
from souverain.intake import drafts
from souverain.publish.authored import Authored
from souverain.publish.intake import claiming, holding, paying
from souverain.publish.intake.accepted import Accepted
from souverain.publish.intake.announcing import announcement
from souverain.publish.intake.claiming import Scene
from souverain.publish.intake.entities import Entities
from souverain.publish.intake.writing import Writing
from souverain.text import Article

MAKERS: Mapping[str, Callable[[Scene, Accepted], None]] = {
    "stake": holding.stake,
    "acquisition": holding.acquisition,
    "merger": claiming.merger,
    "role": claiming.role,
    "partnership": claiming.partnership,
    "amount": paying.amount,
    "funding": paying.funding,
    "lifecycle": claiming.lifecycle,
}


@dataclass(frozen=True)
class Made:
    """The claims that were made, not written yet: the scene that has them, and of which drafts."""

    scene: Scene
    authored: Authored
    rows: Sequence[Accepted]


@dataclass(frozen=True)
class Maker:
    """Makes claims of an article in a project.

    `everything` is all that was accepted of it, and `done` the IRIs of the claims that each draft
    among it is already.
    """

    project: Project
    article: Article
    everything: Sequence[Accepted]
    done: Mapping[str, Sequence[str]]
    base: str

    def make(self, rows: Sequence[Accepted], held: dict[str, Finding]) -> Made:
        """The claims of the drafts that are not held and can be one.

        Those that cannot are added to `held`, each with why; nothing of theirs is in the claims.
        Raises `DataError` with a finding for each draft where none can become a claim.
        """
        while sound := [row for row in rows if row.id not in held]:
            made = self._begun(sound)
            faults = self._faults(made)
            if not faults:
                return made
            held.update(faults)
        raise DataError(
            f"nothing was published: {len(held)} drafts cannot become claims",
            hint="edit or reject them with: souverain review",
            findings=list(held.values()),
        )

    def _begun(self, rows: Sequence[Accepted]) -> Made:
        authored = Authored(self.project, self.base)
        persons = {name for row in rows for name in row.candidate.names("person")}
        kinds = {name: kind for row in rows for name, kind in row.kinds.items()}
        entities = Entities(authored, kinds, persons)
        scene = Scene(Writing(self.article), entities, self.base)
        for row in self.everything:
            scene.writing.of_draft[row.id] = [URIRef(iri) for iri in self.done.get(row.id, ())]
        return Made(scene, authored, rows)

    def _faults(self, made: Made) -> dict[str, Finding]:
        """Write the claim of each draft, announcements last; why those are none that cannot be."""
        name = self.project.name(drafts.path(self.project, self.article.slug))
        faults: dict[str, Finding] = {}
        rows = [row for row in made.rows if not row.claim]
        for row in sorted(rows, key=lambda row: row.candidate.kind == "announcement"):
            try:
                self._claim(made.scene, row)
            except (DataError, UnknownName) as fault:
                faults[row.id] = Finding(name, 0, row.id, "draft", str(fault), fault.hint)
        return faults

    def _claim(self, scene: Scene, row: Accepted) -> None:
        if row.candidate.kind == "announcement":
            announcement(scene, row, [other for other in self.everything if other is not row])
        else:
            MAKERS[row.candidate.kind](scene, row)
