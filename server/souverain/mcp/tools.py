"""The tools: what each answers, from whoever is asked. None of them changes anything."""

from __future__ import annotations

import json
from typing import Any

from souverain.client import NotFound
from souverain.errors import BadValue, NoSuchPage, UnknownName
from souverain.folding import fold
from souverain.mcp import citing, queries
from souverain.mcp.asking import Asked
from souverain.mcp.models import (
    Answered,
    Claim,
    Described,
    Entity,
    Example,
    Examples,
    Found,
    Question,
    Questions,
    Result,
    Schema,
    Term,
)
from souverain.ttl import expand, shorten
from souverain.vocab import PREFIXES, SOV

SITE_ID = "id:"
LONGEST_QUERY = 20_000
# A graph in Turtle is cut behind a line, so that it stays readable.
LONGEST_TURTLE = 20_000
ADVICE = (
    "No claim is named in this answer, so that it cannot be cited: select ?claim, or "
    "?claim sov:evidence ?evidence, as well."
)


class Tools:
    """Answers by models; raises `SouverainError` or `ClientError`."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    async def find_entity(self, name: str, type: str, language: str, limit: int) -> Found:
        """The entities that a name may mean, each with one claim about it."""
        query: dict[str, Any] = {"query": name, "limit": limit}
        batch = json.dumps({"q": query | ({"type": type} if type else {})})
        told = await self._asked.page("/reconcile", {"queries": batch}, language)
        return Found(
            asked=name, entities=[await self._entity(row, language) for row in told["q"]["result"]]
        )

    async def _entity(self, row: dict[str, Any], language: str) -> Entity:
        iri = expand(f"{SITE_ID}{row['id']}")
        told = await self._asked.page("/sources.json", {"of": iri, "size": 1}, language)
        return Entity(
            iri=iri,
            name=row["name"],
            description=row["description"],
            types=[kind["id"] for kind in row["type"]],
            score=row["score"],
            sure=row["match"],
            evidence=Claim(**told["claims"][0]) if told["claims"] else None,
        )

    async def describe(self, thing: str, language: str, page: int, size: int) -> Described:
        """A thing with what stands behind it, and a page of its claims."""
        given = {"of": thing, "page": page, "size": size}
        told = await self._asked.page("/sources.json", given, language)
        return Described(**told, cut=told["page"] < told["pages"])

    async def list_questions(self, about: str) -> Questions:
        """The questions whose name, theme or words hold those that are asked for."""
        told = await self._asked.page("/questions.json", {}, "en")
        found = [Question(**row) for row in told]
        return Questions(questions=[row for row in found if _is_about(about, _words(row))])

    async def ask_question(
        self, name: str, parameters: dict[str, str], language: str, limit: int
    ) -> Answered:
        """The answer to a question, with the claims that it stands on."""
        told = await self._question(name, parameters, language)
        shown = told["rows"][:limit]
        cited = await citing.citations(
            self._asked, [cell for row in shown for cell in row.values()]
        )
        return Answered(
            question=told["question"],
            words=told["words"],
            parameters={row["name"]: row["value"] for row in told["parameters"]},
            query=told["query"],
            columns=[row["name"] for row in told["columns"]],
            rows=[{key: cell["value"] for key, cell in row.items()} for row in shown],
            count=told["count"],
            cut=told["count"] > len(shown),
            citations=cited.citations,
            citations_cut=cited.is_cut,
        )

    async def _question(self, name: str, parameters: dict[str, str], language: str) -> Any:
        try:
            return await self._asked.page(f"/questions/{name}.json", parameters, language)
        except (NoSuchPage, NotFound) as fault:
            known = [row.name for row in (await self.list_questions("")).questions]
            raise fault if name in known else UnknownName("question", name, known) from None

    async def run_sparql(self, query: str, limit: int) -> Result:
        """The answer to a query, with the claims that it names."""
        if len(query) > LONGEST_QUERY:
            told = f"is longer than {LONGEST_QUERY} characters"
            raise BadValue("query", told, "ask for less at once")
        answer = await self._asked.sparql(query)
        if answer.results is None:
            return _graph(answer.turtle)
        if "boolean" in answer.results:
            truth = bool(answer.results["boolean"])
            return Result(columns=[], rows=[], count=1, cut=False, truth=truth)
        bindings = answer.results["results"]["bindings"]
        cells = [term for row in bindings[:limit] for term in row.values()]
        cited = await citing.citations(self._asked, cells)
        return Result(
            columns=answer.results["head"]["vars"],
            rows=citing.rows(answer.results)[:limit],
            count=len(bindings),
            cut=len(bindings) > limit,
            citations=cited.citations,
            citations_cut=cited.is_cut,
            advice="" if cited.citations or not bindings else ADVICE,
        )

    async def schema(self, term: str) -> Schema:
        """The classes; or what instances of one have, or what has one property."""
        classes: list[Term] = []
        properties: list[Term] = []
        if not term:
            classes = await self._terms(queries.OWN_PREFIXES + queries.CLASSES)
        else:
            iri = expand(term) if ":" in term else str(SOV[term])
            is_class = shorten(iri).rpartition(":")[2][:1].isupper()
            own = await self._terms(queries.about(queries.OWN[is_class], iri))
            used = queries.PROPERTIES if is_class else queries.USING
            others = await self._terms(queries.about(used, iri))
            if not (own or others):
                known = await self._terms(queries.OWN_PREFIXES + queries.TERMS)
                raise UnknownName("term", shorten(iri), [row.name for row in known])
            classes, properties = (own, others) if is_class else (others, own)
        about = shorten(iri) if term else "all classes"
        return Schema(about=about, classes=classes, properties=properties, prefixes=dict(PREFIXES))

    async def example_queries(self, about: str, limit: int) -> Examples:
        """Queries that run as they stand, whose words hold those that are asked for."""
        answer = await self._asked.sparql(queries.OWN_PREFIXES + queries.EXAMPLES)
        found = [Example(**row) for row in citing.rows(answer.results or {})]
        found = [row for row in found if _is_about(about, f"{row.name} {row.words}")]
        return Examples(examples=found[:limit], count=len(found), cut=len(found) > limit)

    async def _terms(self, query: str) -> list[Term]:
        answer = await self._asked.sparql(query)
        return [
            Term(
                iri=row["term"],
                name=shorten(row["term"]),
                label=row.get("label", ""),
                comment=row.get("comment", ""),
                count=int(row.get("count") or 0),
            )
            for row in citing.rows(answer.results or {})
        ]


def _graph(turtle: str) -> Result:
    cut = len(turtle) > LONGEST_TURTLE
    shown = turtle[:LONGEST_TURTLE].rpartition("\n")[0] if cut else turtle
    return Result(columns=[], rows=[], count=1, cut=cut, turtle=shown)


def _words(question: Question) -> str:
    return " ".join((question.name, question.theme, *question.words.values()))


def _is_about(asked: str, text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in fold(asked).split())
