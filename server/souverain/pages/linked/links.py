"""What a page is to others, in the words of the registry of link relations (RFC 8288)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from souverain.pages.media import TURTLE

if TYPE_CHECKING:
    from souverain.pages.page import Page

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def header(page: Page, others: Sequence[tuple[str, str]]) -> str:
    """The value of the header `Link`; `others` are media types and addresses of the same page."""
    return ", ".join(_links(page, others))


def _links(page: Page, others: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'<{page.canonical}>; rel="canonical"'
    for media_type, href in others:
        yield f'<{href}>; rel="alternate"; type="{media_type}"'
        if media_type == TURTLE:
            yield f'<{href}>; rel="describedby"; type="{media_type}"'
    if page.iri:
        yield f'<{page.address}>; rel="about"'
        yield f'<{LICENCE}>; rel="license"'
    if page.is_permanent:
        yield f'<{page.here(version="")}>; rel="latest-version"'
    else:
        yield f'<{page.here(version=page.site.lasting)}>; rel="bookmark"'
