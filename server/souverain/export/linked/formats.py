"""The rows of the table of formats for the web and for science."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words

COMPUTED = Words(
    "What the project computed: derived stakes, groups of claims, ranks and discrepancies.",
    "Ce que le projet a calculé : participations déduites, groupes d’affirmations, rangs, écarts.",
)
NAMES = Words(
    "The entities: a claim names each by its IRI, and in its sentence.",
    "Les entités : une affirmation nomme chacune par son IRI, et dans sa phrase.",
)

WORDS = Words(
    "What claims say of money, services, dates and places, as data: a claim is its sentence, the "
    "things that it names, and its quotes.",
    "Ce que les affirmations disent d’argent, de services, de dates et de lieux, comme données : "
    "une affirmation est sa phrase, ce qu’elle nomme, et ses citations.",
)
NOT_SO = Words(
    "As relations: stakes and roles that are planned, given up, denied, hoped for or rumoured, or "
    "ended on a day that no article names; each is a claim in words.",
    "Comme relations : les participations et fonctions prévues, abandonnées, niées, espérées, "
    "prêtées par la rumeur, ou finies un jour qu’aucun article ne dit ; chacune est une "
    "affirmation en mots.",
)
PRODUCTS = Words(
    "What is held, as what it is alone: it is a Product too, for only that can be owned.",
    "Ce qui est détenu, tel qu’il est seulement : c’est aussi un Product, qui seul est possédé.",
)
GROUPS = Words(
    "That joint holders form no organization: they are an Organization with its members, of whom "
    "none owns a share of its own.",
    "Que des détenteurs conjoints ne forment pas d’organisation : ils sont une Organization et ses "
    "membres, dont aucun n’a de part propre.",
)
DAYS = Words(
    "Dates that are inferred or uncertain, as dates: they are told in words; a printed year, month "
    "or day stands where an hour is wanted.",
    "Les dates déduites ou incertaines, comme dates : elles sont dites en mots ; une année, un "
    "mois ou un jour imprimés tiennent lieu de l’heure attendue.",
)
PROBABLE = Words(
    "Probable links to other data: only reviewed ones are told.",
    "Les liens probables vers d’autres données : seuls les liens vérifiés sont dits.",
)
GROUPED = Words(
    "Of what the project computed, all but derived stakes and how claims differ.",
    "De ce que le projet a calculé, tout sauf les participations déduites et les écarts.",
)
ALL = Words(
    "The data: they are described, all of them, whatever is selected.",
    "Les données : elles sont décrites, toutes, quoi que l’on choisisse.",
)

LINKED = (
    Format(
        "schemaorg",
        "application/ld+json",
        "schema.jsonld",
        Words(
            "search engines and programs that know schema.org: companies, owners, claims, quotes",
            "moteurs et programmes qui connaissent schema.org : sociétés, détenteurs, "
            "affirmations, citations",
        ),
        (
            WORDS,
            NOT_SO,
            PRODUCTS,
            GROUPS,
            DAYS,
            PROBABLE,
            GROUPED,
            losses.FLOATS,
            losses.WITHDRAWN,
        ),
        "linked.schemaorg",
    ),
    Format(
        "nanopub",
        "application/trig",
        "nanopub.trig",
        Words(
            "nanopublications: each claim by itself, with its provenance; not signed",
            "les nanopublications : chaque affirmation à part, avec sa provenance ; non signées",
        ),
        (COMPUTED, NAMES, losses.WITHDRAWN),
        "linked.nanopub",
    ),
    Format(
        "dcat",
        "text/turtle",
        "dcat.ttl",
        Words(
            "catalogues and open data portals: DCAT-AP 3 and VoID, with where each format is",
            "catalogues et portails de données : DCAT-AP 3 et VoID, et où trouver chaque format",
        ),
        (ALL,),
        "linked.dcat",
    ),
)
