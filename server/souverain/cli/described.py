"""What a command is told of an article: its options, whether they make sense, and the article."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from souverain import dates
from souverain.errors import UsageError
from souverain.iri import is_absolute

if TYPE_CHECKING:
    from souverain.files import Project
    from souverain.intake.origins import Origin
    from souverain.intake.text import Text

HELPS = {
    "published": "When it was published, in EDTF, such as 2015-03. Without it no relative date in "
    "it is resolved.",
    "publisher": "Who published it.",
    "title": "Its title.",
    "author": "Who wrote it.",
    "url": "Where it is to be read.",
    "accessed": "On what day it was had from there, YYYY-MM-DD.",
    "language": "Its language, such as fr; else its commonest words tell it.",
    "licence": "The IRI of its licence.",
}


def options(command: Callable[..., int]) -> Callable[..., int]:
    """A command with an option for each thing, given to it as `told`: those that were given."""

    @functools.wraps(command)
    def described(*args: Any, **given: Any) -> int:
        told = {name: value for name in HELPS if (value := given.pop(name))}
        _demand_sense(told)
        return command(*args, told=told, **given)

    for name, text in reversed(HELPS.items()):
        described = click.option(f"--{name}", default="", metavar="TEXT", help=text)(described)
    return described


def _demand_sense(told: Mapping[str, str]) -> None:
    """Raise `UsageError` for what cannot be told of an article as it stands."""
    if edtf := told.get("published"):
        dates.bounds(edtf)
        if set(edtf) & set("?~%X"):
            raise UsageError(
                f"--published {edtf} is uncertain, and would look stated",
                hint="leave it out, and say in seeds/articles.toml from what it was inferred",
            )
    if (day := told.get("accessed")) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise UsageError(f"--accessed {day} is no day", hint="write it as YYYY-MM-DD")
    for name in ("url", "licence"):
        if name in told and not is_absolute(told[name]):
            raise UsageError(f"--{name} {told[name]} is no IRI", hint="write it with its https://")
    if (tag := told.get("language")) and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", tag):
        raise UsageError(f"--language {tag} is no language tag", hint="write it like fr or en")


def one(project: Project, origin: Origin, told: Mapping[str, str], anyway: bool) -> Origin:
    """The one article with what is told of it; raises `AlreadyIn` for one that is there."""
    from souverain.intake import languages
    from souverain.intake.adding import is_drafted
    from souverain.intake.shelf import Shelf

    assert origin.text is not None
    text = replace(origin.text, **told)
    if not text.language:
        text = replace(text, language=languages.of(text.content, origin.name))
    shelf = Shelf(project)
    slug = shelf.same(text)
    if not anyway and not (slug and not is_drafted(project, slug)):
        shelf.demand_new(text, origin.name)
    _note(text)
    return origin._replace(text=text)


def _note(text: Text) -> None:
    from souverain.intake import languages

    if languages.is_mixed(text.content):
        told = f"it is partly French and partly English, and read as {text.language}"
        click.echo(f"note: {told}; say it with --language", err=True)
    if text.published is None:
        told = "no date of publication is known: no relative date in it is resolved"
        click.echo(f"note: {told}; say it with --published", err=True)
