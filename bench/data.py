"""The data that every server answers from, made up in the project's ontology, and what is asked.

The same seed gives the same bytes. 1,000 organizations hold stakes in one another; every stake has
its evidence, as in the graph itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from souverain.vocab import PREFIXES

SEED = 4
ORGANIZATIONS = 1_000
STAKES = 2_800
ARTICLES = 100

PREFIX_LINES = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("sov", "id", "skos"))
# {organization} and {number} are other in every request, so that no answer was given before.
LOOK_UP = (
    PREFIX_LINES + "SELECT ?holder ?percentage { ?stake sov:target id:org-{organization} ; "
    "sov:holder ?holder ; sov:percentage ?percentage } LIMIT {number}"
)
JOIN = (
    PREFIX_LINES + "SELECT ?name (COUNT(?stake) AS ?stakes) (SUM(?percentage) AS ?whole) { "
    "?stake sov:target ?target ; sov:holder ?holder ; sov:percentage ?percentage . "
    "?target a sov:Organization ; skos:prefLabel ?name } "
    "GROUP BY ?name ORDER BY DESC(?stakes) ?name LIMIT {number}"
)
HEAVY = (
    PREFIX_LINES + "SELECT ?first (COUNT(*) AS ?chains) { "
    "?a sov:holder ?first ; sov:target ?second . ?b sov:holder ?second ; sov:target ?third . "
    "?c sov:holder ?third ; sov:target ?fourth . ?d sov:holder ?fourth ; sov:target ?fifth . "
    "?e sov:holder ?fifth ; sov:target ?sixth } "
    "GROUP BY ?first ORDER BY DESC(?chains) ?first LIMIT {number}"
)
ROWS = (
    PREFIX_LINES + "SELECT ?one ?other { ?one a sov:Organization . ?other a sov:Organization } "
    "LIMIT {number}"
)
STAKE_ROWS = (
    PREFIX_LINES + "SELECT ?stake ?property ?value { ?stake a sov:Stake ; ?property ?value } "
    "LIMIT {number}"
)
# It would count the chains of three triples, however they hang together: 70 million million.
ENDLESS = "SELECT (COUNT(*) AS ?chains) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT {number}"


def filled(query: str, number: int) -> str:
    """The query with the number, and with one of the organizations."""
    organization = str(number % ORGANIZATIONS)
    return query.replace("{organization}", organization).replace("{number}", str(number))


def ntriples(seed: int = SEED) -> str:
    """The data, about 40,000 triples of N-Triples."""
    chance = random.Random(seed)
    lines = [*_articles(), *_organizations()]
    for number in range(STAKES):
        lines += _stake(number, chance)
    return "".join(f"{line}\n" for line in lines)


def many(copies: int) -> Iterator[str]:
    """The same so many times over, each about other things."""
    text, space = ntriples(), f"<{PREFIXES['id']}"
    for number in range(copies):
        yield text.replace(space, f"{space}{number}-")


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def _triples(subject: str, *pairs: tuple[str, str]) -> Iterator[str]:
    for predicate, value in pairs:
        yield f"{_iri(subject)} {_iri(predicate)} {value} ."


def _articles() -> Iterator[str]:
    for number in range(ARTICLES):
        yield from _triples(
            f"article:{number:03}", ("rdf:type", _iri("sov:Article")), ("dcterms:language", '"fr"')
        )


def _organizations() -> Iterator[str]:
    for number in range(ORGANIZATIONS):
        yield from _triples(
            f"id:org-{number}",
            ("rdf:type", _iri("sov:Organization")),
            ("skos:prefLabel", f'"Société n° {number}"@fr'),
        )


def _stake(number: int, chance: random.Random) -> Iterator[str]:
    holder, target = chance.sample(range(ORGANIZATIONS), 2)
    percentage = f"{chance.randrange(1, 100)}.{chance.randrange(1, 10)}"
    evidence, quote = f"id:evidence-{number}", f"id:quote-{number}"
    article = _iri(f"article:{chance.randrange(ARTICLES):03}")
    yield from _triples(
        f"id:stake-{number}",
        ("rdf:type", _iri("sov:Stake")),
        ("sov:holder", _iri(f"id:org-{holder}")),
        ("sov:target", _iri(f"id:org-{target}")),
        ("sov:percentage", f'"{percentage}"^^{_iri("xsd:decimal")}'),
        ("sov:stakeBasis", _iri("sov:Exact")),
        ("sov:status", _iri("sov:InForce")),
        ("sov:modality", _iri("sov:Stated")),
        ("sov:assertedIn", article),
        ("sov:evidence", _iri(evidence)),
    )
    yield from _triples(
        evidence,
        ("rdf:type", _iri("sov:Evidence")),
        ("oa:hasSource", article),
        ("oa:hasSelector", _iri(quote)),
    )
    yield from _triples(
        quote,
        ("rdf:type", _iri("oa:TextQuoteSelector")),
        ("oa:exact", f'"la société n° {holder} détient {percentage} % de la n° {target}"'),
    )
