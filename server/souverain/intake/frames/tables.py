"""The frames of each kind, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from souverain.intake.frames import buying
from souverain.intake.frames.frame import Frame

FRAMES: Mapping[str, Sequence[Frame]] = {
    "acquisition": buying.FRAMES,
}
