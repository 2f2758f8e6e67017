"""Adding one article: what is kept, what is refused, what is told, and that nothing is by half."""

from __future__ import annotations

import hashlib
import io
import json
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from souverain import cli, text
from souverain.check import check
from souverain.errors import AlreadyIn, ReadOnlyProject, Unwritten
from souverain.intake import drafts
from souverain.intake.journal import FILE, Journal, Outcome
from souverain.intake.shelf import Shelf
from souverain.intake.text import Text

DEVELOPMENT = Path(__file__).parent / "development"
WORDS = "\ufeffBrévalis est désormais détenu à 58 % par le fonds Montclar Capital.\r\nC’est dit.\n"
TOLD = {
    "published": "2022-03-16",
    "publisher": 'La "Gazette"',
    "title": "Brévalis\\change de mains",
    "author": "Ada Roy",
    "url": "https://gazette.example/a?b=c",
    "accessed": "2022-04-01",
    "licence": "https://creativecommons.org/licenses/by/4.0/",
}


def new(content: str = WORDS, **told: str) -> Text:
    return Text("", content, **told)


def contents(project):
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


@pytest.fixture
def article(tmp_path):
    """A file with an article that is new."""
    path = tmp_path / "article.txt"
    path.write_bytes((DEVELOPMENT / "01-brevalis.txt").read_bytes())
    return path


@pytest.fixture
def add(scratch, capsys, monkeypatch):
    """Runs the command in this process, on a copy of the project; gives code, output and errors."""

    def run(*arguments: object, answer: str | None = None) -> tuple[int, str, str]:
        if answer is not None:
            stream = io.StringIO(answer)
            stream.isatty = lambda: True  # type: ignore[method-assign]
            monkeypatch.setattr("sys.stdin", stream)
        code = cli.run(["--project", str(scratch.root), "add", *map(str, arguments)])
        done = capsys.readouterr()
        return code, done.out, done.err

    return run


def test_an_article_is_kept_byte_for_byte_with_what_is_told_of_it(scratch):
    (kept,) = Shelf(scratch).keep([new(**TOLD)])
    digest = hashlib.sha256(WORDS.encode("utf-8")).hexdigest()
    assert (kept.slug, kept.sha256) == ("005", digest)
    assert kept.file == f"005_{digest[:16]}.txt"
    assert (scratch.seeds / kept.file).read_bytes() == WORDS.encode("utf-8")
    assert kept.told == {name: value for name, value in TOLD.items() if name != "published"}
    assert (kept.published.edtf, kept.published.basis) == ("2022-03-16", "StatedYear")
    assert text.load(scratch)["005"] == kept


def test_an_article_without_a_date_has_an_unknown_one(scratch):
    (kept,) = Shelf(scratch).keep([new()])
    assert (kept.published.edtf, kept.published.basis) == ("XXXX", "UnknownYear")
    assert Text.of(kept).published is None


def test_articles_get_the_next_numbers_and_leave_the_others_as_they_are(scratch):
    before = tomllib.loads((scratch.seeds / "articles.toml").read_text("utf-8"))
    kept = Shelf(scratch).keep([new("Un mot."), new("Deux mots.")])
    after = tomllib.loads((scratch.seeds / "articles.toml").read_text("utf-8"))
    assert [article.slug for article in kept] == ["005", "006"]
    assert {slug: after[slug] for slug in before} == before


def test_the_graph_is_sound_with_an_article_that_is_only_kept(scratch):
    Shelf(scratch).keep([new(**TOLD)])
    assert check(scratch).findings == []


def test_the_sentences_of_a_kept_article_tile_it(scratch):
    (kept,) = Shelf(scratch).keep([new()])
    assert "".join(kept.text[start:end] for start, end in kept.sentences) == WORDS


def test_two_who_keep_at_once_take_two_numbers(scratch):
    shelves = [Shelf(scratch) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda n: shelves[n].keep([new(f"Article {n}.")]), range(8)))
    assert sorted(row[0].slug for row in kept) == [f"{n:03}" for n in range(5, 13)]
    assert len(text.load(scratch)) == 13


def test_when_the_disk_is_full_nothing_is_kept(scratch, monkeypatch):
    before = contents(scratch)
    written: list[Path] = []

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr("souverain.files._write_through", full)
    with pytest.raises(Unwritten, match="No space left"):
        Shelf(scratch).keep([new()])
    assert contents(scratch) == before


def test_the_packaged_project_keeps_nothing(project):
    with pytest.raises(ReadOnlyProject):
        Shelf(project).keep([new()])


