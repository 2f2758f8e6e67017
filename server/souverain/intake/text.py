"""The text of a new article, character for character, with what is known of it.

Nothing is normalised or stripped, a byte-order mark included: offsets are Python slices of Unicode
code points, end excluded (Web Annotation, TextPositionSelector), and the SHA-256 is that of the
bytes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from souverain.errors import BadText
from souverain.text import Article

MOST_BYTES = 1_000_000
BYTE_ORDER_MARK = "\ufeff"
# What a file begins with that is no plain text, however it is named.
SIGNATURES = {
    b"%PDF": ("a PDF", "copy its text into a file of plain text"),
    b"PK\x03\x04": ("a ZIP archive, or a document of a word processor", "save it as plain text"),
    b"\xff\xfe": ("UTF-16", "convert it: iconv -f UTF-16 -t UTF-8 FILE"),
    b"\xfe\xff": ("UTF-16", "convert it: iconv -f UTF-16 -t UTF-8 FILE"),
    b"\x1f\x8b": ("compressed", "unpack it: gunzip FILE"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class Text:
    """One article: its slug, its exact text, its language, and what is known besides.

    `published` is EDTF, `None` where no date is known; the other texts are empty where unknown.
    """

    slug: str
    content: str
    language: str = "fr"
    published: str | None = None
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    accessed: str = ""
    licence: str = ""

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.content.encode("utf-8")).hexdigest()

    @classmethod
    def of(cls, article: Article) -> Text:
        """The text of an article that the project has."""
        edtf = article.published.edtf
        known = None if edtf.startswith("X") else edtf
        return cls(article.slug, article.text, article.language, known)


def decode(content: bytes, name: str) -> str:
    """The text of a file's bytes; `name` is what an error calls the file.

    Raises `BadText` where they are too many, no UTF-8, no text, or hold no word.
    """
    if len(content) > MOST_BYTES:
        raise BadText(
            name,
            f"{len(content):,} bytes are more than the {MOST_BYTES:,} that an article may have",
            "split it into its articles",
        )
    for signature, (what, hint) in SIGNATURES.items():
        if content.startswith(signature):
            raise BadText(name, f"it is {what}, not UTF-8 text", hint)
    text = _decoded(content, name)
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadText(
            name, f"it is binary: U+{ord(found[0]):04X} on line {line}", "give a file of plain text"
        )
    if not re.search(r"\w", text):
        raise BadText(name, "it holds no word", "give a file with the article's text")
    return text


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        if b"\x00" in content:
            raise BadText(name, "it is binary", "give a file of plain text") from fault
        raise BadText(
            name,
            f"line {line} is not UTF-8",
            "convert it, most often with: iconv -f WINDOWS-1252 -t UTF-8 FILE",
        ) from fault
