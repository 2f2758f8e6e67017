"""Errors of a query on their way between processes, and what the death of a worker means."""

from __future__ import annotations

import json
import os
import signal

from souverain import errors
from souverain.errors import (
    OutOfMemory,
    OutOfTime,
    QueryError,
    SouverainError,
    TooDeep,
    WorkerLost,
)
from souverain.query.job import Limits

BY_NAME: dict[str, type[SouverainError]] = {
    name: found
    for name, found in vars(errors).items()
    if isinstance(found, type) and issubclass(found, QueryError)
}
# The kernel ends what runs too long; Rust gives up where no memory is to be had; a stack that is
# full is a page that is not there.
OUT_OF_TIME = {signal.SIGALRM, signal.SIGXCPU}
OUT_OF_MEMORY = {signal.SIGABRT}
TOO_DEEP = {signal.SIGSEGV, signal.SIGBUS}


def told(fault: QueryError) -> bytes:
    """An error as JSON: its class, its sentence and what else it carries."""
    return json.dumps([type(fault).__name__, str(fault), vars(fault)]).encode("utf-8")


def heard(payload: bytes) -> SouverainError:
    """The error again; raises `ValueError` or a like one for what is none."""
    name, message, carried = json.loads(payload)
    return rebuilt(BY_NAME[name], message, carried)


def rebuilt(kind: type[SouverainError], message: str, carried: dict[str, object]) -> SouverainError:
    """An error of a class whose own arguments are not known any more."""
    fault = kind.__new__(kind, message)
    vars(fault).update(carried)
    return fault


def of_death(status: int | None, seconds: float, limits: Limits) -> SouverainError:
    """What the end of a worker says of its query; `status` is that of `wait`, if it is known."""
    number = os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else 0
    if number in OUT_OF_TIME:
        return OutOfTime(seconds)
    if number in OUT_OF_MEMORY:
        return OutOfMemory(limits.memory_bytes)
    return TooDeep() if number in TOO_DEEP else WorkerLost()
