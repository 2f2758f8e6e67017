"""What a format cannot hold, said once for all formats that share it."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """A sentence, or a part of one, in both languages."""

    en: str
    fr: str


GRAPHS = Words(
    "The names of the graphs, by which claims and what is derived from them are told apart.",
    "Les noms des graphes, qui distinguent les affirmations de ce qui en est déduit.",
)
WITHDRAWN = Words(
    "Claims that were withdrawn.",
    "Les affirmations retirées.",
)
FORMULAS = Words(
    "Cells that a spreadsheet would take for a formula begin with an apostrophe that no article "
    "prints.",
    "Les cellules qu’un tableur prendrait pour une formule commencent par une apostrophe qu’aucun "
    "article n’imprime.",
)
DATA = Words(
    "The graph: only the ontology is written.",
    "Le graphe : seule l’ontologie est écrite.",
)
