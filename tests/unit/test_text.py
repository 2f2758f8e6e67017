from __future__ import annotations

import pytest

from souverain import text
from souverain.errors import DataError
from souverain.text import Article, Publication

WORDS = "Orange détient\u00a044 % de Cloudwatt. L’opérateur, Orange, rachète."


@pytest.fixture
def article() -> Article:
    return Article("900", "900.txt", "", "fr", Publication("2015", "StatedYear"), WORDS)


@pytest.mark.parametrize("exact", ["détient\u00a044 %", "L’opérateur", WORDS])
def test_a_quote_is_the_slice_between_its_offsets(article, exact):
    span = article.find(exact)
    assert WORDS[span.start : span.end] == span.exact == exact


def test_a_quote_carries_the_words_around_it(article):
    span = article.find("Cloudwatt")
    assert WORDS[: span.start].endswith(span.prefix)
    assert WORDS[span.end :].startswith(span.suffix)


@pytest.mark.parametrize(
    ("exact", "complaint"),
    [
        ("détient 44 %", "does not stand in"),  # a space where the text has a no-break space
        ("Orange", "stands 2 times in"),
        ("", "does not stand in"),
    ],
)
def test_a_quote_must_stand_exactly_once(article, exact, complaint):
    with pytest.raises(DataError, match=complaint):
        article.find(exact)


def test_the_words_before_a_quote_say_which_one(article):
    assert article.find("Orange", prefix="L’opérateur, ").start == WORDS.rindex("Orange")


def test_articles_are_read_character_for_character(project):
    for article in text.load(project).values():
        assert article.text.encode("utf-8") == (project.seeds / article.file).read_bytes()


@pytest.mark.parametrize("slug", ["000", "001", "002", "003", "004"])
def test_sentences_tile_their_text(project, slug):
    article = text.load(project)[slug]
    assert "".join(article.text[a:b] for a, b in article.sentences) == article.text


def test_an_altered_article_is_refused_by_name(scratch):
    path = next(scratch.seeds.glob("002_*.txt"))
    path.write_bytes(path.read_bytes().replace(b"44,4", b"44,5"))
    with pytest.raises(DataError, match=f"seeds/{path.name}: the article was altered"):
        text.load(scratch)


def test_a_missing_article_is_refused_by_name(scratch):
    path = next(scratch.seeds.glob("002_*.txt"))
    path.unlink()
    with pytest.raises(DataError, match=f"seeds/{path.name}: the article is not there"):
        text.load(scratch)


def test_metadata_that_does_not_parse_is_refused_by_name(scratch):
    (scratch.seeds / "articles.toml").write_text("[002\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"seeds/articles\.toml: not TOML"):
        text.load(scratch)
