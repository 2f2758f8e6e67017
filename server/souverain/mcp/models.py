"""What the tools answer, as models whose fields say what they hold; each can say itself in text."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Quote(BaseModel):
    """Words of an article, and where they stand in it."""

    iri: str = Field(description="the evidence: the place of the words in the article")
    text: str = Field(description="the words, character for character")
    article: str = Field(description="the IRI of the article")
    start: int = 0
    end: int = 0


class Premise(BaseModel):
    """A claim that something computed stands on."""

    iri: str
    sentence: str
    quotes: list[Quote] = []


class Article(BaseModel):
    """An article, with its date in words; `inferred` where it prints no whole date."""

    iri: str
    name: str
    date: str
    inferred: bool
    note: str = ""


class Claim(BaseModel):
    """What one article says, or what the project computed: cite it by its IRI and its quote."""

    iri: str = Field(description="the claim; cite it by this")
    kind: str = ""
    sentence: str = Field(description="what is claimed, by whom, and in what state")
    state: str = Field(
        default="", description="InForce, Planned, Ended, Abandoned, Negated, or none"
    )
    modality: str = ""
    computed: bool = Field(default=False, description="computed by the project: no article says it")
    withdrawn: bool = Field(default=False, description="found wrong, and no more held")
    quotes: list[Quote] = Field(default=[], description="the words that it stands on")
    article: Article | None = None
    premises: list[Premise] = Field(default=[], description="what was computed stands on these")

    def lines(self) -> list[str]:
        """The claim in text: its sentence, its IRI, and each quote with its article."""
        rows = [f"- {self.sentence}", f"  <{self.iri}>"]
        rows += [f"  « {row.text} » ({row.article}, {row.start}–{row.end})" for row in self.quotes]
        for premise in self.premises:
            rows.append(f"  stands on {premise.iri}: {premise.sentence}")
            rows += [f"    « {row.text} » ({row.article})" for row in premise.quotes]
        return rows


class Differing(BaseModel):
    """A disagreement of claims: its kind, what differs, and the other claims."""

    iri: str
    kind: str
    note: str
    others: list[Premise] = []


class Citation(BaseModel):
    """A claim that an answer stands on, with its quote."""

    claim: str
    quote: str
    article: str
    evidence: str


class Entity(BaseModel):
    """An entity that a name may mean; `sure` where no other one comes into question."""

    iri: str
    name: str
    description: str = ""
    types: list[str] = []
    score: float
    sure: bool
    evidence: Claim | None = Field(default=None, description="one claim about it, with its quote")


class Found(BaseModel):
    """The entities that a name may mean, the likeliest first."""

    asked: str
    entities: list[Entity]

    def __str__(self) -> str:
        if not self.entities:
            return f"No entity is called {self.asked!r}, or nearly so."
        rows = []
        for row in self.entities:
            sure = "sure" if row.sure else "not sure"
            rows.append(f"{row.name} <{row.iri}> ({row.description}; {row.score:.0f}, {sure})")
            rows += row.evidence.lines() if row.evidence else []
        return "\n".join(rows)


class Described(BaseModel):
    """A thing with what stands behind it, and a page of the claims about it."""

    iri: str
    name: str
    sentence: str = ""
    state: str = ""
    computed: bool = False
    withdrawn: bool = False
    quotes: list[Quote] = []
    article: Article | None = None
    premises: list[Premise] = []
    rule: str = Field(default="", description="how it was computed")
    disagreements: list[Differing] = Field(default=[], description="who says otherwise")
    notes: list[str] = []
    claims: list[Claim] = Field(default=[], description="what is claimed of it, on this page")
    count: int = Field(description="how many claims there are in all")
    page: int
    pages: int
    cut: bool = Field(description="there are more claims than are given here")

    def __str__(self) -> str:
        head = self.sentence or self.name
        own = Claim(iri=self.iri, sentence=head, quotes=self.quotes, premises=self.premises).lines()
        rows = [own[0].removeprefix("- "), *own[1:]]
        if self.rule:
            rows.append(f"How: {self.rule}")
        for row in self.disagreements:
            rows.append(f"Told otherwise ({row.kind}, {row.iri}): {row.note}")
            rows += [f"  {other.sentence} ({other.iri})" for other in row.others]
        rows += [f"Note: {note}" for note in self.notes]
        if self.claims:
            rows.append(f"Claims about it ({len(self.claims)} of {self.count}):")
        rows += [line for claim in self.claims for line in claim.lines()]
        if self.cut:
            rows.append(f"CUT: page {self.page} of {self.pages}; ask for the next page.")
        return "\n".join(rows)


class Parameter(BaseModel):
    """A parameter of a question: its kind, and the value that it has unless one is given."""

    name: str
    kind: str = Field(description="iri, date, string or decimal; for an iri any name does")
    default: str


class Question(BaseModel):
    """A question that the graph answers by its name."""

    name: str
    words: dict[str, str]
    theme: str
    parameters: list[Parameter]


class Questions(BaseModel):
    """The questions that the graph answers."""

    questions: list[Question]

    def __str__(self) -> str:
        return "\n".join(
            f"{row.name}({', '.join(f'{p.name}: {p.kind} = {p.default}' for p in row.parameters)})"
            f": {row.words.get('en', '')}"
            for row in self.questions
        )


Cells = dict[str, Any]


class Table(BaseModel):
    """Rows of an answer, with the claims that they stand on."""

    columns: list[str]
    rows: list[Cells] = Field(description="the value of each column, as text, in order")
    count: int = Field(description="how many rows there are in all")
    cut: bool = Field(description="there are more rows than are given here")
    citations: list[Citation] = Field(default=[], description="the claims that the answer names")
    citations_cut: bool = Field(default=False, description="it names more than are given here")

    def lines(self) -> list[str]:
        """The table, tab-separated, and its citations."""
        rows = ["\t".join(self.columns)]
        rows += ["\t".join(str(row.get(name, "")) for name in self.columns) for row in self.rows]
        if self.cut:
            rows.append(f"CUT: {len(self.rows)} of {self.count} rows are shown.")
        if self.citations:
            rows.append("Stands on:")
        rows += [f"- <{row.claim}>: « {row.quote} » ({row.article})" for row in self.citations]
        if self.citations_cut:
            rows.append("CUT: it stands on more claims; describe them one by one.")
        return rows


class Answered(Table):
    """The answer to a question."""

    question: str
    words: dict[str, str]
    parameters: dict[str, str]
    query: str = Field(description="the SPARQL that was asked")

    def __str__(self) -> str:
        head = self.words.get("en", self.question)
        given = ", ".join(f"{name} = {value}" for name, value in self.parameters.items())
        return "\n".join([f"{head} ({given})" if given else head, *self.lines()])


class Result(Table):
    """The answer to a SPARQL query: rows, a truth, or a graph in Turtle."""

    truth: bool | None = None
    turtle: str = ""
    advice: str = ""

    def __str__(self) -> str:
        if self.truth is not None:
            return str(self.truth).lower()
        if not self.columns:
            return self.turtle + ("\nCUT: the graph is larger." if self.cut else "")
        return "\n".join([*self.lines(), *filter(None, [self.advice])])


class Term(BaseModel):
    """A class or property of the ontology, and how often it is used."""

    iri: str
    name: str = Field(description="as it stands in a query")
    label: str = ""
    comment: str = ""
    count: int = 0


class Schema(BaseModel):
    """Classes and properties, with the prefixes that queries know undeclared."""

    about: str
    classes: list[Term]
    properties: list[Term]
    prefixes: dict[str, str]

    def __str__(self) -> str:
        rows = [f"Schema: {self.about}"]
        for title, terms in (("Classes", self.classes), ("Properties", self.properties)):
            rows += [f"{title}:"] if terms else []
            rows += [f"- {row.name} ({row.count}): {row.label}. {row.comment}" for row in terms]
        return "\n".join(rows)


class Example(BaseModel):
    """A query that runs as it stands, and what it asks in words."""

    name: str
    words: str
    query: str


class Examples(BaseModel):
    """Example queries."""

    examples: list[Example]
    count: int
    cut: bool

    def __str__(self) -> str:
        rows = [f"# {row.name}: {row.words}\n{row.query}" for row in self.examples]
        if self.cut:
            rows.append(f"CUT: {len(self.examples)} of {self.count} examples are shown.")
        return "\n\n".join(rows) or "No example fits."
