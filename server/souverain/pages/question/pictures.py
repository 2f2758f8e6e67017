"""Which picture of the site goes with a question."""

from __future__ import annotations

from typing import NamedTuple

from souverain.pages.page import Page
from souverain.pages.picture import ownership
from souverain.pages.question.asking import Asking

# Parameters whose thing the picture of ownership is about; in this order.
ENDS = ("target", "holder", "initiative")


class Picture(NamedTuple):
    """A picture to be shown, or a page of the site that draws the same; either may be empty."""

    image: str
    page: str
    words: str


def of(page: Page, asking: Asking) -> Picture | None:
    """The picture for a question that has an answer, if there is one for its theme."""
    theme = asking.question.theme
    if theme == "time":
        return Picture("", page.to("/timeline"), page.t("question.see_timeline"))
    if theme != "ownership":
        return None
    given = {name: asking.given[name] for name in ENDS if name in asking.given}
    if not given:
        return Picture("", page.to("/ownership"), page.t("question.see_ownership"))
    end, iri = next(iter(given.items()))
    slug = iri.removeprefix(f"{page.site.base}id/")
    at = {"holder" if end == "holder" else "target": slug, "at": asking.given.get("date", "")}
    image = page.to(f"{ownership.PATH}.svg", **at)
    return Picture(image, page.to(ownership.PATH, **at), page.t("question.see_ownership"))
