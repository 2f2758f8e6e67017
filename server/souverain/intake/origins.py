"""Where articles come from: a file, a page of HTML, an address, a folder, or a feed.

Each gives its articles one by one; one that cannot be read is given as its fault, so that the
others go on.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from souverain.errors import BadText, SouverainError, Unreadable
from souverain.intake import feed, fetching, page
from souverain.intake.feed import Entry
from souverain.intake.fetching import Fetched
from souverain.intake.text import Text, decode

SUFFIXES = (".txt", ".html", ".htm", ".xhtml")


class Origin(NamedTuple):
    """An article as it came, or why it did not; `name` is what a message calls it."""

    name: str
    text: Text | None
    fault: SouverainError | None = None


def is_many(source: str) -> bool:
    """Whether a source is a folder."""
    return not fetching.is_url(source) and Path(source).is_dir()


def read(
    source: str, accessed: str, *, private: bool = False, done: Container[str] = ()
) -> Iterator[Origin]:
    """The articles of a source, in the order of the names of files or of the feed.

    `accessed` is the day that an address is fetched on; the entries of a feed whose addresses are
    in `done` are left out. Raises `SouverainError` where the source itself cannot be read.
    """
    if is_many(source):
        yield from _folder(Path(source))
        return
    if fetching.is_url(source):
        fetched = fetching.fetch(source, private=private)
        name, content, url = source, fetched.content, fetched.url
    else:
        name, content, url = source, _bytes(Path(source)), ""
    if feed.is_feed(content) and not page.is_page(content):
        yield from _feed(content, name, url, accessed, private, done)
    else:
        yield Origin(name, article(content, name, url, accessed))


def article(content: bytes, name: str, url: str = "", accessed: str = "") -> Text:
    """The article in the bytes of a file or page, in a language not told; raises `BadText`."""
    if page.is_page(content, name):
        found = page.article(content, name, url)
    else:
        found = Text("", decode(content, name), language="", url=url)
    return replace(found, accessed=accessed) if url else found


def _folder(folder: Path) -> Iterator[Origin]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if not files:
        suffixes = ", ".join(SUFFIXES)
        raise BadText(str(folder), f"it holds no file that ends in {suffixes}", "name a folder")
    for path in files:
        name = str(path)
        try:
            yield Origin(name, article(_bytes(path), name))
        except SouverainError as fault:
            yield Origin(name, None, fault)


def _feed(
    content: bytes, name: str, url: str, accessed: str, private: bool, done: Container[str]
) -> Iterator[Origin]:
    found = feed.read(content, name, url)
    if found.fault:
        hint = f"its {len(found.entries)} whole entries are taken"
        yield Origin(name, None, BadText(name, f"the feed is broken: {found.fault}", hint))
    for number, entry in enumerate(found.entries, start=1):
        if entry.url in done:
            continue
        told = entry.url or f"{name}, entry {number}"
        try:
            yield Origin(told, _entry(entry, told, found.title, accessed, private))
        except SouverainError as fault:
            yield Origin(told, None, fault)


def _entry(entry: Entry, name: str, publisher: str, accessed: str, private: bool) -> Text:
    """The article that an entry leads to, with what the feed says where the page does not."""
    if entry.url:
        got = fetching.fetch(entry.url, private=private)
    else:
        body = f"<html><body><article>{entry.content}</article></body></html>"
        got = Fetched("", "text/html", body.encode("utf-8"))
    text = article(got.content, name, got.url, accessed)
    return replace(
        text,
        title=text.title or entry.title,
        author=text.author or entry.author,
        publisher=text.publisher or publisher,
        published=entry.published or text.published,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(str(path), f"cannot be read: {fault.strerror}") from fault
