"""What a row of the table of formats says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from souverain.export.losses import Words

STREAMS = None
# What a library keeps whole: Turtle of 19,300 claims took 869 MB, of 5,100 271 MB.
MOST_IN_MEMORY = 10_000


@dataclass(frozen=True)
class Format:
    """One way to write the graph.

    `losses` are what a reader of the file has to do without; `most_claims` is how many claims it
    goes up to, `None` where it is written as it is read. `extra` is the one that it needs, or
    empty; `module` writes it, by `function`. `is_folder` tells that it is several files. All claims
    are read in so many `passes`, or those of each class.
    """

    name: str
    media_type: str
    extension: str
    for_whom: Words
    losses: tuple[Words, ...]
    module: str
    function: str = "write"
    most_claims: int | None = STREAMS
    extra: str = ""
    is_folder: bool = False
    passes: int | Mapping[str, int] = 1
