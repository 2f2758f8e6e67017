"""The packages, as rows of the table of formats."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words
from souverain.export.tables.formats import OF_CSV, PLACES, SHARED

PACKAGES = (
    Format(
        "rocrate",
        "application/ld+json",
        "json",
        Words(
            "archives of research data: the graph and its tables, with their sources (RO-Crate)",
            "les archives de la recherche : le graphe et ses tables, avec leurs sources (RO-Crate)",
        ),
        (),
        "package.rocrate",
        passes=2,
        is_folder=True,
    ),
    Format(
        "croissant",
        "application/ld+json",
        "json",
        Words(
            "machine learning: tables as sets of records (Croissant)",
            "l’apprentissage automatique : tables en jeux d’enregistrements (Croissant)",
        ),
        (*SHARED, PLACES, losses.FLOATS),
        "package.croissant",
        extra="export",
        is_folder=True,
    ),
    Format(
        "datapackage",
        "application/vnd.datapackage+json",
        "json",
        Words(
            "open data portals and R: tables with types and keys (Frictionless Data Package)",
            "portails de données ouvertes et R : tables, types et clés (Frictionless Data Package)",
        ),
        OF_CSV,
        "package.datapackage",
        is_folder=True,
    ),
)
