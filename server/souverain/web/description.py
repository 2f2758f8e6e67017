"""What the endpoint says of itself (SPARQL 1.1 Service Description, and VoID)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain import query
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS, Format
from souverain.settings import SETTINGS, Settings
from souverain.source import Summary
from souverain.vocab import PREFIXES
from souverain.web.served import Served

# None of its characters is ever escaped, in any format.
_URL = re.compile(r"https?://[\w.\-]+(:\d+)?/[\w./~-]*|https?://\[[\da-fA-F:.]+\](:\d+)?/[\w./~-]*")
_ANYWHERE = "http://anywhere.invalid/sparql"
_HEAD = f"""\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <{PREFIXES["void"]}> .
@prefix rdfs: <{PREFIXES["rdfs"]}> .
"""
# The settings that bound what one query or client may have.
LIMITS = (
    "query_seconds",
    "query_memory_bytes",
    "answer_rows",
    "answer_bytes",
    "max_body_bytes",
    "workers",
    "client_workers",
    "client_seconds_per_minute",
)
# Those that bound what other endpoints are asked, told where any may be asked.
SERVICE_LIMITS = (
    "service_seconds",
    "service_rows",
    "service_bytes",
    "service_requests",
    "client_service_requests",
    "service_cache_seconds",
)


def document(url: str, format: Format, served: Served) -> bytes:
    """The description of the endpoint at that address.

    It is written once in each format: only the address differs between requests.
    """
    if not _URL.fullmatch(url):
        url = f"http://{served.settings.host}:{served.settings.port}/sparql"
    written = served.once((__name__, format), lambda: _written(format, served))
    return written.replace(_ANYWHERE.encode(), url.encode())


def _written(format: Format, served: Served) -> bytes:
    with query.graph(turtle(_ANYWHERE, served.summary, served.settings), format) as answer:
        return answer.read()


def turtle(url: str, summary: Summary, settings: Settings) -> str:
    """The same as Turtle."""
    lines = [*_service(url, summary, settings), *_graphs(url, summary), *_limits(url, settings)]
    statistics = [summary.description]
    if summary.is_union:
        lines.append(f"<{url}#union> a void:Dataset ; void:triples {summary.triples} .")
        statistics.append(_of_union(summary.description))
    return _HEAD + "\n".join([*lines, *statistics]).replace("<#", f"<{url}#")


def _of_union(statistics: str) -> str:
    """The same of the union as a dataset of its own.

    Comunica 5 passes over the default graph where it is a union, and adds up what else is there.
    """
    told = ("<#default> void:classPartition", "<#default> void:propertyPartition")
    about = [line for line in statistics.split("\n") if line.startswith(told)]
    return "\n".join(about).replace("<#default>", "<#union>")


def _service(url: str, summary: Summary, settings: Settings) -> Iterator[str]:
    yield f"<{url}> a sd:Service ; sd:endpoint <{url}> ;"
    updates = ", sd:SPARQL11Update" if settings.writable else ""
    yield f"  sd:supportedLanguage sd:SPARQL10Query, sd:SPARQL11Query{updates} ;"
    if summary.is_union:
        yield "  sd:feature sd:UnionDefaultGraph ;"
    if settings.service_allow:
        yield "  sd:feature sd:BasicFederatedQuery ;"
    for format in (*RESULT_FORMATS, *GRAPH_FORMATS):
        yield f"  sd:resultFormat <{format.iri}> ;"
    yield f"  sd:defaultDataset <{url}#dataset> ."


def _graphs(url: str, summary: Summary) -> Iterator[str]:
    yield f"<{url}#dataset> a sd:Dataset, void:Dataset ; void:sparqlEndpoint <{url}> ;"
    for number in range(len(summary.named)):
        yield f"  sd:namedGraph <{url}#named-{number}> ;"
    yield f"  sd:defaultGraph <{url}#default> ."
    yield f"<{url}#default> a sd:Graph, void:Dataset ; void:triples {summary.triples} ."
    for number, (name, triples) in enumerate(summary.named.items()):
        yield f"<{url}#named-{number}> a sd:NamedGraph ; sd:name <{name}> ;"
        yield f"  void:triples {triples} ; sd:graph <{url}#graph-{number}> ."
        yield f"<{url}#graph-{number}> a sd:Graph ."


def _limits(url: str, settings: Settings) -> Iterator[str]:
    """Each limit as a property of the service that says in words what it is."""
    told = LIMITS + (SERVICE_LIMITS if settings.service_allow else ())
    for row in SETTINGS:
        if row.name in told:
            term = f"<{url}#{row.name}>"
            yield f"<{url}> {term} {getattr(settings, row.name)} ."
            yield f'{term} rdfs:comment "{row.help}, in {row.unit}"@en .'
