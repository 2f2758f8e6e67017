"""The values of properties as cells of a table: what an entity has, and what a table holds."""

from __future__ import annotations

import math
import re
from typing import Any

from souverain.pages.entity.values import NUMBERS, SHARES, when
from souverain.pages.linked.naming import called
from souverain.pages.page import Page
from souverain.pages.reconcile import things
from souverain.pages.reconcile.forms import Form
from souverain.pages.reconcile.likeness import SAME, likeness
from souverain.store import Term

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d{1,15})?)\s?%?", re.ASCII)
# A value of a table: a text, a number, a truth, or a thing by its identifier.
Given = str | float | bool | dict[str, Any]


def cell(page: Page, name: str, term: Term) -> dict[str, Any]:
    """A value as data extension gives it: a thing of the graph has its identifier and name."""
    if not term.is_iri:
        return _literal(name, term.text)
    if term.text.startswith(things.space(page.site)) and "#" not in term.text:
        return {"id": things.identifier(page.site, term.text), "name": _name(page, term.text)}
    return {"str": worded(page, term)}


def _name(page: Page, iri: str) -> str:
    """What a thing is called, or its whole sentence, whose end says in what state a claim is."""
    if page.site.facts.label(iri, "") or not page.explainer.has_sentence(iri):
        return called(page, iri)
    return str(page.told(iri).sentence)


def worded(page: Page, term: Term) -> str:
    """A value in words; a date that no article prints whole says so."""
    if not term.is_iri:
        return term.text
    node = page.site.facts.node(term.text)
    if node.all("edtf"):
        told = when(page, node)
        return ", ".join(filter(None, (told.text, told.mark)))
    return called(page, term.text) if term.text.startswith(page.site.base) else term.text


def alike(page: Page, term: Term, given: Given) -> float:
    """How well a value of an entity fits one of a table, from 0 to 100."""
    if isinstance(given, dict):
        named = things.find(page.site, given["id"]) or given["id"]
        return SAME if term.is_iri and term.text in (named, given["id"]) else 0.0
    if isinstance(given, bool):
        return SAME if term.text == str(given).lower() else 0.0
    theirs, ours = _number(str(given)), None if term.is_iri else _number(term.text)
    if theirs is not None and ours is not None:
        return SAME if math.isclose(theirs, ours, abs_tol=1e-9) else 0.0
    return max(likeness(Form.of(str(given)), form) for form in _forms(page, term))


def _forms(page: Page, term: Term) -> list[Form]:
    """The texts that a value goes by: an entity has all its names."""
    if not term.is_iri:
        return [Form.of(term.text)]
    node = page.site.facts.node(term.text)
    names = [text for slot in ("skos:prefLabel", "skos:altLabel") for text in node.texts(slot)]
    return [Form.of(text) for text in (*names, worded(page, term), term.text)]


def _literal(name: str, text: str) -> dict[str, Any]:
    if name in SHARES | NUMBERS and (number := _number(text)) is not None:
        return {"int": int(text)} if _WHOLE.fullmatch(text) else {"float": number}
    return {"date": f"{text}T00:00:00Z"} if _DAY.fullmatch(text) else {"str": text}


def _number(text: str) -> float | None:
    """The number that a text is, with a point or a comma; a sign of per cent may follow."""
    found = _NUMBER.fullmatch(text.strip())
    return float(found[0].rstrip("% \u00a0\u202f").replace(",", ".")) if found else None
