"""The formats that the graph is exported in: one row each, in the order in which they are told."""

from __future__ import annotations

from souverain.errors import UnknownName
from souverain.export import losses
from souverain.export.format import MOST_IN_MEMORY, Format
from souverain.export.linked.formats import LINKED
from souverain.export.losses import Words
from souverain.export.network.formats import NETWORKS
from souverain.export.ownership.formats import OWNERSHIP
from souverain.export.package.formats import PACKAGES
from souverain.export.picture.formats import PICTURES
from souverain.export.tables.formats import TABLES

FORMATS = (
    Format(
        "turtle",
        "text/turtle",
        "ttl",
        Words(
            "people who read RDF, and every RDF tool",
            "qui lit le RDF, et tout outil RDF",
        ),
        (losses.GRAPHS,),
        "oneform",
        most_claims=MOST_IN_MEMORY,
    ),
    Format(
        "trig",
        "application/trig",
        "trig",
        Words(
            "RDF stores that keep named graphs, and people",
            "les entrepôts RDF à graphes nommés, et les personnes",
        ),
        (),
        "rdf",
        "write_trig",
    ),
    Format(
        "ntriples",
        "application/n-triples",
        "nt",
        Words(
            "any RDF tool, and the command line: a line each",
            "tout outil RDF, et la ligne de commande : une ligne chacun",
        ),
        (losses.GRAPHS,),
        "rdf",
        "write_ntriples",
    ),
    Format(
        "nquads",
        "application/n-quads",
        "nq",
        Words(
            "any RDF store, and the command line, with the graphs",
            "tout entrepôt RDF, et la ligne de commande, avec les graphes",
        ),
        (),
        "rdf",
        "write_nquads",
    ),
    Format(
        "rdfxml",
        "application/rdf+xml",
        "rdf",
        Words(
            "older RDF tools, and what reads only XML",
            "les outils RDF anciens, et ce qui ne lit que du XML",
        ),
        (losses.GRAPHS,),
        "rdf",
        "write_rdfxml",
    ),
    Format(
        "jsonld",
        "application/ld+json",
        "jsonld",
        Words(
            "programs that read JSON, with their names explained in the file",
            "les programmes qui lisent du JSON, noms expliqués dans le fichier",
        ),
        (),
        "jsonld",
    ),
    Format(
        "jsonld-framed",
        "application/ld+json",
        "jsonld",
        Words(
            "programs and people: each claim as a tree, quotes inside",
            "programmes et personnes : chaque affirmation en arbre, citations comprises",
        ),
        (losses.GRAPHS,),
        "jsonld",
        "write_framed",
    ),
    Format(
        "nquads-canonical",
        "application/n-quads",
        "nq",
        Words(
            "whoever compares or signs: the same data, the same hash",
            "qui compare ou signe : mêmes données, même empreinte",
        ),
        (),
        "rdf",
        "write_canonical",
    ),
    Format(
        "trig-star",
        "application/trig",
        "trig",
        Words(
            "stores of RDF 1.2: stakes reify what they say",
            "les entrepôts RDF 1.2 : les participations réifient ce qu’elles disent",
        ),
        (),
        "rdf",
        "write_reified",
    ),
    Format(
        "owl-rdfxml",
        "application/rdf+xml",
        "owl",
        Words(
            "Protégé and OWL tools: the ontology alone",
            "Protégé et les outils OWL : l’ontologie seule",
        ),
        (losses.DATA,),
        "ontology",
        passes=0,
    ),
    Format(
        "owl-functional",
        "text/owl-functional",
        "ofn",
        Words(
            "OWL tools, and a diff of axioms: the ontology alone",
            "les outils OWL, et la comparaison d’axiomes : l’ontologie seule",
        ),
        (losses.DATA,),
        "axioms",
        extra="export",
        passes=0,
    ),
    *NETWORKS,
    *PICTURES,
    *TABLES,
    *OWNERSHIP,
    *LINKED,
    *PACKAGES,
)


def find(name: str) -> Format:
    """The format of that name; raises `UnknownName`, with near ones."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UnknownName("format", name, (format.name for format in FORMATS))
