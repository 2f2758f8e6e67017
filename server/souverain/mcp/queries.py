"""The queries that the tools themselves ask."""

from __future__ import annotations

from collections.abc import Iterable

from souverain.iri import is_absolute

OWN_PREFIXES = """PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX void: <http://rdfs.org/ns/void#>
"""
CITED = """SELECT DISTINCT ?claim ?quote ?article ?evidence {{
  {{ VALUES ?claim {{ {given} }} }}
  UNION {{ VALUES ?evidence {{ {given} }} ?claim sov:evidence ?evidence }}
  UNION {{ VALUES ?computed {{ {given} }} ?computed sov:premise|sov:between ?claim }}
  ?claim sov:evidence ?evidence .
  ?evidence oa:hasSource ?article ; oa:hasSelector/oa:exact ?quote
  FILTER NOT EXISTS {{ ?withdrawal sov:withdraws ?claim }}
}} ORDER BY ?article ?evidence ?claim LIMIT {most}"""
CLASSES = """SELECT ?term ?label ?comment (SAMPLE(?n) AS ?count) {
  ?term a owl:Class ; rdfs:label ?label ; rdfs:comment ?comment
  FILTER (LANG(?label) = "en" && LANG(?comment) = "en")
  OPTIONAL { ?part void:class ?term ; void:entities ?n }
} GROUP BY ?term ?label ?comment ORDER BY ?term"""
PROPERTIES = """SELECT ?term (SAMPLE(?l) AS ?label) (SAMPLE(?c) AS ?comment) (MAX(?n) AS ?count) {{
  ?part void:class <{about}> ; void:propertyPartition ?of .
  ?of void:property ?term ; void:triples ?n
  OPTIONAL {{ ?term rdfs:label ?l FILTER (LANG(?l) = "en") }}
  OPTIONAL {{ ?term rdfs:comment ?c FILTER (LANG(?c) = "en") }}
}} GROUP BY ?term ORDER BY DESC(?count) ?term"""
USING = """SELECT ?term (SAMPLE(?l) AS ?label) (SAMPLE(?c) AS ?comment) (MAX(?n) AS ?count) {{
  ?part void:class ?term ; void:propertyPartition ?of .
  ?of void:property <{about}> ; void:triples ?n
  OPTIONAL {{ ?term rdfs:label ?l FILTER (LANG(?l) = "en") }}
  OPTIONAL {{ ?term rdfs:comment ?c FILTER (LANG(?c) = "en") }}
}} GROUP BY ?term ORDER BY DESC(?count) ?term"""
# A property, and a class, with how often it is used.
OWN = (
    """SELECT ?term ?label ?comment ?count {{
  VALUES ?term {{ <{about}> }}
  ?term rdfs:label ?label ; rdfs:comment ?comment
  FILTER (LANG(?label) = "en" && LANG(?comment) = "en")
  {{ SELECT (COUNT(*) AS ?count) {{ ?subject <{about}> ?object }} }}
}}""",
    """SELECT ?term ?label ?comment ?count {{
  VALUES ?term {{ <{about}> }}
  ?term rdfs:label ?label ; rdfs:comment ?comment
  FILTER (LANG(?label) = "en" && LANG(?comment) = "en")
  {{ SELECT (COUNT(*) AS ?count) {{ ?thing a <{about}> }} }}
}}""",
)
TERMS = "SELECT ?term { ?term rdfs:isDefinedBy ?ontology ; rdfs:label ?label } ORDER BY ?term"
EXAMPLES = """SELECT ?name ?words ?query {
  ?example a sh:SPARQLExecutable ; rdfs:comment ?words ; sh:select|sh:ask|sh:construct ?query
  FILTER (LANG(?words) = "en")
  BIND (REPLACE(STR(?example), "^.*/", "") AS ?name)
} ORDER BY ?name"""


def cited(iris: Iterable[str], most: int) -> str:
    """The query for the quotes of claims, of evidence, and of what was computed from claims."""
    given = " ".join(f"<{iri}>" for iri in iris if is_absolute(iri))
    return OWN_PREFIXES + CITED.format(given=given, most=most)


def about(pattern: str, iri: str) -> str:
    """One of these queries, about a term."""
    return OWN_PREFIXES + pattern.format(about=iri)
