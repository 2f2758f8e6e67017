"""The rows of the table of formats for tables."""

from __future__ import annotations

from souverain.export import losses
from souverain.export.format import Format
from souverain.export.losses import Words

DETAILS = Words(
    "In what language the words of a claim are; what stands before and after a quote; how links to "
    "other data were found.",
    "La langue des mots d’une affirmation ; ce qui entoure une citation ; comment les liens vers "
    "d’autres données ont été trouvés.",
)
LISTS = Words(
    "Line ends within the values of a list, which become spaces; the table of quotes has them.",
    "Les fins de ligne dans les valeurs d’une liste, qui deviennent des espaces ; la table des "
    "citations les garde.",
)
MARKED = Words(
    "Cells that Excel would take for a formula are marked as texts (its quote prefix).",
    "Les cellules qu’Excel prendrait pour une formule sont marquées comme textes.",
)
PLACES = Words(
    "Of a number, what comes after twelve decimal places.",
    "D’un nombre, ce qui suit douze décimales.",
)
SHARED = (DETAILS, losses.WITHDRAWN)
OF_CSV = (*SHARED, LISTS, losses.FORMULAS)
# It grows by 2.4 KB a claim at most: 76 MB of 5,100 claims, 112 MB of 20,300.
MOST_IN_A_WORKBOOK = 150_000

TABLES = (
    Format(
        "csv",
        "text/csv",
        "csv",
        Words(
            "spreadsheets, R, and scripts: a file for each class, and what columns mean (CSVW)",
            "tableurs, R et scripts : un fichier par classe, et le sens des colonnes (CSVW)",
        ),
        OF_CSV,
        "tables.csvs",
        is_folder=True,
    ),
    Format(
        "parquet",
        "application/vnd.apache.parquet",
        "parquet",
        Words(
            "DuckDB, pandas, Spark: a file for each class, with types",
            "DuckDB, pandas, Spark : un fichier par classe, avec les types",
        ),
        (*SHARED, PLACES),
        "tables.parquet",
        extra="export",
        is_folder=True,
    ),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        Words(
            "Excel and LibreOffice: a sheet for each class",
            "Excel et LibreOffice : une feuille par classe",
        ),
        (*SHARED, LISTS, losses.FLOATS, MARKED),
        "tables.excel",
        extra="export",
        most_claims=MOST_IN_A_WORKBOOK,
    ),
    Format(
        "sqlite",
        "application/vnd.sqlite3",
        "db",
        Words(
            "SQL, and Datasette, which makes pages of it: tables, views and search",
            "SQL, et Datasette, qui en fait des pages : tables, vues et recherche",
        ),
        (*SHARED, losses.FLOATS),
        "tables.sqlite",
    ),
)
