"""What is found on the disk, once nothing runs: beside what was acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bench.kill.ledger import Ledger, Mark
from bench.kill.stores import marks
from souverain.errors import SouverainError
from souverain.patch import checksum
from souverain.versions import data, folder, wholeness
from souverain.versions.folder import Folder


@dataclass
class Audit:
    """Looks at a store again and again; each version is looked at once, and the current one each
    time. `found` has the version that brought each mark.
    """

    root: Path
    found: dict[Mark, int] = field(default_factory=dict)
    seen: int = 0
    verified: int = 0

    def look(self, ledger: Ledger) -> None:
        """Note what must never be, with the ledger."""
        try:
            store = folder.open(self.root)
            self._left(ledger)
            for number in range(self.seen + 1, store.current + 1):
                self._version(store, number, ledger)
            self.seen = store.current
            self._current(store, ledger)
        except SouverainError as fault:
            ledger.fault(f"{fault}: {fault.hint}")

    def _left(self, ledger: Ledger) -> None:
        """Each writer clears what those before it left, so that there is that of one at most."""
        left = remains(self.root)
        if len(left) > 2:
            ledger.fault(f"left behind, and not cleared: {left}")

    def _version(self, store: Folder, number: int, ledger: Ledger) -> None:
        told, patch = store.commit(number), store.patch(number)
        before = int(store.commit(number - 1).checksum, 16) if number > 1 else 0
        now = checksum(patch.added, checksum(patch.removed, before, -1))
        if f"{now:064x}" != told.checksum:
            ledger.fault(f"version {number} is not the one before with what it changed")
        if store.is_whole(number):
            wholeness.verify(store, number)
            self.verified += 1
        whole, broken = marks(patch.added)
        if broken:
            ledger.fault(f"version {number} has by half: {sorted(broken)[:3]}")
        self.found |= dict.fromkeys(whole, number)

    def _current(self, store: Folder, ledger: Ledger) -> None:
        """The data of the current version have every mark that was ever found, and no other."""
        whole, broken = marks(data.lines(data.load(store, store.current)))
        if broken or whole != self.found.keys():
            ledger.fault(f"version {store.current} has other marks than were written")
        for mark, version in ledger.acknowledged.items():
            if self.found.get(mark) != version:
                ledger.fault(
                    f"mark {mark} was acknowledged as version {version}, and is found in "
                    f"{self.found.get(mark, 'none')}"
                )
        if there := ledger.refused & self.found.keys():
            ledger.fault(f"refused, and there all the same: {sorted(there)[:3]}")


def remains(root: Path) -> list[str]:
    """What a writer left that was killed."""
    current = folder.open(root).current
    versions = [path.name for path in (root / "versions").iterdir()]
    left = [name for name in versions if not name.isdigit() or int(name) > current]
    return left + [path.name for path in root.iterdir() if path.name.startswith(".")]
