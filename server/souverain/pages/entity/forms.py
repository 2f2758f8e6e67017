"""How the articles name an entity: each printed form, and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from souverain.explanation.facts import local
from souverain.pages.entity.values import Value
from souverain.pages.page import Page

WRONG = frozenset({"Misspelling", "WrongName"})


class Place(NamedTuple):
    """The claim that says what a form names, and where in the texts it is printed."""

    claim: str
    quotes: list[Value]


class Form(NamedTuple):
    """A printed form, what kind of name it is, whether it is a wrong one, and where it stands."""

    text: str
    kind: str
    is_wrong: bool
    places: list[Place]


def forms(page: Page, mentions: Iterable[str]) -> list[Form]:
    """The forms that mentions print, in the order in which they are met."""
    found: dict[tuple[str, str], Form] = {}
    for iri in mentions:
        node = page.site.facts.node(iri)
        printed, kind = node.one("surfaceForm"), node.one("mentionKind")
        form = Form(printed, page.label(kind), local(kind) in WRONG, [])
        found.setdefault((printed, kind), form).places.append(_place(page, iri))
    return list(found.values())


def _place(page: Page, iri: str) -> Place:
    quotes = [
        Value(
            page.t("site.article", name=row.article),
            f"{page.to(f'/articles/{row.article}')}#{row.iri.rpartition('/')[2]}",
        )
        for row in page.told(iri).quotes
    ]
    return Place(iri, quotes)
