"""What the connections of a server have in common."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from souverain.http.admission import Admission
from souverain.http.handler import Handler, Problem, Record
from souverain.http.limits import Limits
from souverain.http.origin import Proxies
from souverain.http.reader import BODY, HEAD, IDLE
from souverain.http.spool import Room
from souverain.http.wire import Tails

if TYPE_CHECKING:
    from souverain.http.connection import Connection


@dataclass
class Shared:
    """What all connections of a server share."""

    handler: Handler
    problem: Problem
    limits: Limits
    proxies: Proxies
    record: Record | None
    loop: asyncio.AbstractEventLoop
    admission: Admission
    room: Room
    tails: Tails = field(default_factory=Tails)
    connections: set[Connection] = field(default_factory=set)
    is_stopping: bool = False

    def __post_init__(self) -> None:
        limits = self.limits
        self.seconds = {IDLE: limits.idle_seconds, HEAD: limits.head_seconds}
        self.seconds[BODY] = limits.body_seconds
