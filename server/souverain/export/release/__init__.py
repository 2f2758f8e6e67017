"""A release: the graph in every format, with what proves that a copy of it is whole.

making     the folder: each format, and then what tells of them
formats    which formats are in it, and why one cannot be
manifest   its files as JSON, and their hashes as `sha256sum -c` reads them
previous   which version was before it
papers     how to cite it, what changed, and its licence
"""

from __future__ import annotations

from souverain.export.release.formats import chosen
from souverain.export.release.making import Made, make

__all__ = ["Made", "chosen", "make"]
