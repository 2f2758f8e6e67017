"""Permanent links: an address that names the version of the data that it was made of."""

from __future__ import annotations

from souverain.errors import NoSuchPage
from souverain.pages.page import VERSION, Page

TOLD_CHARACTERS = 80


def check(page: Page) -> None:
    """Raise `NoSuchPage` for a page of another version of the data than the one that is here."""
    asked, served = page.parameters.text(VERSION), page.site.version
    if asked and asked not in (served, str(page.site.number)):
        raise NoSuchPage(
            f"{page.asked.path}?{VERSION}={asked[:TOLD_CHARACTERS]}",
            [(page.here(version=""), page.t("linked.served_version", version=served))],
            hint=f"this server has one version of the data alone: {served}",
        )
