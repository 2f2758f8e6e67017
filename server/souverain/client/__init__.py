"""A client of any SPARQL endpoint that serves this graph, in plain Python.

    from souverain.client import Client

    souverain = Client("http://127.0.0.1:8000")
    for row in souverain.select("SELECT ?holder { ?s sov:holder ?holder ; sov:target ?target }",
                                target="id:cloudwatt"):
        print(row["holder"])

It imports nothing of the server, and works against any other endpoint over the same data. `frame`
needs pandas, and `graph` needs rdflib.
"""

from souverain.client.asking import Client, Question, Quote, Rows
from souverain.client.faults import (
    BadQuery,
    Busy,
    ClientError,
    Cut,
    Malformed,
    MissingPackage,
    NotFound,
    OverLimit,
    Refused,
    TimedOut,
    Unreachable,
)
from souverain.client.terms import BlankNode, Iri, Literal, Row, Text, Value

__all__ = [
    "BadQuery",
    "BlankNode",
    "Busy",
    "Client",
    "ClientError",
    "Cut",
    "Iri",
    "Literal",
    "Malformed",
    "MissingPackage",
    "NotFound",
    "OverLimit",
    "Question",
    "Quote",
    "Refused",
    "Row",
    "Rows",
    "Text",
    "TimedOut",
    "Unreachable",
    "Value",
]
