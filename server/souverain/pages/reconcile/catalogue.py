"""The names of all entities that a table can be linked to, and which of them are likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from souverain.pages.reconcile.forms import Form
from souverain.pages.reconcile.likeness import likeness
from souverain.pages.search import index
from souverain.pages.search.items import Part
from souverain.pages.search.spellings import Sort

if TYPE_CHECKING:
    from souverain.pages.site import Site

# So many names, of those that share most letters with what is asked, are looked at closely.
LOOKED_AT = 24
# Those that share less than this part of what the closest one shares are not.
LEAST_SHARE = 0.4
# Less alike is nothing alike.
LEAST = 40.0
# What a name is worth by what it is: of what an article merely prints, nobody is sure.
WORTH = {Sort.NAME: 1.0, Sort.VARIANT: 0.99, Sort.HIDDEN: 0.96, Sort.PRINTED: 0.88}


class Spelling(NamedTuple):
    """One way in which an entity is called."""

    iri: str
    form: Form
    sort: Sort


class Hit(NamedTuple):
    """An entity with its best spelling: how like it is, and how much that is worth."""

    iri: str
    likeness: float
    worth: float
    sort: Sort


class Catalogue:
    """The spellings of some entities, ready to be looked through."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._rows = tuple(dict.fromkeys(spellings))
        self._sizes = [len(row.form.parts) for row in self._rows]
        self._places: dict[str, list[int]] = {}
        self._initials: dict[str, list[int]] = {}
        self.names: dict[str, list[Form]] = {}
        for number, row in enumerate(self._rows):
            for part in row.form.parts:
                self._places.setdefault(part, []).append(number)
            if row.form.initials:
                self._initials.setdefault(row.form.initials, []).append(number)
            self.names.setdefault(row.iri, []).append(row.form)

    def near(self, asked: Form) -> list[Hit]:
        """The entities whose names are like what is asked, each once, the likeliest first."""
        best: dict[str, Hit] = {}
        for row in self._likely(asked):
            like = likeness(asked, row.form)
            worth = like * WORTH[row.sort]
            if worth >= LEAST and (row.iri not in best or worth > best[row.iri].worth):
                best[row.iri] = Hit(row.iri, like, worth, row.sort)
        return sorted(best.values(), key=lambda hit: (-hit.worth, hit.sort, hit.iri))

    def _likely(self, asked: Form) -> list[Spelling]:
        """The spellings that share most pairs of letters with what is asked, for their length."""
        shared = Counter[int]()
        for part in asked.parts:
            shared.update(self._places.get(part, ()))
        size = len(asked.parts)
        shares = [
            (2 * count / (size + self._sizes[number]), -number) for number, count in shared.items()
        ]
        closest = nlargest(LOOKED_AT, shares)
        least = closest[0][0] * LEAST_SHARE if closest else 0.0
        found = [-number for share, number in closest if share >= least]
        found += self._initials.get(asked.together, ())
        return [self._rows[number] for number in dict.fromkeys(found)]


def of(site: Site) -> Catalogue:
    """The catalogue of a site."""
    return site.once(__name__, lambda: _made(site))


def _made(site: Site) -> Catalogue:
    found = index.of(site)
    entities = {item.iri for item in found.items if item.part is Part.ENTITY}
    return Catalogue(
        Spelling(row.iri, Form.of(row.text), row.sort)
        for row in found.spellings.rows
        if row.iri in entities and row.sort in WORTH
    )
