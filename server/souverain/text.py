"""The articles: their text as it is, its sentences, and spans that are quoted from it.

A text is read as bytes and decoded, never normalised or stripped; offsets are Python slices of
Unicode code points, end excluded (Web Annotation, TextPositionSelector).
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from souverain.errors import DataError, Finding
from souverain.files import Project

METADATA = "articles.toml"
SENTENCES = "sentences.tsv"
CONTEXT_CHARACTERS = 32


@dataclass(frozen=True)
class Span:
    """A slice of a text with the characters before and after it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class Publication:
    """When an article was published, as far as is known, and from what that is known."""

    edtf: str
    basis: str
    words: str = ""
    inferred_from: tuple[str, ...] = ()
    note: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Article:
    """One article: its metadata, its text, and where its sentences end."""

    slug: str
    file: str
    sha256: str
    language: str
    published: Publication
    text: str
    sentences: Sequence[tuple[int, int]] = ()

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, with up to 32 characters on either side."""
        before = self.text[max(0, start - CONTEXT_CHARACTERS) : start]
        after = self.text[end : end + CONTEXT_CHARACTERS]
        return Span(start, end, self.text[start:end], before, after)

    def find(self, exact: str, prefix: str = "") -> Span:
        """The one span that reads `exact`, right after `prefix` where that is given.

        Raises `DataError` when the article does not hold the words, or holds them twice.
        """
        needle = prefix + exact
        found = [i for i in range(len(self.text)) if exact and self.text.startswith(needle, i)]
        if len(found) != 1:
            how = "does not stand in" if not found else f"stands {len(found)} times in"
            raise DataError(
                f"the quote {exact!r} {how} article {self.slug}",
                hint="copy the words from the article, character for character"
                if not found
                else "say which one by oa:prefix, the words right before it",
            )
        start = found[0] + len(prefix)
        return self.span(start, start + len(exact))


def _metadata(project: Project) -> Mapping[str, Any]:
    path = project.seeds / METADATA
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise DataError(
            f"{project.name(path)} cannot be read: {fault}", hint="restore or mend that file"
        ) from fault


def _sentences(project: Project) -> dict[str, list[tuple[int, int]]]:
    """The bounds of each article's sentences, in the order of the text."""
    bounds: dict[str, list[tuple[int, int]]] = {}
    path = project.seeds / SENTENCES
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                span = (int(row["start"]), int(row["end"]))
                bounds.setdefault(row["article"], []).append(span)
    return bounds


def _bytes(path: Path, name: str, sha256: str) -> bytes:
    """The bytes of an article, which must be those that its metadata vouches for."""
    if not path.is_file():
        hint = "restore the article; claims are quoted from it"
        raise _fault(name, "article-missing", "the article is not there", hint)
    data = path.read_bytes()
    if (found := hashlib.sha256(data).hexdigest()) != sha256:
        raise _fault(
            name,
            "article-sha256",
            f"the article was altered: its SHA-256 is {found}, {METADATA} says {sha256}",
            "restore the article as it was; a corrected text is a new version",
        )
    return data


def _fault(file: str, rule: str, message: str, hint: str) -> DataError:
    finding = Finding(file, 0, "", rule, message, hint)
    return DataError(f"{file}: {message}", hint=hint, findings=[finding])


def load(project: Project) -> dict[str, Article]:
    """Every article by its slug; raises `DataError` where one is missing or altered."""
    sentences = _sentences(project)
    articles = {}
    for slug, row in sorted(_metadata(project).items()):
        path = project.seeds / row["file"]
        data = _bytes(path, project.name(path), row["sha256"])
        published = row["published"]
        articles[slug] = Article(
            slug=slug,
            file=row["file"],
            sha256=row["sha256"],
            language=row["language"],
            published=Publication(
                edtf=published["edtf"],
                basis=published["basis"],
                words=published.get("words", ""),
                inferred_from=tuple(published.get("inferred_from", ())),
                note=published.get("note"),
            ),
            text=data.decode("utf-8"),
            sentences=tuple(sentences.get(slug, ())),
        )
    return articles
