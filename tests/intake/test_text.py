"""Texts as they are kept: what is one, where its sentences end, its language, what is like it."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from souverain import text
from souverain.errors import BadText, DataError
from souverain.intake import languages, sentences
from souverain.intake.likeness import Likeness
from souverain.intake.text import MOST_BYTES, Text, decode

DEVELOPMENT = Path(__file__).parent / "development"
ARTICLES = tomllib.loads((DEVELOPMENT / "articles.toml").read_text("utf-8"))
WORDS = "Orange détient\u00a044 % de Cloudwatt.\r\nL’opérateur, Orange, rachète."


@pytest.mark.parametrize("content", [WORDS, f"\ufeff{WORDS}", "e\u0301", "\tOrange\x0b\x0c"])
def test_a_text_is_kept_character_for_character(content):
    assert decode(content.encode("utf-8"), "a.txt") == content


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "holds no word"),
        (b" \n\xc2\xa0 -- ", "holds no word"),
        ("détient".encode("latin-1"), "line 1 is not UTF-8"),
        (b"un\ndeux\nl\x92op", "line 3 is not UTF-8"),
        ("détient".encode("utf-16"), "it is UTF-16"),
        (b"\x00\x01\xfe\xff\x80", "it is binary"),
        (b"Orange\n\x00", r"it is binary: U\+0000 on line 2"),
        (b"%PDF-1.7 Orange", "it is a PDF"),
        (b"PK\x03\x04word", "a ZIP archive"),
        (b"\x1f\x8b\x08", "it is compressed"),
        (b"a" * (MOST_BYTES + 1), "1,000,001 bytes are more than the 1,000,000"),
        (b"a" * 10_485_760, "10,485,760 bytes are more"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(content, complaint):
    with pytest.raises(BadText, match=f"a.txt: .*{complaint}") as caught:
        decode(content, "a.txt")
    assert caught.value.hint
    assert caught.value.findings[0].file == "a.txt"


def test_the_digest_is_that_of_the_bytes():
    assert Text("900", WORDS).sha256 == hashlib.sha256(WORDS.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(("slug", "published"), [("003", "2015"), ("004", "2015?")])
def test_an_article_of_the_project_is_a_text(project, slug, published):
    article = text.load(project)[slug]
    found = Text.of(article)
    assert (found.slug, found.content, found.language) == (slug, article.text, "fr")
    assert found.published == published
    assert found.sha256 == article.sha256


@pytest.mark.parametrize("slug", ["000", "001", "002", "003", "004"])
def test_sentences_are_split_as_they_were_marked_by_hand(project, slug):
    article = text.load(project)[slug]
    assert sentences.split(article.text) == list(article.sentences)


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["Orange."],
        ["\n\nOrange achète.\n\n", "Bull vend."],
        ["M. Dupont a vendu. ", "Il part."],
        ["J. P. Morgan achète. ", "Fin"],
        ["Il vaut 4.5 millions. ", "« Oui. » ", "« Non », dit-il."],
        ["Le no. 3 du marché… ", "Et après ? ", "Rien !"],
        ["Titre sans point\n", "Suite."],
        ["Il a dit « Non. ». ", "Puis rien."],
        ["It said U.S. sales fell. ", "Mr. Smith left."],
        ["OVH etc. n’ont rien dit."],
        ["Fini.\r\n\r\n", "Reste"],
    ],
)
def test_a_sentence_ends_where_the_next_begins(parts):
    whole = "".join(parts)
    assert [whole[start:end] for start, end in sentences.split(whole)] == parts


@pytest.mark.parametrize("path", sorted(DEVELOPMENT.glob("*.txt")), ids=lambda path: path.stem)
def test_sentences_tile_every_article(path):
    whole = path.read_bytes().decode("utf-8")
    assert "".join(whole[start:end] for start, end in sentences.split(whole)) == whole


FRENCH = "Le groupe a annoncé que la société est à vendre dans une semaine."
ENGLISH = "The group said that it was to be sold in the course of a week."


@pytest.mark.parametrize(
    ("words", "found", "is_mixed"),
    [
        (FRENCH, "fr", False),
        (ENGLISH, "en", False),
        (f"{FRENCH} {ENGLISH}", "en", True),
        (
            "On a vu le groupe, et on l’a dit : il y a un an, Orange a été sur le point.",
            "fr",
            False,
        ),
    ],
)
def test_a_language_is_told_by_the_commonest_words(words, found, is_mixed):
    assert languages.of(words) == found
    assert languages.is_mixed(words) is is_mixed


@pytest.mark.parametrize(
    "words",
    ["Der Konzern soll verkauft werden und nicht mehr bestehen.", "Cloudwatt Numergy"],
)
def test_a_text_in_no_language_that_is_read_is_refused(words):
    with pytest.raises(DataError, match=r"a\.txt seems to be in neither"):
        languages.of(words, "a.txt")


@pytest.mark.parametrize("article", ARTICLES)
def test_the_language_of_an_article_is_found(article):
    told = ARTICLES[article]
    content = (DEVELOPMENT / told["file"]).read_text("utf-8")
    assert languages.of(content) == told["language"]
    assert not languages.is_mixed(content)


LONG = " ".join(f"mot{n}" for n in range(200))


@pytest.mark.parametrize(
    ("change", "share"),
    [
        (lambda text: text, 1.0),
        (lambda text: text.upper().replace(" ", ", "), 1.0),
        (lambda text: f"{text} {' '.join(f'ajout{n}' for n in range(300))}", 1.0),
        (lambda text: " ".join(text.split()[:100]), 1.0),
        (lambda text: text.replace("mot100", "autre"), 191 / 196),
    ],
    ids=["same", "marks and capitals", "longer", "cut", "one word other"],
)
def test_a_text_is_like_another_by_what_both_have(change, share):
    near = Likeness({"005": LONG}).near(change(LONG))
    assert [row.slug for row in near] == ["005"]
    assert near[0].share == pytest.approx(share)


@pytest.mark.parametrize("words", ["mot1 mot2 mot3 mot4 mot5 mot6", "mot1", ""])
def test_a_phrase_is_like_no_article(words):
    assert Likeness({"005": LONG}).near(words) == []


def test_the_likest_article_comes_first():
    likeness = Likeness({"005": " ".join(LONG.split()[:120] + ["x"] * 80), "006": LONG})
    assert [row.slug for row in likeness.near(LONG)] == ["006", "005"]


def test_no_article_of_the_project_is_like_another(project):
    articles = text.load(project)
    likeness = Likeness({slug: article.text for slug, article in articles.items()})
    for slug, article in articles.items():
        assert [row.slug for row in likeness.near(article.text, 0.05)] == [slug]
