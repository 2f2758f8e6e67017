"""The Reconciliation Service API 0.2: tables of others, linked to the entities of this graph."""
