"""`CITATION.cff` by the rules of the Citation File Format 1.2.0 (its schema, schema.json)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import yaml

from souverain.export.about import SPDX, about
from souverain.export.release import papers

from . import exporting

URL = re.compile(r"(https|http|ftp|sftp)://\S+")
# The identifiers that its list of licences has, of those that the data may state.
LICENCES = {"CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"}
ENTITY = {
    "address", "alias", "city", "country", "date-end", "date-start", "email", "fax", "location",
    "name", "orcid", "post-code", "region", "tel", "website",
}  # fmt: skip


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def is_day(value: Any) -> bool:
    """A text, as JSON has it: YAML makes days of those that are not quoted."""
    if not is_text(value) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_url(value: Any) -> bool:
    return is_text(value) and bool(URL.fullmatch(value))


def is_entity(value: Any) -> bool:
    return isinstance(value, dict) and {*value} <= ENTITY and is_text(value.get("name"))


def is_list_of(is_one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """A list of at least one, each once."""

    def holds(value: Any) -> bool:
        if not isinstance(value, list) or not value:
            return False
        return all(map(is_one, value)) and len({*map(repr, value)}) == len(value)

    return holds


# Each key that there may be of those that are written, whether there must be, and of what form.
RULES: dict[str, tuple[bool, Callable[[Any], bool]]] = {
    "abstract": (False, is_text),
    "authors": (True, is_list_of(is_entity)),
    "cff-version": (True, lambda value: value == "1.2.0"),
    "date-released": (False, is_day),
    "keywords": (False, is_list_of(is_text)),
    "license": (False, lambda value: value in LICENCES),
    "license-url": (False, is_url),
    "message": (True, is_text),
    "title": (True, is_text),
    "type": (False, lambda value: value in ("software", "dataset")),
    "url": (False, is_url),
    "version": (False, is_text),
}
# What else there may be, and is not written.
OTHERS = {
    "commit", "contact", "doi", "identifiers", "preferred-citation", "references", "repository",
    "repository-artifact", "repository-code",
}  # fmt: skip


def faults(citation: dict[str, Any]) -> set[str]:
    """The keys that must be there and are not, may not be, or have another form."""
    absent = {name for name, (is_needed, _) in RULES.items() if is_needed and name not in citation}
    wrong = {name for name in citation if name in RULES and not RULES[name][1](citation[name])}
    return absent | wrong | ({*citation} - {*RULES} - OTHERS)


@pytest.fixture
def told(either):
    return about(exporting.selection(either))


@pytest.fixture
def whole_citation(whole) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(papers.citation(about(exporting.selection(whole))))
    return found


def test_it_breaks_no_rule(told):
    assert faults(yaml.safe_load(papers.citation(told))) == set()


LICENSED = {
    **{address: ("license", name) for address, name in SPDX.items()},
    "https://a.example/licence": ("license-url", "https://a.example/licence"),
    "": ("", ""),
}


@pytest.mark.parametrize(("address", "expected"), LICENSED.items())
def test_a_licence_has_its_identifier_or_else_its_address(told, address, expected):
    citation = yaml.safe_load(papers.citation(replace(told, licence=address)))
    assert faults(citation) == set()
    found = {(name, text) for name, text in citation.items() if name.startswith("license")}
    assert found == ({expected} if address else set())


def test_who_does_not_say_who_made_it_is_anonymous(told):
    citation = yaml.safe_load(papers.citation(replace(told, creator="")))
    assert citation["authors"] == [{"name": "Anonymous"}]
    assert faults(citation) == set()


NASTY = ["yes", "1.0", "- a", "a: b", "'\"", "# a", "a\nb", "2026-11-28", "@a", "{", "\U0001f680"]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_stays_a_text(told, text):
    citation = yaml.safe_load(papers.citation(replace(told, creator=text, version=text)))
    assert (citation["authors"], citation["version"]) == ([{"name": text}], text)
    assert faults(citation) == set()


# The rules find what is wrong.


@pytest.mark.parametrize("name", [name for name, (is_needed, _) in RULES.items() if is_needed])
def test_a_key_that_must_be_there_is_missed(whole_citation, name):
    del whole_citation[name]
    assert faults(whole_citation) == {name}


WRONG = [
    ("authors", []),
    ("authors", [{"name": ""}]),
    ("authors", [{"title": "A"}]),
    ("authors", [{"name": "A"}, {"name": "A"}]),
    ("cff-version", "1.1.0"),
    ("date-released", "2026-11-31"),
    ("date-released", datetime.date(2026, 11, 28)),
    ("keywords", ["a", "a"]),
    ("license", "https://creativecommons.org/licenses/by/4.0/"),
    ("license-url", "CC-BY-4.0"),
    ("type", "graph"),
    ("url", "dataset"),
    ("version", 1.0),
    ("licence", "CC-BY-4.0"),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=repr)
def test_what_is_wrong_is_found(whole_citation, name, value):
    assert faults(whole_citation | {name: value}) == {name}
