"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.settings import Settings
from souverain.store import Dataset
from souverain.vocab import PREFIXES

_URL = re.compile(r"https?://[\w.\-]+(:\d+)?/[\w./~-]*|https?://\[[\da-fA-F:.]+\](:\d+)?/[\w./~-]*")
_HEAD = f"""\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <{PREFIXES["void"]}> .
"""


def turtle(url: str, dataset: Dataset, settings: Settings) -> str:
    """The description of the endpoint at that address, as Turtle."""
    if not _URL.fullmatch(url):
        url = f"http://{settings.host}:{settings.port}/sparql"
    return _HEAD + "\n".join(_lines(url, dataset))


def _lines(url: str, dataset: Dataset) -> Iterator[str]:
    yield f"<{url}> a sd:Service ; sd:endpoint <{url}> ;"
    yield "  sd:supportedLanguage sd:SPARQL10Query, sd:SPARQL11Query ;"
    if dataset.is_union:
        yield "  sd:feature sd:UnionDefaultGraph ;"
    for format in (*RESULT_FORMATS, *GRAPH_FORMATS):
        yield f"  sd:resultFormat <{format.iri}> ;"
    yield f"  sd:defaultDataset <{url}#dataset> ."
    yield f"<{url}#dataset> a sd:Dataset, void:Dataset ;"
    yield f"  void:vocabulary <{PREFIXES['sov']}> ;"
    for number in range(len(dataset.named)):
        yield f"  sd:namedGraph <{url}#named-{number}> ;"
    yield f"  sd:defaultGraph <{url}#default> ."
    yield f"<{url}#default> a sd:Graph ; void:triples {dataset.triples} ."
    for number, (name, triples) in enumerate(dataset.named.items()):
        yield f"<{url}#named-{number}> a sd:NamedGraph ; sd:name <{name}> ;"
        yield f"  sd:graph <{url}#graph-{number}> ."
        yield f"<{url}#graph-{number}> a sd:Graph ; void:triples {triples} ."
