"""The entries of a feed: RSS 2.0, RSS 1.0 or Atom (RFC 4287), and of a broken one what is whole.

Parsed by lxml, which goes on after a fault; no entity is resolved and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

from souverain.errors import BadText
from souverain.intake import extras

ENTRIES = ("item", "entry")
# Of what an entry may have, the names in the order in which they are looked for.
LINKS = ("link", "guid", "id")
DATES = ("pubDate", "published", "date", "issued")
AUTHORS = ("creator", "author")
CONTENTS = ("encoded", "content", "description", "summary")
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf:RDF|RDF)[\s>]", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Entry(NamedTuple):
    """One entry; what it does not say is empty, and `content` is HTML."""

    url: str
    title: str
    published: str
    author: str
    content: str


class Feed(NamedTuple):
    """A feed: its name, its whole entries, and what is wrong with it; empty where nothing is."""

    title: str
    entries: tuple[Entry, ...]
    fault: str


def is_feed(content: bytes) -> bool:
    """Whether the bytes of a file begin like a feed."""
    return bool(_FEED.search(content[:2048]))


def read(content: bytes, name: str, url: str = "") -> Feed:
    """The feed in some bytes; `url` is what its links are relative to.

    Raises `BadText` where no entry can be read, and `MissingExtra`.
    """
    extras.demand("intake", "add")
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser) if content.strip() else None
    broken = next(iter(parser.error_log), None)
    fault = f"{name}:{broken.line}: {broken.message}" if broken is not None else ""
    elements = [] if root is None else [e for e in root.iter() if _local(e) in ENTRIES]
    entries = tuple(entry for entry in (_entry(element, url) for element in elements) if entry)
    if not entries:
        raise BadText(
            name, f"the feed holds no entry{f' ({fault})' if fault else ''}", "look at the feed"
        )
    title = next((_text(e) for e in elements[0].getroottree().iter() if _local(e) == "title"), "")
    return Feed(title, entries, fault)


def _entry(element: Any, base: str) -> Entry | None:
    """The entry of an element; nothing where it has neither an address nor a content."""
    parts = [(_local(child), child) for child in element]
    link = next(_links(parts), "")
    content = _first(parts, CONTENTS)
    if not link and not content:
        return None
    return Entry(
        urljoin(base, link) if link else "",
        " ".join(_first(parts, ("title",)).split()),
        _day(_first(parts, DATES)),
        " ".join(_first(parts, AUTHORS).split()),
        content,
    )


def _links(parts: list[tuple[str, Any]]) -> Iterator[str]:
    """The addresses of an entry, the best first: Atom has them in an attribute."""
    for wanted in LINKS:
        for name, child in parts:
            if name != wanted or child.get("rel", "alternate") != "alternate":
                continue
            found = str(child.get("href") or _text(child)).strip()
            if wanted == "link" or found.startswith(("http://", "https://")):
                yield found


def _first(parts: list[tuple[str, Any]], wanted: tuple[str, ...]) -> str:
    return next(
        (text for name in wanted for tag, child in parts if tag == name and (text := _text(child))),
        "",
    )


def _day(text: str) -> str:
    """The day of a date as RFC 3339 or RFC 5322 write it; empty for what is neither."""
    if found := _DAY.match(text.strip()):
        return found[0]
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
