"""How a claim, an entity or an article is cited."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from souverain.document import Document
from souverain.pages.linked import citation
from souverain.pages.linked.citation import Citation
from souverain.vocab import BASE

Get = Callable[..., Document]
CLAIM, THING = "/id/stake-002-2a15f4633b", "/id/cloudwatt"
DERIVED = "/id/derivedstake-b53119cd76"
OWN = Citation("id-x", "entry", "T", "A", "https://x.test/y", "", "", "en", "v")


@pytest.mark.parametrize(("language", "word"), [("en", "holds 47 %"), ("fr", "détient 47 %")])
def test_a_claim_is_cited_by_its_sentence(get: Get, language: str, word: str) -> None:
    (item,) = json.loads(get(f"{CLAIM}.csl", language).content)
    assert word in item["title"].replace("\xa0", " ")
    assert item["language"] == language
    assert item["URL"] == BASE + CLAIM.removeprefix("/")
    assert "Numergy, détenu à 47 % par SFR" in item["note"]


def test_what_is_computed_is_cited_as_computed(get: Get) -> None:
    (item,) = json.loads(get(f"{DERIVED}.csl").content)
    assert item["title"].startswith("Computed from 2 claims")


@pytest.mark.parametrize("path", [CLAIM, THING, DERIVED, "/articles/002"])
def test_both_formats_cite_the_same_version(get: Get, path: str, site: object) -> None:
    version = site.version  # type: ignore[attr-defined]
    assert json.loads(get(f"{path}.csl").content)[0]["version"] == version
    assert f"version = {{{version}}}" in get(f"{path}.bib").content.decode("utf-8")


def test_an_inferred_date_is_cited_as_uncertain(get: Get) -> None:
    (item,) = json.loads(get("/articles/002.csl").content)
    assert item["issued"] == {"date-parts": [[2012, 10]], "circa": True}
    assert "date = {2012-10?}" in get("/articles/002.bib").content.decode("utf-8")


def test_a_stated_date_is_cited_as_it_is(get: Get) -> None:
    (item,) = json.loads(get("/articles/000.csl").content)
    assert item["issued"] == {"date-parts": [[2023, 6]]}


@pytest.mark.parametrize("path", [CLAIM, THING])
def test_nobody_invents_a_date_or_a_reader(get: Get, path: str) -> None:
    (item,) = json.loads(get(f"{path}.csl").content)
    assert "issued" not in item
    assert "accessed" not in item


@pytest.mark.parametrize("path", ["/articles/002"])
def test_nobody_invents_an_author_of_an_article(get: Get, path: str) -> None:
    assert "author" not in json.loads(get(f"{path}.csl").content)[0]
    assert "author" not in get(f"{path}.bib").content.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("47 %", r"47 \%"),
        ("R&D_#1 $5", r"R\&D\_\#1 \$5"),
        ("a{b", r"a\textbraceleft{}b"),
        ("}c", r"\textbraceright{}c"),
        ("~^\\", r"\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("« É » — l’", "« É » — l’"),
    ],
)
def test_what_tex_would_read_is_escaped(text: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}" in citation.bibtex(OWN._replace(title=text))


@pytest.mark.parametrize("text", ["}}}", "{{{", "\\}", "}\n@misc{x,", "\\input{/etc/passwd}"])
def test_no_text_ends_its_field(text: str) -> None:
    written = citation.bibtex(OWN._replace(title=text, note=text, author=text))
    assert written.count("{") == written.count("}")
    depth = 0
    for character in written.rstrip()[:-1]:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= (1 if "{" in written[:6] and depth else 0)
    assert "\\input" not in written


@pytest.mark.parametrize("edtf", ["2012/2013", "} , x = {", "2012-10-02T00:00", "X" * 100, ""])
def test_a_date_that_nobody_can_read_is_left_out(edtf: str) -> None:
    assert "date" not in citation.bibtex(OWN._replace(date=edtf))
    assert "issued" not in citation.csl(OWN._replace(date=edtf))


def test_a_key_has_letters_digits_and_hyphens_only(get: Get) -> None:
    for path in (CLAIM, THING, "/articles/002"):
        assert re.match(r"@misc\{[a-z0-9-]+,\n", get(f"{path}.bib").content.decode("utf-8"))