@pytest.mark.parametrize(
    ("change", "share"),
    [
        (lambda words: words, "it is in already"),
        (lambda words: f"AFP. {words} Fin.", "100% of it is the same"),
        (lambda words: words[: len(words) // 2] + "Autre fin. " * 40, "of it is the same"),
    ],
)
def test_a_known_article_is_told_by_its_number(scratch, change, share):
    known = text.load(scratch)["003"].text
    with pytest.raises(AlreadyIn, match=rf"a\.txt: .*{share} as article 003"):
        Shelf(scratch).demand_new(new(change(known)), "a.txt")


def test_the_command_keeps_drafts_and_says_what_to_do_next(add, scratch, article):
    code, out, err = add(article, "--published", "2022-03-16", "--publisher", "La Gazette")
    assert code == 0, err
    found = drafts.load(scratch, "005")
    assert (
        out == f"article 005: {len(found.drafts)} drafts, {len(found.flagged)} sentences flagged\n"
    )
    assert found.drafts
    assert found.flagged
    assert f"next: souverain --project {scratch.root} review 005" in err
    kept = text.load(scratch)["005"]
    assert kept.text.encode("utf-8") == article.read_bytes()
    assert kept.told == {"publisher": "La Gazette"}
    for row in found.drafts.values():
        assert kept.text[row.start : row.end] == row.quote


def test_the_command_tells_that_no_date_is_known(add, article):
    _, _, err = add(article)
    assert "no date of publication is known" in err


def test_an_article_that_is_in_is_refused_unless_it_is_wanted_anyway(add, scratch, article):
    add(article)
    before = contents(scratch)
    code, _, err = add(article)
    assert code == 2
    assert "it is in already as article 005" in err
    assert contents(scratch) == before
    code, out, _ = add(article, "--anyway")
    assert (code, out.partition(":")[0]) == (0, "article 006")


def test_an_article_that_was_kept_and_not_drafted_is_drafted(add, scratch, article):
    (kept,) = Shelf(scratch).keep([new(article.read_text("utf-8"), published="2022-03-16")])
    code, out, err = add(article)
    assert (code, out.partition(":")[0]) == (0, f"article {kept.slug}"), err
    assert len(text.load(scratch)) == 6


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--published", "hier"), "'hier' is not an EDTF date"),
        (("--published", "2015?"), "uncertain, and would look stated"),
        (("--published", "201X"), "uncertain"),
        (("--accessed", "hier"), "--accessed hier is no day"),
        (("--url", "gazette"), "--url gazette is no IRI"),
        (("--licence", "CC BY"), "--licence CC BY is no IRI"),
        (("--language", "français"), "is no language tag"),
        (("--scheduler", "tcp://127.0.0.1:1"), "no scheduler answers"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_kept(add, scratch, article, options, complaint):
    before = contents(scratch)
    code, out, err = add(article, *options)
    assert code in {1, 2, 3}
    assert complaint in err
    assert "    -> " in err
    assert (out, contents(scratch)) == ("", before)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "holds no word"),
        (b"\x00\x01", "it is binary"),
        ("détenu".encode("latin-1"), "line 1 is not UTF-8"),
        (b"a" * 10_485_760, "10,485,760 bytes are more"),
        (b"Der Konzern soll verkauft werden.", "in neither French nor English"),
    ],
)
def test_a_file_that_is_no_article_is_refused_and_nothing_kept(
    add, scratch, article, content, complaint
):
    before = contents(scratch)
    article.write_bytes(content)
    code, out, err = add(article)
    assert (code, out) == (1, "")
    assert f"{article}" in err
    assert complaint in err
    assert contents(scratch) == before


def test_a_text_in_two_languages_is_told(add, article):
    french = (DEVELOPMENT / "01-brevalis.txt").read_text("utf-8")
    english = (DEVELOPMENT / "10-northmere.txt").read_text("utf-8")
    article.write_text(french + english, "utf-8")
    code, _, err = add(article)
    assert code == 0
    assert "partly French and partly English" in err


@pytest.mark.parametrize(("answer", "kept"), [("y\n", 6), ("\n", 6), ("n\n", 5)])
def test_a_person_is_asked_before_anything_is_kept(add, scratch, article, answer, kept):
    code, _, err = add(article, answer=answer)
    assert "Keep and draft?" in err
    assert code == (0 if kept == 6 else 130)
    assert len(text.load(scratch)) == kept


def test_with_yes_nobody_is_asked(add, article):
    code, _, err = add(article, "--yes", answer="")
    assert code == 0
    assert "Keep and draft?" not in err


def test_the_packaged_project_is_not_added_to(souverain, article):
    done = souverain("add", article)
    assert done.returncode == 2
    assert "read-only" in done.stderr


def test_the_journal_is_appended_to_and_passes_over_what_was_cut_off(scratch):
    journal = Journal(scratch)
    assert list(journal.outcomes()) == []
    first, second = Outcome("a", "drafted", "005", "ff", 3), Outcome("b", "failed", why="no")
    journal.write(first)
    path = scratch.root / FILE
    path.write_bytes(path.read_bytes() + b'{"source": "torn", "outc')
    journal.write(second)
    assert list(journal.outcomes()) == [first, second]
    assert journal.settled() == {"a"}
    assert json.loads(path.read_text("utf-8").splitlines()[0])["drafts"] == 3
