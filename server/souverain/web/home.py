"""The page at `/`: what this is, how much there is of it, and where to ask."""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import urlencode

from souverain.http.message import HTML, Response
from souverain.query.job import Engine, Job
from souverain.web import pages
from souverain.web.served import Served

COUNTS = """
SELECT (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?article) AS ?articles) {
  { ?claim a/rdfs:subClassOf* sov:Claim } UNION { ?article a sov:Article }
}
"""


class Example(NamedTuple):
    """A query to try, and what it asks."""

    words: str
    query: str

    @property
    def link(self) -> str:
        """Where its answer is."""
        return "sparql?" + urlencode({"query": self.query})


EXAMPLES = (
    Example(
        "Who holds what share of Numergy, in the words of the article?",
        """\
SELECT ?holder ?percentage ?quote {
  ?stake a sov:Stake ; sov:target id:numergy ; sov:holder/skos:prefLabel ?holder ;
    sov:evidence/oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?stake sov:percentage ?percentage }
  FILTER (LANG(?holder) = "fr")
}
ORDER BY DESC(?percentage)""",
    ),
    Example(
        "What is left of Cloudwatt for the holder who has “the rest”, as computed?",
        """\
SELECT ?holder ?left ?least ?most {
  ?stake a sov:DerivedStake ; sov:target id:cloudwatt ; sov:holder/skos:prefLabel ?holder ;
    sov:derivedPercentage ?left ; sov:derivedMin ?least ; sov:derivedMax ?most .
  FILTER (LANG(?holder) = "fr")
}""",
    ),
    Example(
        "How many claims of each kind does each article make?",
        """\
SELECT ?article ?kind (COUNT(?claim) AS ?claims) {
  ?claim a ?kind ; sov:assertedIn ?article
}
GROUP BY ?article ?kind
ORDER BY ?article DESC(?claims)""",
    ),
)


def response(url: str, served: Served, engine: Engine) -> Response:
    """The home page of a server at that address."""
    summary = served.summary
    page = pages.render(
        "data.html" if served.settings.data else "home.html",
        endpoint=f"{url}sparql",
        triples=summary.served_triples,
        graphs=len(summary.named),
        base=served.settings.base,
        examples=EXAMPLES,
        **({} if served.settings.data else served.once(__name__, lambda: _counts(engine))),
    )
    return Response.of(200, HTML, page, cache_control="no-cache")


def _counts(engine: Engine) -> dict[str, int]:
    gathered = engine.answer(Job(COUNTS))
    (row,) = json.loads(b"".join(gathered.chunks))["results"]["bindings"]
    return {name: int(cell["value"]) for name, cell in row.items()}
