"""The client: queries, named questions, and the words that a claim stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request

from souverain.client import terms
from souverain.client.binding import bound
from souverain.client.exchange import Answer, send
from souverain.client.faults import BadQuery, Malformed, MissingPackage, NotFound
from souverain.client.terms import Iri, Row, Value

if TYPE_CHECKING:
    import pandas
    import rdflib

BASE = "https://w3id.org/souverain/"
# What a query need not declare: it is declared where the query uses it, for any endpoint.
PREFIXES = {
    "article": f"{BASE}articles/",
    "graph": f"{BASE}graph/",
    "id": f"{BASE}id/",
    "sov": f"{BASE}ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": terms.XSD,
}
RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
SPARQL = "/sparql"
QUOTES = """SELECT ?evidence ?quote ?article ?start ?end {
  ?claim sov:evidence ?evidence .
  ?evidence oa:hasSource ?article ; oa:hasSelector ?words, ?place .
  ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end
} ORDER BY ?article ?start ?end"""


class Rows(list[Row]):
    """The solutions of a query, each a value by the name of its variable; `columns` in order."""

    def __init__(self, columns: Iterable[str], rows: Iterable[Row]) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)


class Question(NamedTuple):
    """A question that the server has: its name, its words by language, and its parameters.

    Each parameter has a name, a kind (`iri`, `date`, `string`, `decimal`) and a default.
    """

    name: str
    words: Mapping[str, str]
    theme: str
    parameters: tuple[Mapping[str, str], ...]


class Quote(NamedTuple):
    """Words of an article that a claim stands on, and where they stand in its text."""

    evidence: Iri
    text: str
    article: Iri
    start: int
    end: int


class Client:
    """Asks one endpoint.

    `url` is the address of a server of this project, or of any SPARQL endpoint over the same graph:
    without a path it is that of the server, whose endpoint is at `/sparql`. Every method raises
    `ClientError`; an answer that was cut short is never given as one.
    """

    def __init__(self, url: str, *, timeout_seconds: float = 60.0) -> None:
        self.endpoint = url if urlsplit(url).path.strip("/") else url.rstrip("/") + SPARQL
        self.timeout_seconds = timeout_seconds

    def select(self, query: str, /, **bindings: object) -> Rows:
        """The solutions of a SELECT; a keyword gives the variable of that name a value.

        A text such as `id:cloudwatt`, or an IRI in full, is an IRI; other values are literals.
        """
        return _rows(self._results(query, bindings))

    def ask(self, query: str, /, **bindings: object) -> bool:
        """The answer to an ASK."""
        found = self._results(query, bindings)
        if not isinstance(found.get("boolean"), bool):
            raise Malformed("the query is answered by rows", hint="ask it with select")
        return bool(found["boolean"])

    def frame(self, query: str, /, **bindings: object) -> pandas.DataFrame:
        """The solutions of a SELECT as a table of pandas; unbound variables are `None`."""
        try:
            import pandas
        except ImportError:
            raise MissingPackage("pandas", "frame") from None
        rows = self.select(query, **bindings)
        return pandas.DataFrame(
            [[row[name] for name in rows.columns] for row in rows],
            columns=list(rows.columns),
            dtype=object,
        )

    def graph(self, query: str, /, **bindings: object) -> rdflib.Graph:
        """The graph of a CONSTRUCT or DESCRIBE, for rdflib."""
        try:
            import rdflib
        except ImportError:
            raise MissingPackage("rdflib", "graph") from None
        answer = self.raw(query, TRIPLES, **bindings)
        if answer.media_type not in (TRIPLES, "text/plain"):
            raise Malformed(
                f"the query is answered as {answer.media_type}", hint="ask it with select or ask"
            )
        return rdflib.Graph().parse(data=answer.content, format="nt")

    def questions(self) -> list[Question]:
        """The questions that the server has, by theme."""
        found = self._page("/questions.json").json()
        try:
            return [
                Question(row["name"], row["words"], row["theme"], tuple(row["parameters"]))
                for row in found
            ]
        except (KeyError, TypeError):
            raise Malformed("the list of questions is none") from None

    def question(self, name: str, /, **parameters: object) -> Rows:
        """The answer to a question of the server, by its name."""
        path = f"/questions/{quote(name, safe='')}.srj"
        return _rows(self._page(path, parameters).json())

    def sources(self, claim: str) -> list[Quote]:
        """The words that a claim stands on, in the order of the text; of nothing, none."""
        return [
            Quote(
                Iri(str(row["evidence"])),
                str(row["quote"]),
                Iri(str(row["article"])),
                int(str(row["start"])),
                int(str(row["end"])),
            )
            for row in self.select(QUOTES, claim=self.iri(claim))
        ]

    def explain(self, thing: str, language: str = "en") -> dict[str, Any]:
        """What the server says of a thing: its sentence, its quotes, who differs, its claims.

        Needs a server of this project; see `/sources.json` in its `/openapi.json`.
        """
        found = self._page("/sources.json", {"of": thing, "lang": language}).json()
        if not isinstance(found, dict):
            raise Malformed("the explanation is none")
        return found

    @staticmethod
    def iri(text: str) -> Iri:
        """An IRI in full, of one in full or with a prefix, or of the last part alone."""
        return terms.iri(text, PREFIXES) or Iri(PREFIXES["id"] + text)

    def _results(self, query: str, bindings: Mapping[str, object]) -> dict[str, Any]:
        answer = self.raw(query, RESULTS, **bindings)
        found = answer.json() if answer.media_type in (RESULTS, "application/json") else None
        if not isinstance(found, dict):
            raise Malformed(
                f"the query is answered as {answer.media_type}", hint="ask it with graph"
            )
        return found

    def raw(self, query: str, accept: str, /, **bindings: object) -> Answer:
        """The answer to any query as it comes: its media type, and its bytes."""
        text = _declared(_bound(query, bindings))
        headers = {"Accept": f"{accept}, */*;q=0.1", "Accept-Encoding": "identity"}
        form = urlencode({"query": text}).encode("ascii")
        return send(Request(self.endpoint, form, headers), self.timeout_seconds)

    def address(self, path: str) -> str:
        """The address of a page of the server; raises `NotFound` where it has none."""
        if not self.endpoint.endswith(SPARQL):
            raise NotFound(
                f"{self.endpoint} is no server of this project, and has no {path}",
                hint="give the client the address of one, or ask with select",
            )
        return self.endpoint.removesuffix(SPARQL) + path

    def _page(self, path: str, parameters: Mapping[str, object] | None = None) -> Answer:
        given = {name: str(value) for name, value in (parameters or {}).items()}
        url = self.address(path)
        request = Request(f"{url}?{urlencode(given)}" if given else url)
        return send(request, self.timeout_seconds)


def _bound(query: str, bindings: Mapping[str, object]) -> str:
    try:
        return bound(query, {name: _term(value) for name, value in bindings.items()})
    except LookupError as fault:
        raise BadQuery(
            f"the query has no variable ?{fault.args[0]}", hint="give no other"
        ) from None
    except TypeError as fault:
        raise BadQuery(str(fault), hint="give a text, number, date or Iri") from None


def _term(value: object) -> str:
    if type(value) is str and (found := terms.iri(value, PREFIXES)):
        return terms.written(found)
    return terms.written(value)


def _declared(query: str) -> str:
    """The query with the prefixes that it uses and does not declare, before its first line."""
    head = query.lower()
    missing = [
        f"PREFIX {name}: <{iri}>"
        for name, iri in PREFIXES.items()
        if f"{name}:" in query and f"prefix {name}:" not in " ".join(head.split())
    ]
    return " ".join((*missing, query))


def _rows(found: Any) -> Rows:
    try:
        columns = found["head"]["vars"]
        rows = [_row(columns, row) for row in found["results"]["bindings"]]
    except (KeyError, TypeError, ValueError):
        raise Malformed("the answer holds no rows", hint="ask a SELECT") from None
    return Rows(columns, rows)


def _row(columns: Iterable[str], row: Mapping[str, Any]) -> Row:
    value: Value | None
    told: Row = {}
    for name in columns:
        value = terms.read(row[name]) if name in row else None
        told[name] = value
    return told
