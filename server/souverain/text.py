"""The articles: their text as it is, its sentences, and spans that are quoted from it.

A text is read as bytes and decoded, never normalised or stripped; offsets are Python slices of
Unicode code points, end excluded (Web Annotation, TextPositionSelector).
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from souverain import files, tsv
from souverain.errors import DataError, Finding
from souverain.files import Project

METADATA = "articles.toml"
SENTENCES = "sentences.tsv"
NO_FACTS = "no-facts.tsv"
# What the table of an article must say, and in what type.
DEMANDED = {"file": str, "sha256": str, "language": str, "published": dict}
DEMANDED_OF_A_DATE = {"edtf": str, "basis": str}
# What it may say besides, each a text.
TOLD = ("title", "author", "publisher", "url", "accessed", "licence")
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
    """One article: its metadata, its text, and where its sentences end.

    `told` has what else is known of it, by the names in `TOLD`.
    """

    slug: str
    file: str
    sha256: str
    language: str
    published: Publication
    text: str
    sentences: Sequence[tuple[int, int]] = ()
    told: Mapping[str, str] = field(default_factory=dict)

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
    """The table of each article; raises `DataError` for one that lacks what all must have."""
    path = project.seeds / METADATA
    name = project.name(path)
    try:
        tables = tomllib.loads(project.read(path))
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"at line (\d+)", str(fault))
        raise _fault(
            name, "articles", f"not TOML: {fault}", "mend that file", int(line[1]) if line else 0
        ) from fault
    for slug, table in tables.items():
        _demand(name, f"[{slug}]", table, DEMANDED)
        _demand(name, f"[{slug}.published]", table["published"], DEMANDED_OF_A_DATE)
    return tables


def _demand(name: str, head: str, table: object, demanded: Mapping[str, type]) -> None:
    for key, kind in demanded.items():
        if not isinstance(table, dict) or not isinstance(table.get(key), kind):
            what = "table" if kind is dict else "text"
            raise _fault(
                name, "articles", f"{head} has no {what} {key!r}", "see the tables of the others"
            )


def _sentences(project: Project) -> dict[str, list[tuple[int, int]]]:
    """The bounds of each article's sentences, in the order of the text."""
    bounds: dict[str, list[tuple[int, int]]] = {}
    path = project.seeds / SENTENCES
    if not path.exists():
        return bounds
    rows = tsv.read(path, project.name(path), article=str, sentence=int, start=int, end=int)
    for article, _, start, end in rows:
        bounds.setdefault(article, []).append((start, end))
    return bounds


def _text(path: Path, name: str, sha256: str) -> str:
    """The text of an article, whose bytes must be those that its metadata vouches for."""
    if not path.is_file():
        hint = "restore the article; claims are quoted from it"
        raise _fault(name, "article-missing", "the article is not there", hint)
    text = files.read(path, name)
    if (found := hashlib.sha256(text.encode("utf-8")).hexdigest()) != sha256:
        raise _fault(
            name,
            "article-sha256",
            f"the article was altered: its SHA-256 is {found}, {METADATA} says {sha256}",
            "restore the article as it was; a corrected text is a new version",
        )
    return text


def _fault(file: str, rule: str, message: str, hint: str, line: int = 0) -> DataError:
    finding = Finding(file, line, "", rule, message, hint)
    return DataError(f"{file}: {message}", hint=hint, findings=[finding])


def load(project: Project) -> dict[str, Article]:
    """Every article by its slug; raises `DataError` where one is missing or altered."""
    metadata, sentences = _metadata(project), _sentences(project)
    if strange := sorted(sentences.keys() - metadata.keys()):
        name = project.name(project.seeds / SENTENCES)
        hint = f"write its table into {METADATA}, or take its rows out"
        raise _fault(name, "articles", f"no article is called {strange[0]!r}", hint)
    articles = {}
    for slug, row in sorted(metadata.items()):
        path = project.seeds / row["file"]
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
            text=_text(path, project.name(path), row["sha256"]),
            sentences=tuple(sentences.get(slug, ())),
            told={key: str(row[key]) for key in TOLD if row.get(key)},
        )
    return articles


def no_facts(project: Project) -> dict[tuple[str, int], str]:
    """The reason why a sentence, by its article and number, states no fact."""
    path = project.seeds / NO_FACTS
    if not path.exists():
        return {}
    rows = tsv.read(path, project.name(path), article=str, sentence=int, reason=str)
    return {(article, sentence): reason for article, sentence, reason in rows}
