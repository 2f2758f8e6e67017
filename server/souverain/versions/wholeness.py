"""Whether a version is as it was left, and which one to go back to where the current one is not."""

from __future__ import annotations

import contextlib

from souverain.errors import CorruptStore, SouverainError
from souverain.patch import checksum
from souverain.versions import data
from souverain.versions.folder import COMMIT, Folder

# So many versions are looked at, the newest first, for one to go back to.
LOOKED_AT = 10


def verify(folder: Folder, number: int) -> None:
    """Read all of a version; raises `CorruptStore` where it is not what its record says."""
    told, patch = folder.commit(number), folder.patch(number)
    path = folder.path(number)
    if (told.removed, told.added) != (len(patch.removed), len(patch.added)):
        raise CorruptStore(str(path), "what it changed is not what its record says")
    if checksum(data.lines(data.load(folder, number))) != int(told.checksum, 16):
        raise CorruptStore(str(path / COMMIT), "its checksum is not that of the data")


def newest(folder: Folder, below: int) -> int:
    """The newest version with a lower number that is whole; 0 where none was found."""
    for number in range(below - 1, max(below - 1 - LOOKED_AT, 0), -1):
        if folder.is_whole(number):
            with contextlib.suppress(SouverainError):
                verify(folder, number)
                return number
    return 0


def advised(fault: CorruptStore, folder: Folder) -> CorruptStore:
    """The fault of the current version, with what to do about it.

    Nothing is done by itself: whoever looks after the store may know how to mend it.
    """
    with contextlib.suppress(CorruptStore):
        if number := newest(folder, folder.current):
            return CorruptStore(
                fault.path,
                fault.reason,
                f"version {number} is whole: to go on with it, move the folders of later ones out "
                f"of {folder.root / 'versions'}, and write {number} into "
                f"{folder.root / 'current'}; or restore a backup",
            )
    return fault
