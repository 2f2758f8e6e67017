"""Who drafts many articles at once: processes of this machine, or the workers of a Dask cluster.

Either way each article is drafted alone, and its draft given as soon as it is there. A worker that
is lost takes nothing along: what it had begun is begun again by another, and an article over which
workers are lost again and again is given as its fault.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from souverain.errors import ServiceFailed, SouverainError
from souverain.intake import extras
from souverain.intake.known import Known
from souverain.intake.text import Text

if TYPE_CHECKING:
    from souverain.intake.extraction import Draft

ROUNDS = 3
LOST = "the process that drafted it was lost"
CONNECT_SECONDS = 10
PLUGIN = "souverain-known"


@dataclass(frozen=True)
class Drafted:
    """The draft of one article, or why there is none."""

    slug: str
    draft: Draft | None
    why: str = ""


Drafting = Callable[[Text, Known], "Drafted"]
Crew = Callable[[Sequence[Text], Known], Iterator[Drafted]]


def draft(text: Text, known: Known) -> Drafted:
    """The draft of one article; what is wrong with it is told, not raised."""
    from souverain.intake import extraction

    try:
        return Drafted(text.slug, extraction.draft(text, known, text.published))
    except SouverainError as fault:
        return Drafted(text.slug, None, str(fault))


def cores() -> int:
    """How many processes of this machine may run at once."""
    return len(os.sched_getaffinity(0))


def local(jobs: int, drafting: Drafting = draft) -> Crew:
    """A crew of so many processes of this machine; with one article, or one process, this one."""

    def drafted(texts: Sequence[Text], known: Known) -> Iterator[Drafted]:
        if min(len(texts), jobs) <= 1:
            yield from (drafting(text, known) for text in texts)
            return
        left = {text.slug: text for text in texts}
        for _ in range(ROUNDS):
            for found in _pooled(list(left.values()), known, min(jobs, len(left)), drafting):
                del left[found.slug]
                yield found
            if not left:
                return
        # One that takes its process down must not take the others along: each has its own.
        for slug, text in left.items():
            alone = next(_pooled([text], known, 1, drafting), None)
            yield alone or Drafted(slug, None, LOST)

    return drafted


def cluster(address: str, drafting: Drafting = draft) -> Crew:
    """The workers of the Dask scheduler at an address such as `tcp://127.0.0.1:8786`.

    They must have the same version of this program with its extra `intake`. Raises `MissingExtra`,
    and `ServiceFailed` where no scheduler answers.
    """
    extras.demand("scale", "add")
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as fault:
        hint = "start one with: dask scheduler; name it like tcp://127.0.0.1:8786"
        raise ServiceFailed(address, f"no scheduler answers: {fault}", hint=hint) from fault

    def drafted(texts: Sequence[Text], known: Known) -> Iterator[Drafted]:
        with client:
            client.register_plugin(_keeper(known))
            futures = {
                client.submit(_on_worker, text, drafting, key=_key(text), pure=False): text
                for text in texts
            }
            for future in distributed.as_completed(futures):
                yield _of(future, futures[future])

    return drafted


def _key(text: Text) -> str:
    return f"souverain-{text.slug}-{text.sha256}"


def _of(future: Any, text: Text) -> Drafted:
    """What a future of the cluster came to.

    It was done; where its worker was lost before the result was fetched, it is done once more.
    """
    try:
        found: Drafted = future.result()
    except Exception as fault:
        return Drafted(text.slug, None, f"{LOST}: {fault}")
    return found


def _keeper(known: Known) -> Any:
    """A plugin that gives what is known to each worker, to those too that come later."""

    class Keeper(_distributed().WorkerPlugin):  # type: ignore[misc]
        name = PLUGIN

        def __init__(self) -> None:
            self.known = known

    return Keeper()


def _on_worker(text: Text, drafting: Drafting) -> Drafted:
    return drafting(text, _distributed().get_worker().plugins[PLUGIN].known)


def _distributed() -> Any:
    """The library, part of which has no types (2026.1)."""
    return importlib.import_module("distributed")


_known: Known


def _begin(known: Known) -> None:
    """Give a process what is known, once."""
    global _known
    _known = known


def _in_process(text: Text, drafting: Drafting) -> Drafted:
    return drafting(text, _known)


def _pooled(
    texts: Sequence[Text], known: Known, jobs: int, drafting: Drafting
) -> Iterator[Drafted]:
    """What processes draft, until one of them is lost."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, _begin, (known,))
    try:
        waiting: list[Future[Drafted]] = [
            pool.submit(_in_process, text, drafting) for text in texts
        ]
        for future in as_completed(waiting):
            yield future.result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
