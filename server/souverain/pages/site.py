"""The site over one dataset: what all its pages share, made once and before they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from souverain import files, question
from souverain.document import Asked, Document
from souverain.explanation import LANGUAGES, Explainer, Facts
from souverain.federation import questions as federation
from souverain.files import Project
from souverain.pages import rendering, routes, telling
from souverain.pages.linked.library import Library
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.query import statements
from souverain.query.evaluation import Query, evaluate
from souverain.question import Question
from souverain.settings import Settings
from souverain.source import Loaded, Source
from souverain.store import Dataset

T = TypeVar("T")


class Site:
    """Makes the documents of a dataset; nothing here changes once it is made, but what it keeps.

    `version` is a digest of the data, `number` that of the version of a store, and 0 where the data
    are files; `base` is what the graph's IRIs begin with; the settings tell
    what a reader may ask for. What the one `before` took from the files of the project, it keeps.
    """

    def __init__(
        self,
        dataset: Dataset,
        project: Project,
        settings: Settings,
        version: str,
        number: int = 0,
        before: Site | None = None,
    ) -> None:
        self.dataset = dataset
        self.project = project
        self.settings = settings
        self.base = settings.base
        self.version = version
        self.number = number
        self.facts = Facts(dataset)
        self._of_project: dict[Hashable, object] = before._of_project if before else {}
        shapes = self.of_project("shapes", lambda: statements.shapes(project))
        self.library = Library(self.facts, shapes, self.base)
        self._explainers = {name: Explainer(self.facts, name) for name in LANGUAGES}
        self._told: dict[tuple[str, str], Told] = {}
        self._kept: dict[Hashable, object] = {}
        rendering.read()

    @property
    def lasting(self) -> str:
        """What a permanent link calls the version: a store has it under its number for good."""
        return str(self.number or self.version)

    def answer(self, asked: Asked) -> Document:
        """The document at an address; raises `NoSuchPage`, `BadValue` or `NoFormat`."""
        return routes.answer(Page(self, asked))

    def explainer(self, language: str) -> Explainer:
        """The explainer of that language."""
        return self._explainers[language]

    def told(self, iri: str, language: str) -> Told:
        """A thing as it is shown in that language."""
        key = (iri, language)
        if key not in self._told:
            self._told[key] = telling.told(self._explainers[language], iri)
        return self._told[key]

    def solutions(self, text: str) -> Iterable[Any]:
        """The solutions of one of our own SELECT queries; the prefixes of the project are known."""
        found = evaluate(self.dataset.store, Query(text), self.dataset.prefixes)
        return cast("Iterable[Any]", found)

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions of the project, by their names."""
        return self.of_project("questions", lambda: question.load(self.project))

    @property
    def federated(self) -> Mapping[str, Question]:
        """Those that ask other endpoints as well, where this server may ask all of them."""
        return self.of_project("federated", lambda: federation.askable(self.project, self.settings))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for these data; keys are few, and never a reader's."""
        return _once(self._kept, key, make)

    def of_project(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives of the project's files, made once for all versions of the data.

        Where pages are made no file can be opened: every one is read here, before the first page.
        """
        return _once(self._of_project, key, make)


def _once(kept: dict[Hashable, object], key: Hashable, make: Callable[[], T]) -> T:
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[return-value]


@dataclass(frozen=True)
class SiteSource(Source):
    """A project with the site over its data."""

    settings: Settings = field(default_factory=Settings)

    def load(self) -> Loaded:
        """The data, read, with their pages; raises `DataError` or `UsageError`."""
        loaded = self._shown(super().load())
        routes.warm(_site(loaded))
        return loaded

    def advance(self, loaded: Loaded, number: int) -> Loaded | None:
        """The data of a later version, with their pages; `None` where they must be read anew."""
        advanced = super().advance(loaded, number)
        return advanced and self._shown(advanced, _site(loaded))

    def _shown(self, loaded: Loaded, before: Site | None = None) -> Loaded:
        project = files.find(self.project)
        settings = replace(self.settings, base=self.base)
        site = Site(loaded.dataset, project, settings, loaded.version, loaded.number, before)
        dataset = replace(loaded.dataset, pages=site)
        return replace(loaded, dataset=dataset, questions=site.questions)


def _site(loaded: Loaded) -> Site:
    return cast("Site", loaded.dataset.pages)
