"""What a format cannot hold, said once for all formats that share it."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """A sentence, or a part of one, in both languages."""

    en: str
    fr: str


GRAPHS = Words(
    "The names of the graphs, by which claims and what is derived from them are told apart.",
    "Les noms des graphes, qui distinguent les affirmations de ce qui en est déduit.",
)
WITHDRAWN = Words(
    "Claims that were withdrawn.",
    "Les affirmations retirées.",
)
FORMULAS = Words(
    "Cells that a spreadsheet would take for a formula begin with an apostrophe that no article "
    "prints.",
    "Les cellules qu’un tableur prendrait pour une formule commencent par une apostrophe qu’aucun "
    "article n’imprime.",
)
DATA = Words(
    "The graph: only the ontology is written.",
    "Le graphe : seule l’ontologie est écrite.",
)
FLOATS = Words(
    "Numbers are binary floating point, so that not every decimal place is exact.",
    "Les nombres sont en virgule flottante binaire : toutes les décimales ne sont pas exactes.",
)
NOT_IN_FORCE = Words(
    "Stakes that are planned, given up or denied: the format has only what is or was held.",
    "Les participations prévues, abandonnées ou niées : le format n’a que ce qui est ou fut "
    "détenu.",
)
OFFICES = Words(
    "Roles that are planned, given up or denied, and those that neither run an organization nor "
    "preside over it: to found it, to head a part of it, to lend it a name.",
    "Les fonctions prévues, abandonnées ou niées, et celles qui ne consistent ni à diriger une "
    "organisation ni à la présider : la fonder, en diriger une partie, lui prêter son nom.",
)
FULL_DATES = Words(
    "What is rough of a date: it becomes the last day that is possible, and of a start the first; "
    "an annotation says so, and whether the year is inferred.",
    "Ce qu’une date a d’imprécis : elle devient le dernier jour possible, et pour un début le "
    "premier ; une annotation le dit, et si l’année est déduite.",
)
LEGAL_FORM = Words(
    "The classes of the parties: each is a person, a legal entity, an arrangement of joint "
    "holders, or anonymous; which form it has in law is not said.",
    "Les classes des parties : chacune est une personne, une entité, un groupement de détenteurs, "
    "ou anonyme ; leur forme en droit n’est pas dite.",
)
DENIED = Words(
    "Claims that somebody has no stake or no role.",
    "Les affirmations que quelqu’un n’a pas de participation ou de fonction.",
)
BOUNDS = Words(
    "A share that is no printed figure: bounds, as of a majority, are told in words only.",
    "Une part sans chiffre imprimé : des bornes, comme d’une majorité, ne sont dites qu’en mots.",
)
ROUGH = Words(
    "Dates that are inferred or uncertain, as dates: they are told in words, and a printed year or "
    "month is a date.",
    "Les dates déduites ou incertaines, comme dates : elles sont dites en mots, et une année ou un "
    "mois imprimés sont des dates.",
)
COMPANIES = Words(
    "What is held, as what it is: the format calls each a Company, for only that can be owned.",
    "Ce qui est détenu, tel qu’il est : le format l’appelle Company, qui seule peut être possédée.",
)
TONGUES = Words(
    "The languages of names.",
    "Les langues des noms.",
)
OWNERSHIP = (
    Words(
        "All but stakes, roles and their parties: announcements, services and the rest.",
        "Tout sauf les participations, les fonctions et leurs parties : annonces, services et le "
        "reste.",
    ),
    Words(
        "Which claims are about one holding, and why they differ: each stands by itself.",
        "Quelles affirmations visent une même détention, et pourquoi elles diffèrent : chacune "
        "est à part.",
    ),
    Words(
        "Vehicles and those on whose behalf is held, as parties: they are named in words.",
        "Les véhicules et ceux pour le compte de qui l’on détient, comme parties : ils sont nommés "
        "en mots.",
    ),
    Words(
        "What the project computed, unless it is the layer that is asked for.",
        "Ce que le projet a calculé, sauf si c’est la couche demandée.",
    ),
    WITHDRAWN,
)
