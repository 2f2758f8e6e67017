"""The page at `/` of a server of any RDF: how much there is of it, and where to ask."""

from __future__ import annotations

from souverain.http.message import HTML, Response
from souverain.pages import rendering
from souverain.web.served import Served


def response(url: str, served: Served) -> Response:
    """The home page of a server at that address."""
    page = rendering.render(
        "data.html",
        endpoint=f"{url}sparql",
        triples=served.summary.served_triples,
        graphs=len(served.summary.named),
    )
    return Response.of(200, HTML, page, cache_control="no-cache")
