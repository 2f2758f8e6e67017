"""Who may connect: so many in all, and so many of one client."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto

from souverain.http.limits import Limits
from souverain.http.origin import Origin, share

# How many that were refused may still be reading why; more are dropped without a word.
REFUSED = 100


class Admitted(Enum):
    """What becomes of a connection: it is in, is told that it is one too many, or is dropped."""

    IN = auto()
    REFUSED = auto()
    DROPPED = auto()


class Admission:
    """Counts connections; a trusted proxy speaks for many clients and has no share of its own."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._total: Counter[Admitted] = Counter()
        self._by_client: Counter[str] = Counter()

    def enter(self, origin: Origin) -> Admitted:
        """Count a connection in, or say why not."""
        limits = self._limits
        name = share(origin.peer)
        most = limits.connections if origin.trusted else limits.client_connections
        if self._total[Admitted.IN] < limits.connections and self._by_client[name] < most:
            self._by_client[name] += 1
            admitted = Admitted.IN
        elif self._total[Admitted.REFUSED] < REFUSED:
            admitted = Admitted.REFUSED
        else:
            admitted = Admitted.DROPPED
        self._total[admitted] += 1
        return admitted

    def leave(self, origin: Origin, admitted: Admitted) -> None:
        """Count a connection out."""
        self._total[admitted] -= 1
        if admitted is not Admitted.IN:
            return
        name = share(origin.peer)
        self._by_client[name] -= 1
        if not self._by_client[name]:
            del self._by_client[name]
