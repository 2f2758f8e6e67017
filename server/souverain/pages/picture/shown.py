"""What a picture is asked to show: a date, perhaps one holding or one holder, with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from souverain.explanation import times
from souverain.pages.page import Page
from souverain.pages.picture import standing, steps
from souverain.pages.picture.stakes import Stake, Stakes
from souverain.pages.picture.standing import Edge
from souverain.pages.picture.steps import Step


@dataclass(frozen=True)
class Shown:
    """A picture: its date, and the edges that it has.

    `step` is the last step that the date has reached, if it has reached any; `computed` are the
    shares through others, where they are asked for. `target` and `holder` are IRIs, or empty.
    """

    stakes: Stakes
    steps: list[Step]
    date: str
    step: Step | None
    target: str
    holder: str
    is_through: bool
    edges: list[Edge]
    computed: list[Edge]

    @property
    def drawn(self) -> list[Edge]:
        """All edges that are drawn."""
        return [*self.edges, *self.computed]

    @property
    def events(self) -> tuple[str, ...]:
        """What is told to have happened at the step, where the picture shows everything."""
        return self.step.events if self.step and not (self.target or self.holder) else ()


def asked(page: Page) -> Shown:
    """The picture that the parameters of a page ask for; raises `BadValue`."""
    return show(
        page,
        page.parameters.date("at"),
        page.thing("target"),
        page.thing("holder"),
        is_through=page.parameters.choice("through", ("0", "1"), "0") == "1",
    )


def show(
    page: Page, at: str = "", target: str = "", holder: str = "", *, is_through: bool = False
) -> Shown:
    """The picture at a date, or at the last date of all where none is given."""
    site = page.site
    stakes = site.once("stakes", lambda: Stakes(site.facts))
    rows = site.once("steps", lambda: steps.steps(stakes))
    date = at or (rows[-1].date if rows else "")
    edges = standing.at(stakes.claims, date)
    computed = standing.computed(stakes.computed, date) if is_through else []
    wanted = _wanted(stakes, edges, target, holder, is_through=is_through)
    return Shown(
        stakes=stakes,
        steps=rows,
        date=date,
        step=steps.reached(rows, date),
        target=target,
        holder=holder,
        is_through=is_through,
        edges=[edge for edge in edges if (edge.holder, edge.target) in wanted],
        computed=[edge for edge in computed if _is_wanted(stakes, edge, target, holder)],
    )


def range_of(page: Page, step: Step) -> str:
    """The range of a date that is only bounded, in words; nothing for a day."""
    if step.date == step.until:
        return ""
    words = page.explainer.writer.words
    days = [str(times.day(day, words)) for day in (step.date, step.until)]
    plain = [day.removeprefix("on ").removeprefix("le ") for day in days]
    return page.t("ownership.range", **{"from": plain[0], "until": plain[1]})


def date_of(page: Page, step: Step) -> str:
    """The date of a step as the articles give it, without its mark."""
    shown = str(times.date(step.when, page.explainer.writer.words))
    mark = times.mark(step.when, page.explainer.writer.words)
    return shown.removesuffix(f", {mark}") if mark else shown


def day(page: Page, date: str) -> str:
    """A day in words."""
    shown = str(times.day(date, page.explainer.writer.words))
    return shown.removeprefix("on ").removeprefix("le ")


def notes(page: Page, step: Step) -> list[str]:
    """How the dates of a step were inferred, where they were."""
    found = (page.explainer.writer.note(when, "inferenceNote") for when in step.whens)
    return list(dict.fromkeys(filter(None, found)))


def _is_wanted(stakes: Stakes, edge: Edge, target: str, holder: str) -> bool:
    is_held = not target or edge.target == target
    return is_held and (not holder or any(stakes.names(row, holder) for row in edge.claims))


def _wanted(
    stakes: Stakes, edges: list[Edge], target: str, holder: str, *, is_through: bool
) -> set[tuple[str, str]]:
    """The pairs to draw: with those above or below them, where holders are looked through."""
    found = [edge for edge in edges if _is_wanted(stakes, edge, target, holder)]
    waiting = list(found) if is_through else []
    while waiting:
        edge = waiting.pop()
        for other in _beyond(edges, edge, is_up=bool(target), is_down=bool(holder)):
            if other not in found:
                found.append(other)
                waiting.append(other)
    return {(edge.holder, edge.target) for edge in found}


def _beyond(edges: Iterable[Edge], edge: Edge, *, is_up: bool, is_down: bool) -> Iterator[Edge]:
    for other in edges:
        if (is_up and other.target == edge.holder) or (is_down and other.holder == edge.target):
            yield other


def claims(edges: Iterable[Edge]) -> list[Stake]:
    """All claims of some edges."""
    return [stake for edge in edges for stake in edge.claims]
