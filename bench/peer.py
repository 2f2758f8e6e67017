"""rdflib-endpoint over one file, as its manual says; uvicorn calls it in a process of its own."""

from __future__ import annotations

import os

from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint


def application() -> SparqlEndpoint:
    """The application over the file that BENCH_DATA names."""
    return SparqlEndpoint(graph=Graph().parse(os.environ["BENCH_DATA"]))
