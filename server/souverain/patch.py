"""What changed between two versions of a dataset: quads that came and went, as an RDF Patch.

A patch is text: a header, then a line for each quad that was deleted (`D`) or added (`A`), in
order, between `TX .` and `TC .` (RDF Patch, https://afs.github.io/rdf-delta/rdf-patch.html).
Blank nodes have the names that the store gives them. Named graphs that hold nothing have no quad
to be told by: those that came and went stand in the header.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from souverain.errors import DataError

MEDIA_TYPE = "application/rdf-patch"
CREATED, DROPPED = "graph-created", "graph-dropped"
_MODULUS = 1 << 256


@dataclass(frozen=True)
class Patch:
    """A change: lines of N-Quads without their ends, each in `removed` or `added`, sorted.

    `created` and `dropped` are the IRIs of named graphs that came or went without a quad.
    """

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        removed: Iterable[str],
        added: Iterable[str],
        created: Iterable[str] = (),
        dropped: Iterable[str] = (),
    ) -> Patch:
        """The change in order."""
        return cls(*(tuple(sorted(rows)) for rows in (removed, added, created, dropped)))

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.created or self.dropped)

    @property
    def inverse(self) -> Patch:
        """The change that takes this one back."""
        return Patch(self.added, self.removed, self.dropped, self.created)

    def then(self, later: Patch) -> Patch:
        """This change and a later one as one."""
        removed = set(self.removed).difference(later.added)
        removed |= set(later.removed).difference(self.added)
        added = set(self.added).difference(later.removed)
        added |= set(later.added).difference(self.removed)
        created = set(self.created).difference(later.dropped)
        created |= set(later.created).difference(self.dropped)
        dropped = set(self.dropped).difference(later.created)
        dropped |= set(later.dropped).difference(self.created)
        return Patch.of(removed, added, created, dropped)

    def text(self, header: Mapping[str, str] | None = None) -> str:
        """The change as an RDF Patch; the values of the header are written as they are."""
        return "".join(f"{line}\n" for line in self._lines(header or {}))

    def _lines(self, header: Mapping[str, str]) -> Iterator[str]:
        for name, value in header.items():
            yield f"H {name} {value} ."
        for name, graphs in ((DROPPED, self.dropped), (CREATED, self.created)):
            yield from (f"H {name} <{graph}> ." for graph in graphs)
        yield "TX ."
        yield from (f"D {line}" for line in self.removed)
        yield from (f"A {line}" for line in self.added)
        yield "TC ."

    @classmethod
    def parse(cls, text: str) -> Patch:
        """The change that a patch tells; raises `DataError` where a line is none of a patch."""
        rows: dict[str, list[str]] = {"D": [], "A": [], DROPPED: [], CREATED: []}
        for number, line in enumerate(text.split("\n"), start=1):
            code, _, rest = line.partition(" ")
            if code in ("D", "A") and rest.endswith(" ."):
                rows[code].append(rest)
            elif code == "H":
                name, _, value = rest.removesuffix(" .").partition(" ")
                if name in rows and value.startswith("<"):
                    rows[name].append(value[1:-1])
            elif line.strip() not in ("", "TX .", "TC ."):
                raise DataError(
                    f"line {number} is none of an RDF Patch: {line[:60]}",
                    hint="write D or A, then a quad that ends in ' .'",
                )
        return cls.of(rows["D"], rows["A"], rows[CREATED], rows[DROPPED])


def split(content: bytes) -> list[str]:
    """The lines of some N-Quads; what else Unicode takes for the end of a line is none of it."""
    return content.decode("utf-8").removesuffix("\n").split("\n") if content else []


def checksum(lines: Iterable[str], start: int = 0, sign: int = 1) -> int:
    """A sum over lines of N-Quads that a patch can carry on: each line's SHA-256, modulo 2**256.

    `start` is the sum so far; with the sign -1 the lines are taken away from it.
    """
    total = start
    for line in lines:
        total += sign * int.from_bytes(hashlib.sha256(line.encode("utf-8")).digest(), "big")
    return total % _MODULUS
