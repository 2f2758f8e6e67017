"""The page of an entity: what is said of it, by whom, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from souverain.document import Document
from souverain.pages.entity import identity, layouts, taking
from souverain.pages.entity.blocks import BLOCKS
from souverain.pages.entity.layouts import Layout, Subject
from souverain.pages.entity.sections import SECTIONS
from souverain.pages.entity.taking import Found
from souverain.pages.page import Page
from souverain.pages.picture import ownership

# Its parts in order: those that sections.py tells of, and what the project adds of its own.
OWNERSHIP = ("held_by", "holds", "between")
ADDED = {
    "computed": layouts.computed,
    "discrepancies": layouts.differing,
    "wikidata": layouts.linked,
    "counts": layouts.counted,
    "everything": layouts.others,
}
LAYOUTS: Mapping[str, Layout] = {
    "claims": layouts.claims,
    "opinions": layouts.claims,
    "holdings": layouts.held,
    "operations": layouts.operated,
    "mentions": layouts.printed,
}
FORMS = {section.name: section.layout for section in SECTIONS}
ORDER = (
    *OWNERSHIP,
    "computed",
    "discrepancies",
    *(name for name in FORMS if name not in OWNERSHIP),
    "wikidata",
    "counts",
    "everything",
)
# Which end of a stake the entity is in the picture of a part.
PICTURES = {"held_by": "target", "holds": "holder"}
# A page with more parts than this begins with a list of them.
FEW = 3


class Part(NamedTuple):
    """A part of the page: its name, how it is laid out, what it holds, and its query."""

    name: str
    layout: str
    content: object
    found: Found
    left: int
    iri: str


class Picture(NamedTuple):
    """A picture of a part: its own address, and that of the page that explains it."""

    name: str
    image: str
    page: str


def view(page: Page, iri: str) -> Document:
    """The page of an entity, in HTML."""
    subject = Subject(page, iri, {name: taking.found(page, name, iri) for name in BLOCKS})
    parts = [part for name in ORDER if (part := _part(subject, name))]
    return page.render(
        "entity.html",
        about=identity.of(page, iri),
        counts=[int(row[1]) for row in subject.found["counts"].rows],
        parts=parts,
        has_contents=len(parts) > FEW,
        pictures=[_picture(page, iri, part.name) for part in parts if part.name in PICTURES],
    )


def _picture(page: Page, iri: str, name: str) -> Picture:
    ends = {PICTURES[name]: iri}
    return Picture(
        name=name,
        image=ownership.address(page, **ends),
        page=ownership.address(page, **ends, suffix=""),
    )


def _part(subject: Subject, name: str) -> Part | None:
    """A part, unless there is nothing in it."""
    layout = FORMS.get(name, name)
    make: Callable[[Subject, Found], object] = ADDED.get(name) or LAYOUTS[layout]
    found = subject.found[name]
    content = make(subject, found)
    left = max(0, len(found.things) - layouts.MOST) if name in FORMS else 0
    return Part(name, layout, content, found, left, subject.iri) if content else None
