"""What the commands on a store share: its folder, as the settings name it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.settings import Settings
    from souverain.versions.folder import Folder


def option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the folder of a store, for a command that needs one."""
    return click.option(
        "--store", metavar="DIR", envvar="SOUVERAIN_STORE", required=True, help="The store."
    )(function)


def opened(store: str) -> Folder:
    """The store in a folder; raises `UsageError` where there is none."""
    from souverain.versions import folder

    return folder.open(Path(store))


def settled(settings: Settings) -> Settings:
    """The settings, with what the store itself says of its shapes, default graph and base.

    A store without shapes is made where there is none. Raises `UsageError`.
    """
    if not settings.store:
        if settings.writable:
            raise UsageError("--writable needs a store", hint="name one with --store DIR")
        return settings
    if settings.data:
        raise UsageError(
            "--store and --data are two sources", hint="name one, or load the data into the store"
        )
    nature = made(settings).nature
    return replace(
        settings, shapes=nature.shapes, default_graph=nature.default_graph, base=nature.base
    )


def made(settings: Settings) -> Folder:
    """The store of some settings, made where it is not there and has no shapes."""
    from souverain.versions import folder
    from souverain.versions.folder import Nature

    root = Path(settings.store)
    if not folder.is_store(root) and settings.shapes == "none":
        nature = Nature(settings.default_graph, settings.shapes, settings.base)
        return folder.create(root, nature)
    return folder.open(root)


def author() -> str:
    """Who runs the command, by the name that the machine knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
