"""The quads of a version: its RocksDB folder, read by a process of its own.

A process that has such a folder open must not fork (RocksDB's threads do not come along), and the
one that holds the data for the workers forks all the time: so it is given the quads through a pipe.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from souverain.errors import CorruptStore, Unanswered
from souverain.patch import Patch, split
from souverain.versions.folder import DATA, Folder


def load(folder: Folder, number: int) -> Store:
    """The named graphs, and the default graph, of a version in memory; 0 is the empty one.

    Raises `CorruptStore` where the data cannot be read, or are not as many as they were, and
    `Unanswered` where their reader was killed. A version whose data were thinned out is made of the
    next one that is whole, by taking back what came between.
    """
    store = Store()
    if not number:
        return store
    whole = next((n for n in range(number, folder.current + 1) if folder.is_whole(n)), 0)
    if not whole:
        raise CorruptStore(str(folder.path(number) / DATA), "it is gone, and so are all later ones")
    path, told = folder.path(whole) / DATA, folder.commit(whole).quads
    _read(store, path)
    if len(store) != told:
        raise CorruptStore(str(path), f"it has {len(store)} quads, and its record says {told}")
    for later in range(whole, number, -1):
        apply(store, folder.patch(later).inverse)
    return store


def _read(store: Store, path: Path) -> None:
    command = [sys.executable, "-P", "-m", __name__, str(path)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    with process.stdout, process.stderr:
        head = process.stdout.readline()
        try:
            for name in json.loads(head) if head else ():
                store.add_graph(NamedNode(name))
            store.bulk_extend(parse(process.stdout, format=RdfFormat.N_QUADS))
        except (SyntaxError, ValueError) as fault:
            # One that was killed has told half of a line; one that goes on is not listened to.
            process.stdout.close()
            if process.wait() >= 0:
                raise CorruptStore(str(path), str(fault)) from None
        told = process.stderr.read().decode("utf-8", "replace").strip()
    if process.wait() < 0:
        raise Unanswered("the process that reads the data was killed")
    if process.returncode or not head:
        raise CorruptStore(str(path), told.rpartition("\n")[2] or "the data cannot be read")


def apply(store: Store, patch: Patch) -> None:
    """Change a store; it holds what was removed, and not yet what is added."""
    for quad in quads(patch.removed):
        store.remove(quad)
    store.extend(quads(patch.added))
    for name in patch.created:
        store.add_graph(NamedNode(name))
    for name in patch.dropped:
        store.remove_graph(NamedNode(name))


def sizes(patch: Patch) -> Counter[str]:
    """By how many quads each graph grows, by its name; that of the default graph is empty."""
    found: Counter[str] = Counter()
    for sign, rows in ((-1, patch.removed), (1, patch.added)):
        for quad in quads(rows):
            graph = quad.graph_name
            found["" if isinstance(graph, DefaultGraph) else graph.value] += sign
    return found


def quads(lines: Iterable[str]) -> Iterator[Quad]:
    """The quads of some lines, with the blank nodes that they name."""
    return parse("\n".join(lines), format=RdfFormat.N_QUADS)


def lines(found: Iterable[Quad]) -> list[str]:
    """Quads as lines of N-Quads."""
    content = serialize(found, format=RdfFormat.N_QUADS)
    assert content is not None
    return split(content)


def dumped(store: Store) -> list[str]:
    """All quads of a store as lines of N-Quads, by the engine itself: the shortest way."""
    content = store.dump(format=RdfFormat.N_QUADS)
    assert content is not None
    return split(content)


def names(store: Store) -> set[str]:
    """The IRIs of the named graphs, of those too that hold nothing."""
    return {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}


def tell(path: str, stream: IO[bytes]) -> None:
    """Write what a folder holds: its named graphs as JSON on a line, then N-Quads."""
    store = Store.read_only(path)
    stream.write(json.dumps(sorted(names(store))).encode("utf-8") + b"\n")
    store.dump(stream, RdfFormat.N_QUADS)


if __name__ == "__main__":
    tell(sys.argv[1], sys.stdout.buffer)
