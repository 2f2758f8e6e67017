"""The rows of the table of formats for pictures of ownership."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words

STAKES = Words(
    "All but stakes; of these the quotes, which stand behind the links, and those that are denied.",
    "Tout sauf les participations ; de celles-ci les citations, qui sont derrière les liens, et "
    "celles qui sont niées.",
)
LINKS = Words(
    "All but stakes; of these the quotes and links, and those that are denied.",
    "Tout sauf les participations ; de celles-ci les citations et les liens, et celles qui sont "
    "niées.",
)
LOOKS = Words(
    "Planned stakes are dashed, those that have ended or were given up are grey.",
    "Les participations prévues sont en tirets, celles qui sont finies ou abandonnées en gris.",
)
# For the boxes, for the arrows, and for how many are denied.
STAKES_READ = {"Stake": 3}
# More, and no one sees anything.
MOST_IN_A_PICTURE = 5_000
MOST_LAID_OUT = 20_000

PICTURES = (
    Format(
        "mermaid",
        "text/vnd.mermaid",
        "mmd",
        Words(
            "Markdown pages: who holds what, as a picture",
            "les pages Markdown : qui détient quoi, en image",
        ),
        (LINKS, LOOKS, losses.WITHDRAWN),
        "picture.mermaid",
        passes=STAKES_READ,
        most_claims=MOST_IN_A_PICTURE,
    ),
    Format(
        "dot",
        "text/vnd.graphviz",
        "dot",
        Words(
            "Graphviz: who holds what, as a picture",
            "Graphviz : qui détient quoi, en image",
        ),
        (STAKES, LOOKS, losses.WITHDRAWN),
        "picture.dot",
        passes=STAKES_READ,
        most_claims=MOST_LAID_OUT,
    ),
)
