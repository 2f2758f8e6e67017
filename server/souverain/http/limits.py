"""What a stranger may take: connections, bytes and seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits of a server; those on one client hold for an IPv6 network of 64 bits as for one.

    A client that takes less than `drain_bytes_per_second` of its answer, over `stall_seconds`, is
    given up. What a client has not taken waits in memory, then in a file: `memory_bytes` and
    `spool_bytes` of one answer, `all_memory_bytes` and `all_spool_bytes` of all together. After an
    error, as much as `linger_bytes` is read and dropped, so that the client can read the answer.
    """

    connections: int = 1000
    client_connections: int = 200
    head_bytes: int = 65_536
    head_fields: int = 256
    target_bytes: int = 32_768
    head_seconds: float = 10.0
    body_bytes: int = 1_048_576
    all_body_bytes: int = 268_435_456
    body_seconds: float = 30.0
    idle_seconds: float = 60.0
    stall_seconds: float = 30.0
    drain_bytes_per_second: int = 1024
    memory_bytes: int = 1_048_576
    all_memory_bytes: int = 67_108_864
    spool_bytes: int = 536_870_912
    all_spool_bytes: int = 4_294_967_296
    linger_bytes: int = 4_194_304
    linger_seconds: float = 2.0
