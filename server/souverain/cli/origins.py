"""What the commands that export share: where the data are read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from souverain.cli.invocation import Invocation
from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.export.origin import Origin


def options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that name the data: `store`, `number` of its version, or `data`."""
    for added in (
        click.option("--data", default="", metavar="PATH", help="An RDF file or folder instead."),
        click.option(
            "--version", "number", default=0, metavar="N", help="That version of the store."
        ),
        click.option("--store", default="", metavar="DIR", help="A store, instead of the project."),
    ):
        function = added(function)
    return function


def found(invocation: Invocation, store: str, number: int, data: str) -> Origin:
    """What these options name, else the project; raises `UsageError` where they disagree."""
    from souverain.export import origin

    if store and data:
        raise UsageError("--store and --data are two sources", hint="name one")
    if number and not store:
        raise UsageError("--version needs a store", hint="name one with --store DIR")
    if store:
        return origin.of_store(store, number)
    base = invocation.settings().base
    if data:
        return origin.of_data(data, base)
    return origin.of_project(invocation.project(), base)
