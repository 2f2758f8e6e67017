"""Asking other endpoints (SPARQL 1.1 Federated Query): SERVICE taken out before a worker sees it.

A query is taken apart by its tokens (`structure`, `scope`, `clauses`); what another endpoint has
to be asked is written (`splitting`), asked under limits (`exchange`, `asking`), and put in the
place of its clause as VALUES (`values`). `federated` is the way through all of it.
"""
