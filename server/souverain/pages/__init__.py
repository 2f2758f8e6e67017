"""The site for people: documents made of one dataset, each at its own address.

It knows the data, and nothing of the server: a document is made from an `Asked` alone, wherever the
data are held.
"""

from __future__ import annotations

from souverain.pages.media import MEDIA_TYPES
from souverain.pages.words import LANGUAGES

__all__ = ["LANGUAGES", "MEDIA_TYPES"]
