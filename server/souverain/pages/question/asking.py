"""A question with the values that somebody gives its parameters, each as a field of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from souverain import service
from souverain.errors import BadValue, NoSuchPage, UsageError
from souverain.pages.frame import LANGUAGE
from souverain.pages.linked.naming import called
from souverain.pages.page import VERSION, Page
from souverain.pages.search import index, meaning
from souverain.pages.search.items import Part
from souverain.pages.search.meaning import Unclear
from souverain.question import KINDS, Parameter, Question
from souverain.vocab import PREFIXES

MOST_SUGGESTIONS = 300
# Classes that say nothing of what a thing is.
GENERAL = frozenset({f"{PREFIXES['owl']}NamedIndividual", f"{PREFIXES['skos']}Concept"})
# In which field of a form a value of a kind is given.
INPUTS = {"date": "date", "decimal": "text", "string": "text", "iri": "text"}


class Suggestion(NamedTuple):
    """What may be given: the text that stands for the thing, and the thing's short name."""

    text: str
    short: str


class Field(NamedTuple):
    """A parameter, the text in its field, and the value that this means.

    There is no value where the text is `unclear`. For an IRI there are its name and its address;
    `is_entity` says that an entity is to be named.
    """

    parameter: Parameter
    text: str
    value: str = ""
    name: str = ""
    href: str = ""
    unclear: Unclear | None = None
    suggestions: tuple[Suggestion, ...] = ()
    is_entity: bool = False

    @property
    def input(self) -> str:
        """The type of the field."""
        return INPUTS[self.parameter.kind]


class Asking:
    """A question as it is asked on a page."""

    def __init__(self, page: Page, question: Question) -> None:
        self.question = question
        known = {*question.parameters, LANGUAGE, VERSION}
        for name in page.parameters.all:
            if name not in known:
                told = ", ".join(question.parameters) or "none"
                raise BadValue(name, "is none of this question", f"known: {told}")
        self.fields = tuple(_field(page, question, row) for row in question.parameters.values())

    @property
    def is_clear(self) -> bool:
        """Whether every parameter has a value."""
        return not any(field.unclear for field in self.fields)

    def demand_clear(self) -> None:
        """Raise `BadValue` for the first field that is unclear."""
        for field in self.fields:
            if field.unclear:
                raise field.unclear.fault(field.parameter.name)

    @cached_property
    def given(self) -> Mapping[str, str]:
        """The values by name, as the question takes them."""
        return {field.parameter.name: field.value for field in self.fields}

    @property
    def address(self) -> Mapping[str, str]:
        """The values by name, as they stand in an address that lasts."""
        return {name: meaning.short(value) for name, value in self.given.items()}

    @property
    def is_default(self) -> bool:
        """Whether the question is asked as it stands in its file."""
        return self.is_clear and all(_default(row.parameter) == row.value for row in self.fields)

    @cached_property
    def query(self) -> str:
        """The query with its prefixes and values, which any endpoint can be asked."""
        rows = {
            name: replace(row, default=self.given[name])
            for name, row in self.question.parameters.items()
        }
        return service.example(replace(self.question, parameters=rows))


def questions(page: Page) -> Mapping[str, Question]:
    """The questions of the project, by name."""
    return page.site.questions


def words(page: Page, question: Question) -> str:
    """The question in words, in the language of the page if it has them."""
    told = question.words
    return told.get(page.language) or next(iter(told.values()), question.name)


def named(page: Page, name: str) -> Question:
    """The question of that name; raises `NoSuchPage`."""
    found = questions(page)
    if name not in found:
        near = [(page.to(f"/questions/{row}"), row) for row in found if _alike(row, name)]
        raise NoSuchPage(page.asked.path, near, hint="/questions lists them all")
    return found[name]


def _alike(name: str, other: str) -> bool:
    parts = set(other.split("-"))
    return bool(parts & set(name.split("-")))


def _field(page: Page, question: Question, parameter: Parameter) -> Field:
    given = page.parameters.text(parameter.name) or parameter.default
    if not given:
        missing = Unclear("asking.missing", {"example": _example(parameter)})
        return Field(parameter, "", unclear=missing)
    if parameter.kind == "iri":
        return _thing(page, question, parameter, given)
    try:
        value = parameter.value(given).text
    except UsageError:
        values = {"text": given, "example": _example(parameter)}
        return Field(parameter, given, unclear=Unclear(f"asking.no_{parameter.kind}", values))
    return Field(parameter, value, value)


def _example(parameter: Parameter) -> str:
    return KINDS[parameter.kind].example


def _thing(page: Page, question: Question, parameter: Parameter, given: str) -> Field:
    rows = _suggested(page, question, parameter)
    shown = Field(
        parameter,
        given,
        suggestions=tuple(rows.values()),
        is_entity=_is_of_entities(page, _default(parameter)),
    )
    found = meaning.find(page, given, rows)
    if isinstance(found, Unclear):
        return shown._replace(unclear=found)
    text = rows[found].text if found in rows else meaning.text(page, found)
    return shown._replace(text=text, value=found, name=called(page, found), href=page.href(found))


def _suggested(page: Page, question: Question, parameter: Parameter) -> Mapping[str, Suggestion]:
    """What may be given for a parameter, by its IRI."""
    return page.site.once(
        (__name__, question.name, parameter.name, page.language),
        lambda: {
            iri: Suggestion(meaning.text(page, iri), meaning.short(iri))
            for iri in _things(page, parameter)[:MOST_SUGGESTIONS]
        },
    )


def _default(parameter: Parameter) -> str:
    return parameter.value(parameter.default).text if parameter.default else ""


def _is_of_entities(page: Page, default: str) -> bool:
    item = index.of(page.site).item(default)
    return item.part is Part.ENTITY if item else not page.site.facts.node(default)


def _things(page: Page, parameter: Parameter) -> list[str]:
    """The things of the same class as the one that is asked about unless another is given."""
    default = _default(parameter)
    if _is_of_entities(page, default):
        return [row.iri for row in index.of(page.site).items if row.part is Part.ENTITY]
    facts, node = page.site.facts, page.site.facts.node(default)
    if node.all("assertedIn"):
        return []
    kinds = [term.text for term in node.all("rdf:type") if term.text not in GENERAL]
    return sorted({row.iri for kind in kinds for row in facts.by(kind, "rdf:type")})
