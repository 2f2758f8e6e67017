"""The rows of the table of formats for tools that draw and measure networks."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words
from souverain.export.network.ties import BY_KIND
from souverain.export.records.slots import CLAIMS

ALONE = Words(
    "What does not tie two entities: announcements, observations, amounts, conditions, mentions, "
    "and claims of which one party is not named.",
    "Ce qui ne lie pas deux entités : annonces, constats, montants, situations, mentions, et les "
    "affirmations dont une partie n’est pas nommée.",
)
SEVERAL = Words(
    "A claim in which three or more take part is several edges, with one IRI.",
    "Une affirmation à trois parties ou plus devient plusieurs arêtes, d’un même IRI.",
)
DERIVED = Words(
    "Of what is derived, all but stakes.",
    "De ce qui est déduit, tout sauf les participations.",
)
DETAILS = Words(
    "Notes, ranks, and in what language a text is.",
    "Les notes, les rangs, et la langue d’un texte.",
)
SHARED = (ALONE, SEVERAL, DERIVED, DETAILS, losses.WITHDRAWN, losses.FLOATS)
XML = Words(
    "Characters that XML forbids; each becomes U+FFFD.",
    "Les caractères que XML interdit ; chacun devient U+FFFD.",
)
DAYS = Words(
    "How uncertain a date is: an edge is there from the first to the last day that it can mean, "
    "and the date itself stands in an attribute.",
    "L’incertitude d’une date : une arête est là du premier au dernier jour qu’elle peut désigner, "
    "et la date elle-même est un attribut.",
)
LISTS = Words(
    "Lists are texts with a line for each value.",
    "Les listes sont des textes, une ligne par valeur.",
)
BLANKS = Words(
    "The character U+001F, which becomes a space.",
    "Le caractère U+001F, qui devient une espace.",
)
# The nodes, and then the edges.
TIES_READ = {kind: 2 for kind in BY_KIND if kind in CLAIMS}
MOST_IN_A_BROWSER = 50_000

NETWORKS = (
    Format(
        "graphml",
        "application/graphml+xml",
        "graphml",
        Words(
            "NetworkX, igraph, yEd, Gephi: companies and people as nodes, claims as edges",
            "NetworkX, igraph, yEd, Gephi : sociétés et personnes en nœuds, affirmations en arêtes",
        ),
        (*SHARED, LISTS, XML),
        "network.graphml",
        passes=TIES_READ,
    ),
    Format(
        "gexf",
        "application/gexf+xml",
        "gexf",
        Words(
            "Gephi and its time line: who is tied to whom, and when",
            "Gephi et sa chronologie : qui est lié à qui, et quand",
        ),
        (*SHARED, DAYS, LISTS, XML),
        "network.gexf",
        passes=TIES_READ,
    ),
    Format(
        "cytoscape",
        "application/json",
        "cyjs",
        Words(
            "Cytoscape, and pages that draw with Cytoscape.js",
            "Cytoscape, et les pages qui dessinent avec Cytoscape.js",
        ),
        SHARED,
        "network.cytoscape",
        passes=TIES_READ,
        most_claims=MOST_IN_A_BROWSER,
    ),
    Format(
        "neo4j",
        "text/csv",
        "neo4j",
        Words(
            "a new Neo4j database: CSV files for neo4j-admin, and the command",
            "une nouvelle base Neo4j : des fichiers CSV pour neo4j-admin, et la commande",
        ),
        (*SHARED, BLANKS),
        "network.neo4j",
        passes=TIES_READ,
        is_folder=True,
    ),
    Format(
        "neo4j-cypher",
        "application/x-cypher-query",
        "cypher",
        Words(
            "a running Neo4j: statements that may be run again",
            "une base Neo4j en marche : des instructions que l’on peut relancer",
        ),
        SHARED,
        "network.cypher",
        passes=TIES_READ,
    ),
    Format(
        "neosemantics",
        "application/n-triples",
        "n10s",
        Words(
            "Neo4j with its plugin neosemantics, which keeps it as RDF: triples, and the script",
            "Neo4j et son module neosemantics, qui le garde en RDF : triplets, et script",
        ),
        (losses.GRAPHS,),
        "network.neosemantics",
        is_folder=True,
    ),
)
