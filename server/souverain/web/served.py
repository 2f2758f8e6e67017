"""What is served: the settings, and what is told of the data; one object that all routes share."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from souverain import __version__
from souverain.settings import Settings
from souverain.source import Summary
from souverain.tokens import Keyring

T = TypeVar("T")


class Served:
    """The settings of a server, and the summary of its data, which a reload replaces.

    `version` changes with the data, and with the program that answers from them. `keyring` has the
    tokens of those who may write, and is `None` where nothing can be written.
    """

    def __init__(
        self, settings: Settings, summary: Summary, keyring: Keyring | None = None
    ) -> None:
        self.settings = settings
        self.keyring = keyring
        self.replace(summary)

    @property
    def has_pages(self) -> bool:
        """Whether there is a site for people beside the data: where a project is served."""
        return self.settings.has_pages

    @property
    def is_writable(self) -> bool:
        """Whether those who may can write."""
        return self.keyring is not None

    def replace(self, summary: Summary) -> None:
        """Serve other data from now on."""
        self.summary = summary
        self.version = f"{__version__} {summary.version}"
        self._kept: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for these data; keys are few, and never a client's."""
        kept = self._kept
        if key not in kept:
            kept[key] = make()
        return kept[key]  # type: ignore[return-value]
