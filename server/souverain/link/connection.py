"""The services of a target as the settings name them, ready to be asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from souverain.federation.federated import agent
from souverain.link import cache
from souverain.link.cache import Cache
from souverain.link.exchange import Exchange
from souverain.link.patience import Patience
from souverain.link.service import Service
from souverain.link.targets import Target
from souverain.settings import Settings

SECONDS = 60.0
MOST_BYTES = 67_108_864


def addressed(target: Target, settings: Settings) -> Target:
    """The target, with the addresses of its services that the settings name in place of its own."""
    return replace(
        target, api=settings.link_api or target.api, query=settings.link_query or target.query
    )


@contextmanager
def connected(
    settings: Settings,
    *,
    offline: bool = False,
    tell: Callable[[str], None] = lambda _told: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Service]:
    """A service to ask as long as the context lasts; `tell` is told of each pause.

    Raises `UsageError` for a contact that no header can hold, and for a cache that is none.
    """
    exchange = Exchange(agent(settings), SECONDS, MOST_BYTES)
    patience = Patience(settings.link_tries, sleep, tell)
    with Cache(cache.folder(settings.link_cache)) as kept:
        yield Service(exchange, kept, patience, keep_days=settings.link_cache_days, offline=offline)
