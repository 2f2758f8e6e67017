"""New articles, from where they come to drafts: kept, drafted, and told one by one.

What the project has already is not added again, so that the same command begins where it was cut
off: an article that was kept and not drafted is drafted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from souverain.errors import SouverainError
from souverain.files import Project
from souverain.intake import drafts, languages
from souverain.intake.crew import Crew, Drafted
from souverain.intake.journal import DRAFTED, FAILED, KNOWN, NEAR, Journal, Outcome
from souverain.intake.known import Known
from souverain.intake.likeness import Likeness
from souverain.intake.origins import Origin
from souverain.intake.shelf import Shelf
from souverain.intake.text import Text
from souverain.text import Article
from souverain.vocab import BASE


@dataclass(frozen=True)
class Taken:
    """What was taken in: the names of articles by their slugs, and what became of the others."""

    names: dict[str, str]
    others: tuple[Outcome, ...]


def take(
    project: Project, origins: Iterable[Origin], *, anyway: bool = False, again: bool = False
) -> Taken:
    """Keep the new ones of some articles, all or none of them.

    `anyway` takes those too that are nearly the same as one that is known, or as one before them;
    `again` even those that are known byte for byte.
    """
    sorting = _Sorting(Shelf(project), anyway, again)
    for origin in origins:
        sorting.sort(origin)
    kept = sorting.shelf.keep(list(sorting.fresh.values())) if sorting.fresh else []
    new = {article.slug: name for article, name in zip(kept, sorting.fresh, strict=True)}
    return Taken(sorting.resumed | new, tuple(sorting.others))


class _Sorting:
    """Articles as they come, by what is to be done with them."""

    def __init__(self, shelf: Shelf, anyway: bool, again: bool) -> None:
        self.shelf = shelf
        self.fresh: dict[str, Text] = {}
        self.resumed: dict[str, str] = {}
        self.others: list[Outcome] = []
        self._anyway = anyway
        self._again = again
        self._seen: dict[str, str] = {}
        self._likeness = Likeness({})

    def sort(self, origin: Origin) -> None:
        """Put one article where it belongs."""
        name = origin.name
        try:
            text = _spoken(origin)
        except SouverainError as fault:
            self.others.append(Outcome(name, FAILED, why=str(fault)))
            return
        if (slug := self.shelf.same(text)) and not self._again:
            self._is_in(name, slug, text)
        elif like := self._twin(text):
            self.others.append(Outcome(name, NEAR, sha256=text.sha256, why=like))
        else:
            self.fresh[name] = text
            self._seen[text.sha256] = name
            self._likeness.add(name, text.content)

    def _is_in(self, name: str, slug: str, text: Text) -> None:
        if is_drafted(self.shelf.project, slug):
            self.others.append(Outcome(name, KNOWN, slug, text.sha256))
        else:
            self.resumed[slug] = name

    def _twin(self, text: Text) -> str:
        """What a text is like, in words; empty where it is to be taken."""
        if name := self._seen.get(text.sha256):
            return f"the same as {name}"
        near = [*self.shelf.near(text), *self._likeness.near(text.content)]
        if self._anyway or not near:
            return ""
        return f"{near[0].share:.0%} the same as {near[0].slug}"


def drafted(
    project: Project,
    names: dict[str, str],
    crew: Crew,
    journal: Journal,
    base: str = BASE,
    *,
    hinted: bool = False,
) -> Iterator[Outcome]:
    """Draft articles that are kept, and keep each draft as soon as it is there."""
    articles = Shelf(project).known
    texts = [Text.of(articles[slug]) for slug in names]
    for language in sorted({text.language for text in texts}):
        known = Known.load(project, language, base, hinted=hinted)
        for found in crew([text for text in texts if text.language == language], known):
            outcome = _kept(project, articles[found.slug], found, names[found.slug], base)
            journal.write(outcome)
            yield outcome


def is_drafted(project: Project, slug: str) -> bool:
    """Whether an article has drafts, or is in the graph already."""
    in_graph = (project.graph / f"{slug}.ttl").is_file()
    return in_graph or drafts.path(project, slug).is_file()


def _spoken(origin: Origin) -> Text:
    """The text of an article in the language that it is in; raises the fault of one without."""
    if origin.text is None:
        raise origin.fault or SouverainError(f"{origin.name}: nothing was read")
    if origin.text.language:
        return origin.text
    return replace(origin.text, language=languages.of(origin.text.content, origin.name))


def _kept(project: Project, article: Article, found: Drafted, name: str, base: str) -> Outcome:
    if found.draft is None:
        return Outcome(name, FAILED, article.slug, article.sha256, why=found.why)
    candidates = found.draft.candidates
    drafts.keep(project, article, candidates, found.draft.flagged, base=base)
    return Outcome(
        name,
        DRAFTED,
        article.slug,
        article.sha256,
        len(candidates),
        len(found.draft.flagged),
    )
