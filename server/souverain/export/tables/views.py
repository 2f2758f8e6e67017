"""What the SQLite file has beside its tables: indexes, views for people, and full text search."""

from __future__ import annotations

from souverain.export.tables.columns import TABLES

# Each column that refers to another table is looked up from there.
INDEXES = (
    *(
        f'CREATE INDEX {table.name}_{column.name} ON {table.name} ("{column.name}")'
        for table in TABLES.values()
        for column in table.columns
        if column.refers and table.key[0] != column.name
    ),
    "CREATE INDEX quotes_evidence ON quotes (evidence)",
)
_TOLD = (
    "article.slug AS article, article.published AS published, article.published_basis, "
    "(SELECT group_concat(exact, char(10)) FROM quotes WHERE quotes.claim = claim.iri) AS quote, "
    "claim.iri AS claim"
)
_FROM = "LEFT JOIN articles AS article ON article.iri = claim.article"
# By their names; the first column is what is read first.
VIEWS = {
    "ownership": (
        "CREATE VIEW ownership AS SELECT claim.holder_name AS holder, claim.target_name AS target, "
        "claim.percentage, claim.percentage_text AS printed, claim.stake_basis AS basis, "
        f"claim.status, claim.modality, claim.via_name AS via, {_TOLD} "
        f"FROM stake AS claim {_FROM}"
    ),
    "ownership_in_force": (
        "CREATE VIEW ownership_in_force AS SELECT * FROM ownership WHERE status = 'InForce'"
    ),
    "roles": (
        "CREATE VIEW roles AS SELECT claim.member_name AS member, claim.role, "
        "claim.role_text AS printed, claim.organization_name AS organization, claim.status, "
        f"claim.polarity, {_TOLD} FROM role_holding AS claim {_FROM}"
    ),
    "money": (
        "CREATE VIEW money AS SELECT claim.payer_name AS payer, claim.receiver_name AS receiver, "
        "claim.funding_status AS status, amount.amount_text AS printed, amount.amount_value, "
        f"amount.currency, {_TOLD} FROM funding AS claim "
        f"LEFT JOIN amount ON amount.iri = claim.amount {_FROM}"
    ),
    "disagreements": (
        "CREATE VIEW disagreements AS SELECT discrepancy_kind AS kind, discrepancy_note AS note, "
        '"between" AS claims, iri AS discrepancy FROM discrepancy'
    ),
}
# Written as Datasette looks for it.
SEARCHES = (
    'CREATE VIRTUAL TABLE quotes_fts USING fts5 (exact, content="quotes", '
    "tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')",
    'CREATE VIRTUAL TABLE names_fts USING fts5 (name, content="names", '
    "tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO names_fts (names_fts) VALUES ('rebuild')",
)
