"""The rows of the table of formats for the web and for science."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words

COMPUTED = Words(
    "What the project computed: derived stakes, groups of claims, ranks and discrepancies.",
    "Ce que le projet a calculé : participations déduites, groupes d’affirmations, rangs, écarts.",
)
NAMES = Words(
    "The entities: a claim names each by its IRI, and in its sentence.",
    "Les entités : une affirmation nomme chacune par son IRI, et dans sa phrase.",
)

LINKED = (
    Format(
        "nanopub",
        "application/trig",
        "nanopub.trig",
        Words(
            "nanopublications: each claim by itself, with its provenance; not signed",
            "les nanopublications : chaque affirmation à part, avec sa provenance ; non signées",
        ),
        (COMPUTED, NAMES, losses.WITHDRAWN),
        "linked.nanopub",
    ),
)
