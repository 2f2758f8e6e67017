"""The one table of prefixes, and the namespaces that the program itself writes.

Each prefix has one IRI, used for every Turtle file, every query and every answer.
"""

from __future__ import annotations

from types import MappingProxyType

from rdflib import Namespace

BASE = "https://w3id.org/souverain/"

SOV = Namespace(f"{BASE}ontology#")
SHAPE = Namespace(f"{BASE}shapes#")
RULE = Namespace(f"{BASE}rules#")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")

PREFIXES = MappingProxyType(
    {
        "article": f"{BASE}articles/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "graph": f"{BASE}graph/",
        "id": f"{BASE}id/",
        "oa": str(OA),
        "org": str(ORG),
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "rule": str(RULE),
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "shape": str(SHAPE),
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "sov": str(SOV),
        "vann": "http://purl.org/vocab/vann/",
        "void": "http://rdfs.org/ns/void#",
        "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
