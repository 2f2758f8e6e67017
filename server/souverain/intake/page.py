"""The article within a page of HTML: its text, and what the page says of it.

The library is trafilatura: the text comes in paragraphs, without menus, comments and the like, and
is what is kept, as exact as that of a file. What the page does not say stays empty.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from souverain.errors import BadText
from souverain.intake import extras
from souverain.intake.text import Text, decode

MOST_PAGE_BYTES = 10_000_000
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|\?xml[^>]*>\s*<html)", re.I
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LICENCE = re.compile(r"https?://[^\s<>\"{}|^`\\]+")


def is_page(content: bytes, name: str = "") -> bool:
    """Whether the bytes of a file are a page of HTML, by their beginning or its name."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.match(content[:1024]))


def article(content: bytes, name: str, url: str = "") -> Text:
    """The article of a page, in a language not told; `name` is what an error calls it.

    Raises `BadText` where there is no article in it or it is too large, and `MissingExtra`.
    """
    if len(content) > MOST_PAGE_BYTES:
        raise BadText(
            name,
            f"{len(content):,} bytes are more than the {MOST_PAGE_BYTES:,} that a page may have",
            "save the article's text into a file",
        )
    found = _extracted(content, url)
    text = str(found.get("text") or "")
    if not text.strip():
        raise BadText(
            name, "no article was found in the page", "save the article's text into a file"
        )
    address = _address(str(found.get("url") or ""), url)
    day = _DAY.match(str(found.get("date") or ""))
    licence = _LICENCE.search(str(found.get("license") or ""))
    return replace(
        Text("", decode(text.encode("utf-8"), name), language=""),
        published=day[0] if day else None,
        title=_line(found.get("title")),
        author=_line(found.get("author")),
        publisher=_line(found.get("sitename")),
        url=address,
        licence=licence[0] if licence else "",
    )


def _extracted(content: bytes, url: str) -> dict[str, Any]:
    extras.demand("intake", "add")
    import trafilatura

    found = trafilatura.bare_extraction(
        content,
        url=url or None,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Only what the page itself says of its date: nothing is guessed from its address.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return {} if found is None or isinstance(found, dict) else found.as_dict()


def _address(found: str, asked: str) -> str:
    """The address that the page has for itself, where it is on the host that was asked."""
    host = urlsplit(found).hostname
    is_own = host is not None and (not asked or host == urlsplit(asked).hostname)
    return found if is_own else asked


def _line(value: object) -> str:
    return " ".join(str(value or "").split())
