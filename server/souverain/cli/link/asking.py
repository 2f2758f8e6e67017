"""What the sub-commands that ask a service share: which one, how, and where answers are kept."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from souverain.cli.invocation import Invocation
from souverain.link.connection import addressed, connected
from souverain.link.service import Service
from souverain.link.targets import TARGETS, Target, find

target_option = click.option(
    "--target",
    "target_name",
    default=TARGETS[0].name,
    metavar="NAME",
    show_default=True,
    help="The dataset to link to.",
)
OPTIONS = (
    target_option,
    click.option("--offline", is_flag=True, help="Ask nobody: use the answers that are kept."),
    click.option("--fresh", is_flag=True, help="Ask anew, whatever is kept."),
    click.option("--cache", metavar="DIR", help="Where answers are kept."),
    click.option("--contact", metavar="ADDRESS", help="Whom the service may write to about it."),
    click.option("--api", metavar="IRI", help="Where items are searched."),
    click.option("--query", metavar="IRI", help="Where items are queried."),
)


@dataclass(frozen=True)
class Asking:
    """How the services of a target are asked in one call of the program."""

    target: Target
    options: dict[str, Any]
    offline: bool

    @contextmanager
    def connected(self, invocation: Invocation) -> Iterator[tuple[Service, Target]]:
        """The service, and the target with the addresses at which it is asked."""
        settings = invocation.settings(**self.options)
        with connected(settings, offline=self.offline, tell=_tell) as service:
            yield service, addressed(self.target, settings)


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options that say whom it asks, given to it as `asking`."""

    @functools.wraps(command)
    def told(
        *args: Any,
        target_name: str,
        offline: bool,
        fresh: bool,
        cache: str | None,
        contact: str | None,
        api: str | None,
        query: str | None,
        **others: Any,
    ) -> None:
        options = {
            "link_cache": cache,
            "link_cache_days": 0 if fresh else None,
            "service_contact": contact,
            "link_api": api,
            "link_query": query,
        }
        command(*args, asking=Asking(find(target_name), options, offline), **others)

    for option in reversed(OPTIONS):
        told = option(told)
    return told


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)
