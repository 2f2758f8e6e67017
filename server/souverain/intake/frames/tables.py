"""The frames of each kind, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from souverain.intake.frames import allying, buying, measuring, paying
from souverain.intake.frames.frame import Frame

FRAMES: Mapping[str, Sequence[Frame]] = {
    "acquisition": buying.FRAMES,
    "merger": allying.MERGERS,
    "partnership": allying.PARTNERSHIPS,
    "funding": paying.FRAMES,
    "amount": measuring.FRAMES,
}
