"""`souverain add FILE --corrects ARTICLE`: kept, drafted and sliced again by one command."""

from __future__ import annotations

import pytest

from souverain import cli, text
from souverain.intake import drafts

WHO = ("--by", "Ada", "--reason", "the publisher corrected a figure")
WAS, IS = "à 20 % par Bull", "à 19 % par Bull"


def contents(project):
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


@pytest.fixture
def version(scratch, tmp_path):
    """A file with article 002, in which a figure is corrected."""
    path = tmp_path / "corrected.txt"
    path.write_text(text.load(scratch)["002"].text.replace(WAS, IS), "utf-8", newline="")
    return path


@pytest.fixture
def add(scratch, capsys):
    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.run(["--project", str(scratch.root), "add", *map(str, arguments)])
        done = capsys.readouterr()
        return code, done.out, done.err

    return run


def test_a_corrected_version_is_kept_and_its_claims_are_sliced_again(scratch, version, add):
    code, out, err = add(version, "--corrects", "002", *WHO, "--yes")
    assert code == 0, err
    assert "sliced again: " in out + err
    assert IS in text.load(scratch)["005"].text
    assert (scratch.graph / "005.ttl").is_file()
    assert any(IS in span.quote for span in drafts.load(scratch, "005").flagged)


REFUSED = [
    (("--corrects", "099", *WHO), "099"),
    (("--corrects", "002", "--by", "Ada"), "--reason is empty"),
    (("--corrects", "002", "--reason", "a figure"), "--by is empty"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_a_correction_that_is_not_told_whole_keeps_nothing(
    scratch, version, add, arguments, told, monkeypatch
):
    monkeypatch.delenv("SOUVERAIN_REVIEWER", raising=False)
    before = contents(scratch)
    code, _, err = add(version, *arguments)
    assert (code, told in err) == (2, True)
    assert contents(scratch) == before


def test_a_folder_corrects_no_article(scratch, version, add):
    version.with_name("other.txt").write_text("Un autre article.", "utf-8")
    code, _, err = add(version.parent, "--corrects", "002", *WHO)
    assert code == 2
    assert "--corrects cannot be said of" in err


def test_what_is_nearly_known_is_told_how_to_be_a_correction(version, add):
    code, _, err = add(version, "--yes")
    assert code == 2
    assert "--corrects 002" in err
