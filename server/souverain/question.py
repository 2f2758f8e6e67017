"""Questions kept in files: their words, and the parameters that they take.

A question is a SPARQL file whose first lines are comments:

    # en: Who holds shares of an organization?
    # fr: Qui détient des parts d’une organisation ?
    # theme: ownership
    # param: target iri id:cloudwatt
    #
    # What is not in force is left out.

A parameter is a variable of the query, with a kind (`KINDS`) and, after it, the value that it has
unless another is given; without one it must be given. It must be among the variables that the query
selects, for only there can it be bound (SEP-0007).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from pathlib import Path

from souverain.errors import UnknownName, UsageError
from souverain.files import Project
from souverain.iri import is_absolute
from souverain.vocab import PREFIXES

_HEADER = re.compile(r"#\s*(\w+):\s*(.*)")


@dataclass(frozen=True)
class Value:
    """A typed value: a literal of that datatype, or an IRI where there is none."""

    text: str
    datatype: str | None


def _iri(text: str) -> str:
    prefix, _, local = text.partition(":")
    whole = PREFIXES[prefix] + local if prefix in PREFIXES else text
    if not is_absolute(whole):
        raise ValueError
    return whole


def _date(text: str) -> str:
    return datetime.date.fromisoformat(text).isoformat()


def _decimal(text: str) -> str:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError
    return format(number, "f")


@dataclass(frozen=True)
class Kind:
    """What a parameter may be: how its text is read, and what it looks like."""

    read: Callable[[str], str]
    datatype: str | None
    example: str


KINDS = {
    "iri": Kind(_iri, None, "id:cloudwatt or https://…"),
    "date": Kind(_date, f"{PREFIXES['xsd']}date", "2012-10-02"),
    "string": Kind(str, f"{PREFIXES['xsd']}string", "any text"),
    "decimal": Kind(_decimal, f"{PREFIXES['xsd']}decimal", "44.4"),
}


@dataclass(frozen=True)
class Parameter:
    """A variable that a question leaves open."""

    name: str
    kind: str
    default: str

    def value(self, text: str) -> Value:
        """The text as a typed value; raises `UsageError` when it is none of that kind."""
        kind = KINDS[self.kind]
        if not text:
            raise UsageError(
                f"the parameter {self.name} has no value",
                hint=f"give it one: --param {self.name}={kind.example}",
            )
        try:
            return Value(kind.read(text), kind.datatype)
        except (ValueError, InvalidOperation):
            raise UsageError(
                f"{text!r} is no {self.kind} for the parameter {self.name}",
                hint=f"like this: --param {self.name}={kind.example}",
            ) from None


@dataclass(frozen=True)
class Question:
    """A query with its words in each language and its parameters.

    `theme` is what it is about, in one word; `note` is what its file says besides.
    """

    name: str
    text: str
    words: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    theme: str = ""
    note: str = ""

    def bind(self, given: Mapping[str, str]) -> dict[str, Value]:
        """The value of each parameter that has one; raises `UnknownName` for one too many."""
        for name in given:
            if name not in self.parameters:
                raise UnknownName("parameter of this query", name, self.parameters)
        texts = {name: given.get(name, row.default) for name, row in self.parameters.items()}
        return {name: self.parameters[name].value(text) for name, text in texts.items()}


def read(text: str, name: str) -> Question:
    """The question that a text holds; raises `UsageError` for a parameter without its kind."""
    words, parameters, notes = {}, {}, []
    for line in takewhile(_is_comment, text.splitlines()):
        found = _HEADER.fullmatch(line.rstrip())
        if not found:
            notes.append(line.lstrip("# ").rstrip())
        elif found[1] == "param":
            row = _parameter(found[2], name)
            parameters[row.name] = row
        else:
            words[found[1]] = found[2]
    theme = words.pop("theme", "")
    return Question(name, text, words, parameters, theme, " ".join(filter(None, notes)))


def _is_comment(line: str) -> bool:
    return line.startswith("#")


def load(project: Project) -> dict[str, Question]:
    """The questions of a project by their names."""
    return of_files(project, project.question_files())


def of_files(project: Project, paths: Iterable[Path]) -> dict[str, Question]:
    """The questions that some of its files hold, by their names."""
    return {path.stem: read(project.read(path), path.stem) for path in paths}


def find(project: Project, name: str) -> Question:
    """The question of that name; raises `UnknownName`."""
    for path in project.question_files():
        if path.stem == name:
            return read(project.read(path), name)
    raise UnknownName("question", name, (path.stem for path in project.question_files()))


def _parameter(text: str, question: str) -> Parameter:
    name, kind, default = [*text.split(None, 2), "", "", ""][:3]
    if kind not in KINDS:
        raise UsageError(
            f"{question}: the parameter {name!r} has no kind that is known",
            hint=f"write: # param: name kind default, with a kind of {', '.join(KINDS)}",
        )
    return Parameter(name, kind, default)
