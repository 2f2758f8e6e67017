"""The review in the browser: for its one address alone, by keyboard alone, accessible."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from souverain import check
from souverain.intake import decisions
from souverain.intake.desk import Desk
from souverain.vocab import BASE
from souverain.web.review.admission import COOKIE, Admission
from souverain.web.review.app import create_app
from souverain.web.review.sheet import segments

from .newsroom import BY, DRAFTS, FLAGGED, SLUG, TEXT, newsroom

HOST = "127.0.0.1:8765"
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
STAKE = DRAFTS[3].identity(SLUG)


@pytest.fixture
def desk(project, tmp_path):
    return Desk(newsroom(tmp_path / "room", project), SLUG, BY)


@pytest.fixture
def admission():
    return Admission(HOST)


@pytest.fixture
def stranger(desk, admission):
    """A browser that has not opened the address."""
    return create_app(desk, BASE, "en", admission).test_client()


@pytest.fixture
def client(stranger, admission):
    """A browser that has opened the address."""
    answer = stranger.get(
        admission.address.removeprefix(f"http://{HOST}"), base_url=f"http://{HOST}"
    )
    assert answer.status_code == 303
    return stranger


def get(client, path="/", **more):
    return client.get(path, base_url=f"http://{HOST}", **more)


def post(client, admission, act, form=None, **fields):
    data = {"form": admission.form if form is None else form, **fields}
    return client.post(f"/{act}", data=data, base_url=f"http://{HOST}")


class TestAdmission:
    def test_who_has_not_opened_the_address_sees_nothing(self, stranger):
        assert get(stranger).status_code == 403

    @pytest.mark.parametrize("path", ["/assets/site.css", "/suggest.json?q=orange", "/?token=x"])
    def test_nothing_is_given_without_the_cookie(self, stranger, path):
        assert get(stranger, path).status_code == 403

    def test_the_address_works_once(self, client, admission):
        path = admission.address.removeprefix(f"http://{HOST}")
        assert get(client, path).status_code == 403
        assert get(client).status_code == 200

    def test_the_cookie_is_for_this_site_and_for_no_script(self, stranger, admission):
        path = admission.address.removeprefix(f"http://{HOST}")
        told = get(stranger, path).headers["Set-Cookie"]
        assert COOKIE in told
        assert "HttpOnly" in told
        assert "SameSite=Strict" in told

    @pytest.mark.parametrize("host", ["evil.example:8765", "127.0.0.1:1", "localhost:8765", ""])
    def test_another_host_is_refused(self, client, host):
        assert client.get("/", headers={"Host": host}).status_code == 403

    @pytest.mark.parametrize("form", ["", "wrong"])
    def test_a_form_that_is_none_of_ours_changes_nothing(self, client, admission, desk, form):
        assert post(client, admission, "accept", form, item=STAKE).status_code == 403
        assert desk.log() == ()

    def test_a_form_of_another_origin_changes_nothing(self, client, admission, desk):
        data = {"form": admission.form, "item": STAKE}
        headers = {"Origin": "https://evil.example"}
        answer = client.post("/accept", data=data, headers=headers, base_url=f"http://{HOST}")
        assert answer.status_code == 403
        assert desk.log() == ()

    @pytest.mark.parametrize("act", ["accept", "undo", "publish"])
    def test_an_act_is_no_address_to_get(self, client, act):
        assert get(client, f"/{act}").status_code == 405

    def test_no_script_or_style_but_our_own(self, client):
        policy = get(client).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy

    def test_a_form_may_not_be_larger_than_a_form(self, client, admission):
        assert post(client, admission, "add", quote="x" * 200_000).status_code == 413


class TestActs:
    def test_accepting_goes_on_to_the_next_card(self, client, admission, desk):
        first, second, *_ = desk.cards()
        answer = post(client, admission, "accept", item=first.id)
        assert answer.headers["Location"] == f"/?card={second.id}"
        assert desk.card(first.id).verdict == "accepted"

    def test_an_edit_keeps_what_was_changed_alone(self, client, admission, desk):
        slots = {"slot-holder": "Thales", "slot-target": "Brumelune", "slot-percentage": "30"}
        post(client, admission, "edit", item=STAKE, **slots)
        assert desk.card(STAKE).decision.edited == ("percentage",)

    def test_words_that_stand_elsewhere_are_quoted_where_they_were_selected(
        self, client, admission, desk
    ):
        start = TEXT.rindex("Brumelune")
        fields = {"quote": "Brumelune", "start": start, "kind": "lifecycle"}
        post(client, admission, "add", item=STAKE, **fields, **{"slot-event": "Created"})
        (added,) = [card for card in desk.cards() if card.verdict == "added"]
        assert added.start == start

    @pytest.mark.parametrize(
        ("act", "fields", "told"),
        [
            ("reject", {"item": STAKE, "reason": " "}, "without a reason"),
            ("accept", {"item": "nothing"}, "no card"),
            ("edit", {"item": STAKE, "slot-percentage": "much"}, "no percentage"),
            ("add", {"item": STAKE, "quote": "nowhere", "kind": "stake"}, "not in the article"),
            ("publish", {"item": STAKE}, "not decided yet"),
        ],
    )
    def test_what_cannot_be_done_is_told_and_changes_nothing(
        self, client, admission, desk, act, fields, told
    ):
        answer = post(client, admission, act, **fields)
        assert answer.status_code == 400
        assert told in answer.text
        assert desk.log() == ()

    def test_entities_are_suggested_with_their_variants(self, client):
        (first, *_) = get(client, "/suggest.json?q=caisse des depots").json
        assert first["name"] == "Caisse des Dépôts"
        assert "caisse des dépôts et consignations" in first["told"]

    @pytest.mark.parametrize(("language", "words"), [("fr", "Accepter"), ("en", "Accept ")])
    def test_it_speaks_both_languages(self, client, language, words):
        assert words in get(client, f"/?lang={language}").text

    def test_a_text_is_no_markup(self, client, admission, desk):
        fields = {"quote": "Orange", "kind": "lifecycle", "slot-subject": "<script>x</script>"}
        answer = post(client, admission, "add", item=STAKE, **fields)
        assert answer.status_code == 303
        added = next(card for card in desk.cards() if card.verdict == "added")
        assert "<script>x" not in get(client, f"/?card={added.id}").text


def test_the_segments_put_together_are_the_text(desk):
    cards = desk.cards()
    assert "".join(row.words for row in segments(TEXT, cards, cards[2])) == TEXT


@pytest.fixture(scope="module")
def browser():
    if shutil.which("chromium") is None:
        pytest.skip("needs chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def address(desk):
    """The address that `souverain review --web` prints, in a process of its own."""
    told = ["--project", str(desk.project.root), "review", SLUG, "--web", "--by", BY]
    code = "from souverain.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *told],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate(timeout=30)


@pytest.mark.needs("chromium")
class TestBrowser:
    @pytest.fixture
    def page(self, browser, address):
        """The page as its address opens it; at the end it must have been quiet."""
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        heard = []
        page.on("console", lambda row: heard.append(row.text) if row.type == "error" else None)
        page.on("pageerror", lambda fault: heard.append(str(fault)))
        page.goto(address)
        yield page
        context.close()
        assert [row for row in heard if "400" not in row] == []

    @pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core: make test")
    @pytest.mark.parametrize("opened", [None, "e", "r", "+"])
    def test_it_is_accessible(self, page, opened):
        if opened:
            page.keyboard.press(opened)
        page.evaluate(AXE.read_text("utf-8"))
        run = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
        found = page.evaluate(run, TAGS)["violations"]
        assert [(row["id"], row["nodes"][0]["html"][:200]) for row in found] == []

    def test_the_selected_words_are_those_of_the_claim(self, page):
        page.keyboard.press("+")
        page.evaluate(
            """() => { const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node; while ((node = walker.nextNode()) && !node.data.includes("Thales et")) {}
            const at = node.data.indexOf("Thales et"), range = document.createRange();
            range.setStart(node, at); range.setEnd(node, at + 6);
            getSelection().removeAllRanges(); getSelection().addRange(range); }"""
        )
        expect(page.locator("#quote")).to_have_value("Thales")
        assert page.input_value("#start") == str(TEXT.index("Thales et Verdance"))

    def test_an_article_is_reviewed_and_published_by_keys_alone(self, page, desk):
        strokes = 0

        def press(key):
            nonlocal strokes
            strokes += 1
            page.keyboard.press(key)

        for card in desk.cards():
            page.wait_for_selector(f"input[name=item][value='{card.id}']", state="attached")
            if card.candidate:
                press("a")
            else:
                page.keyboard.press("r")
                page.keyboard.type("A flourish")
                page.keyboard.press("Enter")
                strokes += 2 + len("A flourish")
            page.wait_for_load_state("load")
        expect(page.locator("#progress")).to_have_text(re.compile("^11 of"))
        press("P")
        page.wait_for_selector("[role=status]", timeout=300_000)
        assert re.search(r"Published", page.text_content("[role=status]") or "")
        assert check.check(desk.project).findings == []
        claims = sum(len(row) for row in decisions.published(desk.log()).values())
        assert (strokes, claims) == (23, 13)
        assert len(desk.cards()) == len(DRAFTS) + len(FLAGGED)
