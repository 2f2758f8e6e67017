"""Keeping new articles in a project: text, metadata and sentences, all of them or nothing.

An article is kept where those of the graph are: its bytes in `seeds/`, a table in `articles.toml`,
its rows in `sentences.tsv`. It is in no graph until its drafts are reviewed and published.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from souverain import text as articles
from souverain.errors import AlreadyIn, ReadOnlyProject
from souverain.files import Project
from souverain.intake import sentences
from souverain.intake.likeness import Likeness, Near
from souverain.intake.text import Text

SENTENCES_HEAD = "article\tsentence\tstart\tend\n"
UNKNOWN_DATE = "XXXX"
DIGEST_CHARACTERS = 16


class Shelf:
    """The articles of a project, and those that are like a new one."""

    def __init__(self, project: Project) -> None:
        """Read the articles; raises `DataError` where one of them is missing or altered."""
        self.project = project
        self._read()

    def _read(self) -> None:
        self._known = articles.load(self.project)
        self._by_sha256 = {row.sha256: slug for slug, row in self._known.items()}
        self._likeness = Likeness({slug: row.text for slug, row in self._known.items()})

    @property
    def known(self) -> Mapping[str, articles.Article]:
        """The articles by their slugs."""
        return self._known

    def same(self, text: Text) -> str:
        """The article that has the very same bytes; empty where none has."""
        return self._by_sha256.get(text.sha256, "")

    def near(self, text: Text) -> list[Near]:
        """The articles that are nearly the same, the likest first."""
        return self._likeness.near(text.content)

    def demand_new(self, text: Text, name: str) -> None:
        """Raise `AlreadyIn` for a text that the project has, or has nearly."""
        if slug := self.same(text):
            raise AlreadyIn(name, slug)
        if near := self.near(text):
            raise AlreadyIn(name, near[0].slug, near[0].share)

    def keep(self, texts: Sequence[Text]) -> list[articles.Article]:
        """Keep texts under the next numbers, in their order; all are written, or none.

        Raises `ReadOnlyProject`, and `Unwritten` where the disk is full.
        """
        if not self.project.writable:
            raise ReadOnlyProject
        with _alone(self.project):
            self._read()
            numbered = [
                replace(text, slug=slug) for slug, text in zip(self._slugs(), texts, strict=False)
            ]
            self.project.write_all(self._files(numbered))
        self._read()
        return [self._known[text.slug] for text in numbered]

    def _slugs(self) -> Iterator[str]:
        number = max((int(slug) for slug in self._known if slug.isdecimal()), default=-1)
        while True:
            number += 1
            yield f"{number:03}"

    def _files(self, texts: Sequence[Text]) -> dict[Path, str]:
        seeds = self.project.seeds
        metadata, bounds = seeds / articles.METADATA, seeds / articles.SENTENCES
        tables = _content(self.project, metadata)
        rows = _content(self.project, bounds) or SENTENCES_HEAD
        files = {seeds / file_name(text): text.content for text in texts}
        files[metadata] = tables + "".join(f"\n{table(text)}" for text in texts)
        files[bounds] = rows + "".join(row for text in texts for row in _bounds(text))
        return files


def file_name(text: Text) -> str:
    """What the file of an article is called: its slug and the beginning of its SHA-256."""
    return f"{text.slug}_{text.sha256[:DIGEST_CHARACTERS]}.txt"


def table(text: Text) -> str:
    """What `articles.toml` has of an article."""
    told = {name: getattr(text, name) for name in articles.TOLD}
    basis = "StatedYear" if text.published else "UnknownYear"
    dated = {"edtf": text.published or UNKNOWN_DATE, "basis": basis}
    if text.published:
        dated["words"] = text.published
    head = {"file": file_name(text), "sha256": text.sha256, "language": text.language} | told
    return f"[{text.slug}]\n{_lines(head)}\n[{text.slug}.published]\n{_lines(dated)}"


def _lines(values: dict[str, str]) -> str:
    """Basic strings of TOML 1.0, whose escapes are those of JSON, but for U+007F."""
    written = {
        key: json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        for key, value in values.items()
        if value
    }
    return "".join(f"{key} = {value}\n" for key, value in written.items())


def _bounds(text: Text) -> Iterator[str]:
    for number, (start, end) in enumerate(sentences.split(text.content), start=1):
        yield f"{text.slug}\t{number}\t{start}\t{end}\n"


def _content(project: Project, path: Path) -> str:
    if not path.is_file():
        return ""
    content = project.read(path)
    return content if content.endswith("\n") or not content else f"{content}\n"


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Hold the folder of articles, so that two who add at once do not take one number."""
    folder = os.open(project.seeds, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
