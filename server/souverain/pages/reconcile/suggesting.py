"""Suggestions while one types, and the small previews beside them (version 0.2, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from markupsafe import escape

from souverain import folding
from souverain.errors import NoSuchPage
from souverain.pages.page import Page
from souverain.pages.reconcile import catalogue, properties, things
from souverain.pages.reconcile.forms import Form
from souverain.pages.reconcile.matching import typed
from souverain.pages.search import index

MOST = 20
MOST_SKIPPED = 1_000_000
# So many are looked through, from which some are skipped.
MOST_FOUND = 1000


class Sort(NamedTuple):
    """What can be suggested: what is found for a text, how one is told, and which one has an id."""

    near: Callable[[Page, str], list[str]]
    told: Callable[[Page, str], dict[str, Any]]
    find: Callable[[Page, str], str]


def suggested(page: Page, sort: Sort) -> dict[str, Any]:
    """What begins with, or is nearly, what was typed; without a text, all there is in order."""
    prefix = page.parameters.text("prefix")
    skipped = page.parameters.whole("cursor", range(MOST_SKIPPED), 0)
    found = sort.near(page, prefix)
    return {"result": [sort.told(page, one) for one in found[skipped : skipped + MOST]]}


def flyout(page: Page, sort: Sort) -> dict[str, str]:
    """The small preview of one; raises `NoSuchPage` for an identifier that nothing has."""
    given = page.parameters.text("id")
    found = sort.find(page, given)
    if not found:
        raise NoSuchPage(
            page.asked.path, hint=f"nothing here has the id {given!r}: take one that was suggested"
        )
    told = sort.told(page, found)
    name, words = escape(told["name"]), escape(told.get("description", ""))
    return {"id": given, "html": f"<p><strong>{name}</strong></p><p>{words}</p>"}


def _entities(page: Page, prefix: str) -> list[str]:
    known = catalogue.of(page.site)
    if not prefix:
        return sorted(known.names, key=lambda iri: folding.bare(things.name(page, iri)))
    named = things.find(page.site, prefix)
    rows = index.of(page.site).near(prefix, MOST_FOUND)
    hits = known.near(Form.of(prefix))
    found = dict.fromkeys([named, *(row.iri for row in rows), *(hit.iri for hit in hits)])
    return [iri for iri in found if iri in known.names]


def _entity(page: Page, iri: str) -> dict[str, Any]:
    return {
        "id": things.identifier(page.site, iri),
        "name": things.name(page, iri),
        "description": things.described(page, iri),
        "notable": typed(page, iri),
    }


def _types(page: Page, prefix: str) -> list[str]:
    return list(
        _named(prefix, {kind: type_name(page, kind) for kind in things.types(page.site).iris})
    )


def type_name(page: Page, kind: str) -> str:
    """What a type is called in the language of the page."""
    return page.label(things.types(page.site).iris[kind]) or kind


def type_told(page: Page, kind: str) -> dict[str, Any]:
    """A type with those right above it."""
    known = things.types(page.site)
    return {
        "id": kind,
        "name": type_name(page, kind),
        "description": page.site.facts.node(known.iris[kind]).one("rdfs:comment", page.language),
        "broader": [{"id": row, "name": type_name(page, row)} for row in known.direct[kind]],
    }


def _type(page: Page, given: str) -> str:
    return given if given in things.types(page.site).iris else ""


def _properties(page: Page, prefix: str) -> list[str]:
    counts = properties.of(page.site).counts
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return list(_named(prefix, {name: properties.label(page, name) for name in order}))


def property_told(page: Page, name: str) -> dict[str, Any]:
    """A property with what it means."""
    words = properties.described(page, name)
    return {
        "id": name,
        "name": properties.label(page, name),
        **({"description": words} if words else {}),
    }


def _named(prefix: str, names: dict[str, str]) -> Iterator[str]:
    """Those whose identifier or name begins with the words, then those that hold them."""
    asked = folding.fold(prefix)
    forms = {key: (folding.bare(key), folding.fold(name)) for key, name in names.items()}
    if prefix in names:
        yield prefix
    begun = [key for key, row in forms.items() if row[1].startswith(asked) or _begins(row, prefix)]
    held = [key for key, row in forms.items() if key not in begun and asked in row[1]]
    yield from (key for key in (*begun, *held) if key != prefix)


def _begins(forms: tuple[str, str], prefix: str) -> bool:
    asked = folding.bare(prefix)
    plain = forms[0].removeprefix(properties.INVERSE)
    return any(text.startswith(asked) for text in (forms[0], plain, plain.rpartition(":")[2]))


SORTS = {
    "entity": Sort(_entities, _entity, lambda page, given: things.find(page.site, given)),
    "property": Sort(
        _properties, property_told, lambda page, given: properties.find(page.site, given)
    ),
    "type": Sort(_types, type_told, _type),
}
