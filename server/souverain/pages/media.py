"""The media types of the site, the default first, and the suffixes by which one is chosen."""

from __future__ import annotations

HTML = "text/html"
TURTLE = "text/turtle"
JSON_LD = "application/ld+json"
N_TRIPLES = "application/n-triples"
RDF_XML = "application/rdf+xml"
CSV = "text/csv"
JSON = "application/json"
SVG = "image/svg+xml"
ATOM = "application/atom+xml"
XML = "application/xml"
BIBTEX = "application/x-bibtex"
CSL_JSON = "application/vnd.citationstyles.csl+json"
TEXT = "text/plain"
SPARQL_JSON = "application/sparql-results+json"

SUFFIXES = {
    "html": HTML,
    "ttl": TURTLE,
    "jsonld": JSON_LD,
    "nt": N_TRIPLES,
    "rdf": RDF_XML,
    "csv": CSV,
    "json": JSON,
    "svg": SVG,
    "atom": ATOM,
    "xml": XML,
    "bib": BIBTEX,
    "csl": CSL_JSON,
    "txt": TEXT,
    "srj": SPARQL_JSON,
}
MEDIA_TYPES = tuple(SUFFIXES.values())
EXTENSIONS = {media_type: suffix for suffix, media_type in SUFFIXES.items()}
# In these a thing of the graph can be read by machines, the default first.
RDF = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
