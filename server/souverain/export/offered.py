"""Which formats a site has for download: one file each, made while somebody waits."""

from __future__ import annotations

# What is written to a stream, and needs no file beside it.
OFFERED = (
    "turtle",
    "trig",
    "ntriples",
    "nquads",
    "rdfxml",
    "jsonld",
    "jsonld-framed",
    "nquads-canonical",
    "trig-star",
    "owl-rdfxml",
    "bods",
    "ftm",
    "ftm-statements",
    "graphml",
    "gexf",
    "cytoscape",
    "neo4j-cypher",
    "mermaid",
    "dot",
    "schemaorg",
    "nanopub",
    "dcat",
)
