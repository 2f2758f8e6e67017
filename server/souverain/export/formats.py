"""The formats that the graph is exported in: one row each, in the order in which they are told."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.errors import UnknownName
from souverain.export import losses
from souverain.export.losses import Words

STREAMS = None


@dataclass(frozen=True)
class Format:
    """One way to write the graph.

    `losses` are what a reader of the file has to do without; `most_claims` is how many claims it
    goes up to, `None` where it is written as it is read. `extra` is the one that it needs, or
    empty; `module` writes it, by `function`. `is_folder` tells that it is several files.
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


FORMATS = (
    Format(
        "nquads",
        "application/n-quads",
        "nq",
        Words(
            "any RDF store, and the command line: a line for each statement, with its graph",
            "tout entrepôt RDF, et la ligne de commande : une ligne par énoncé, avec son graphe",
        ),
        (),
        "lines",
        "write_nquads",
    ),
    Format(
        "ntriples",
        "application/n-triples",
        "nt",
        Words(
            "any RDF tool, and the command line: a line for each statement",
            "tout outil RDF, et la ligne de commande : une ligne par énoncé",
        ),
        (losses.GRAPHS,),
        "lines",
        "write_ntriples",
    ),
)


def find(name: str) -> Format:
    """The format of that name; raises `UnknownName`, with near ones."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UnknownName("format", name, (format.name for format in FORMATS))
