"""neosemantics (n10s): a folder with the triples, and the Cypher that sets it up and loads them.

neosemantics 5, "Importing RDF data": texts keep their language tags, properties that repeat become
arrays, and names are shortened by the prefixes of the project.
"""

from __future__ import annotations

import json

from pyoxigraph import RdfFormat, serialize

from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES

TRIPLES, SCRIPT = "graph.nt", "load.cypher"
CONFIG = (
    "{handleVocabUris: 'SHORTEN', handleMultival: 'ARRAY', keepLangTag: true, "
    "handleRDFTypes: 'LABELS', keepCustomDataTypes: true}"
)


def write(selection: Selection, target: Target) -> Counts:
    """The triples, each once, and the script, whose parameter `folder` says where they lie."""
    count = 0
    with (target.path / TRIPLES).open("wb") as file:
        for triple in selection.triples():
            serialize([triple], file, RdfFormat.N_TRIPLES)
            count += 1
    (target.path / SCRIPT).write_text("\n".join(_script()) + "\n", "utf-8")
    return Counts({"triples": count}, {"lines": count})


def _script() -> list[str]:
    prefixes = (
        f"CALL n10s.nsprefixes.add({json.dumps(name)}, {json.dumps(iri)});"
        for name, iri in sorted(PREFIXES.items())
    )
    return [
        "// cypher-shell --param \"folder => 'file:///import/souverain'\" --file load.cypher",
        "CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS "
        "FOR (resource:Resource) REQUIRE resource.uri IS UNIQUE;",
        f"CALL n10s.graphconfig.init({CONFIG});",
        *prefixes,
        f"CALL n10s.rdf.import.fetch($folder + '/{TRIPLES}', 'N-Triples');",
    ]
