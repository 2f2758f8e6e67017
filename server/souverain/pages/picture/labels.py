"""How much is held, in the few words that a picture has room for: as printed first."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from souverain.explanation import Node
from souverain.explanation.facts import local
from souverain.pages.page import Page
from souverain.pages.picture.stakes import Stake
from souverain.pages.picture.standing import Edge
from souverain.vocab import SOV

NO_BREAK = "\u00a0"
_LETTERS = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"\d{4}")


class Piece(NamedTuple):
    """Some words; `look` is figure, quote, computed, state or quiet."""

    text: str
    look: str


def name(page: Page, iri: str) -> str:
    """What a thing is called; the last part of its IRI where it has no name."""
    facts = page.site.facts
    other = "fr" if page.language == "en" else "en"
    found = facts.label(iri, page.language) or facts.label(iri, other)
    return found or re.split(r"[/#]", iri.rstrip("/"))[-1] or iri


def short(page: Page, iri: str) -> str:
    """A name as briefly as the graph has it: an acronym, where there is one."""
    node = page.site.facts.node(iri)
    acronyms = [text for text in node.texts("skos:altLabel") if text.isupper() and len(text) < 7]
    return min(acronyms, key=len, default="") or name(page, iri)


def share(page: Page, stake: Stake) -> list[Piece]:
    """How much a claim says is held."""
    if stake.is_derived:
        return [Piece(f"= {percent(page, stake.drawn)} {between(page, stake)}", "computed")]
    printed = stake.node.one("percentageText").strip()
    size = _size(page, stake)
    if printed and not _LETTERS.search(printed):
        return [Piece(printed.replace(" ", NO_BREAK), "figure")]
    quoted = [Piece(f"«{NO_BREAK}{printed}{NO_BREAK}»", "quote")] if printed else []
    if stake.basis == "Majority":
        return [*([size] if size else []), *quoted]
    return [*quoted, *([size] if size else [])] or [Piece(page.t("ownership.unstated"), "quiet")]


def edge(page: Page, row: Edge) -> list[Piece]:
    """The words on an edge: how much, in what state, and when that was last said."""
    pieces = share(page, row.shown)
    if row.status != "InForce":
        pieces.append(Piece(page.label(str(SOV[row.status])) or row.status, "state"))
    last = max(row.claims, key=lambda stake: stake.since)
    if said := year(last.when):
        pieces.append(Piece(said, "quiet"))
    return pieces


def percent(page: Page, number: Decimal | None) -> str:
    """A share in per cent, as one writes it in the language of the page."""
    if number is None:
        return ""
    digits = page.explainer.writer.words.number(format(number, "f"))
    return f"{digits}{NO_BREAK}%"


def between(page: Page, stake: Stake) -> str:
    """The interval of a computed number, to one decimal."""
    if stake.least is None or stake.most is None or stake.least == stake.most:
        return ""
    tenth = Decimal("0.1")
    rows = [
        page.explainer.writer.words.number(str(bound.quantize(tenth)))
        for bound in (stake.least, stake.most)
    ]
    return f"({rows[0]}–{rows[1]})"


def year(when: Node) -> str:
    """The year of a date, with a question mark where no article prints it."""
    found = _YEAR.match(when.one("edtf"))
    if not found:
        return ""
    return found[0] + ("" if local(when.one("yearBasis")) == "StatedYear" else NO_BREAK + "?")


def _size(page: Page, stake: Stake) -> Piece | None:
    if stake.basis == "NoStake":
        return Piece(page.t("ownership.none"), "figure")
    if stake.computed:
        number = percent(page, stake.drawn)
        return Piece(f"[{number} {page.t('ownership.computed')}]", "computed")
    if stake.basis == "Majority":
        return Piece(f">{NO_BREAK}{percent(page, stake.least or Decimal(50))}", "figure")
    if stake.least is None:
        return None
    if stake.node.all("percentage"):
        return Piece(f"({percent(page, stake.drawn)})", "figure")
    return Piece(f"{percent(page, stake.least)} – {percent(page, stake.most)}", "figure")
