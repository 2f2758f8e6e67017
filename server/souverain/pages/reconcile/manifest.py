"""What the service says of itself (version 0.2, section 3.1)."""

from __future__ import annotations

from typing import Any

from souverain import __version__
from souverain.pages import assets
from souverain.pages.page import Page
from souverain.pages.reconcile import extending, suggesting, things
from souverain.pages.reconcile.batch import MOST_QUERIES
from souverain.vocab import SOV

PATH = "/reconcile"
VERSIONS = ["0.2"]
# The room of a preview, in pixels.
WIDTH, HEIGHT = 440, 320


def manifest(page: Page) -> dict[str, Any]:
    """The manifest; its addresses keep the language that the address of the service names."""
    origin = page.asked.origin
    return {
        "versions": VERSIONS,
        "name": page.t("reconcile.name"),
        "identifierSpace": things.space(page.site),
        "schemaSpace": str(SOV),
        "documentation": origin + page.to(f"{PATH}.html"),
        "serviceVersion": __version__,
        "logo": origin + assets.address("icon.svg"),
        "view": {"url": f"{origin}/{things.FOLDER}{{{{id}}}}"},
        "feature_view": {"url": f"{origin}{page.to(f'{PATH}.html')}#{{{{id}}}}"},
        "defaultTypes": [
            {"id": kind, "name": suggesting.type_name(page, kind)}
            for kind in things.types(page.site).iris
        ],
        "batchSize": MOST_QUERIES,
        "preview": {
            "url": f"{origin}{_with(page, f'{PATH}/preview', '{{id}}')}",
            "width": WIDTH,
            "height": HEIGHT,
        },
        "suggest": {sort: _suggest(page, sort) for sort in suggesting.SORTS},
        "extend": {
            "propose_properties": {
                "service_url": origin,
                "service_path": page.to(f"{PATH}/properties"),
            },
            "property_settings": extending.settings(page),
        },
    }


def _suggest(page: Page, sort: str) -> dict[str, str]:
    return {
        "service_url": page.asked.origin,
        "service_path": page.to(f"{PATH}/suggest/{sort}"),
        "flyout_service_url": page.asked.origin,
        "flyout_service_path": _with(page, f"{PATH}/flyout/{sort}", "${id}"),
    }


def _with(page: Page, path: str, identifier: str) -> str:
    """An address in which a client puts an identifier."""
    address = page.to(path)
    return f"{address}{'&' if '?' in address else '?'}id={identifier}"
