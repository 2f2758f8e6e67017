"""A language model as an extractor, played by a local server that is well, slow, down, or lies."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from souverain.errors import ServiceFailed, ServiceTooLarge, ServiceTooSlow
from souverain.intake import extraction
from souverain.intake.assistant import Assistant
from souverain.intake.known import Known
from souverain.intake.text import Text

CONTENT = "Velanor pèse lourd dans les votes de Brumatech, dit-on."
QUOTE = "Velanor pèse lourd dans les votes de Brumatech"
ROW = {
    "kind": "stake",
    "quote": QUOTE,
    "status": "InForce",
    "holder": ["Velanor"],
    "target": "Brumatech",
    "percentage": None,
    "basis": "Unstated",
}


class Model(BaseHTTPRequestHandler):
    answer = b""
    status = 200
    wait_seconds = 0.0
    asked: ClassVar[list[dict]] = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked.append({"path": self.path, **json.loads(body)})
        time.sleep(self.wait_seconds)
        try:
            self.send_response(self.status)
            self.send_header("Content-Length", str(len(self.answer)))
            self.end_headers()
            self.wfile.write(self.answer)
        except OSError:
            pass

    def log_message(self, *_):
        pass


@pytest.fixture
def serve():
    servers = []

    def start(rows: object, *, status: int = 200, wait_seconds: float = 0.0) -> str:
        text = rows if isinstance(rows, str) else json.dumps(rows)
        message = {"choices": [{"message": {"content": text}}]}
        members = {
            "answer": json.dumps(message).encode(),
            "status": status,
            "wait_seconds": wait_seconds,
            "asked": [],
        }
        handler = type("Played", (Model,), members)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        start.handler = handler
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


def draft(address: str, **limits: float) -> extraction.Draft:
    model = Assistant(address, "small", **limits)
    return extraction.draft(Text("made-up", CONTENT), Known(), None, [model])


def told(drafted: extraction.Draft) -> list[str]:
    return [row.quote for row in drafted.candidates if row.rule == "assistant"]


def test_a_quote_that_stands_in_the_article_is_a_draft(serve):
    drafted = draft(serve([ROW]))
    assert (told(drafted), drafted.rejected, drafted.failures) == ([QUOTE], 0, ())


def test_a_list_within_other_words_is_read(serve):
    assert told(draft(serve(f"Here it is:\n```json\n{json.dumps([ROW])}\n```"))) == [QUOTE]


@pytest.mark.parametrize(
    "row",
    [
        {**ROW, "quote": "Velanor détient 33 % de Brumatech"},
        {**ROW, "kind": "rumour"},
        {**ROW, "status": "Maybe"},
        {**ROW, "quote": 12},
        {"kind": "stake"},
        "stake",
        None,
    ],
)
def test_an_invented_or_malformed_row_is_rejected_and_counted(serve, row):
    drafted = draft(serve([row, ROW]))
    assert (told(drafted), drafted.rejected) == ([QUOTE], 1)


def test_a_computed_number_is_flagged(serve):
    drafted = draft(serve([{**ROW, "percentage": 33.3}]))
    flags = [row.flags for row in drafted.candidates if row.rule == "assistant"]
    assert "number-not-in-words:percentage" in flags[0]


def test_the_article_is_sent_as_data(serve):
    draft(serve([ROW]))
    (asked,) = serve.handler.asked
    assert asked["path"] == "/v1/chat/completions"
    assert [row["role"] for row in asked["messages"]] == ["system", "user"]
    assert asked["messages"][1]["content"] == CONTENT


@pytest.mark.parametrize(
    ("played", "limits", "failure"),
    [
        ({"rows": [ROW], "wait_seconds": 2.0}, {"timeout_seconds": 0.3}, ServiceTooSlow),
        ({"rows": [ROW], "status": 500}, {}, ServiceFailed),
        ({"rows": "no list"}, {}, ServiceFailed),
        ({"rows": [ROW] * 100}, {"most_bytes": 1000}, ServiceTooLarge),
    ],
)
def test_a_model_that_fails_loses_nothing_of_the_rules(serve, played, limits, failure):
    drafted = draft(serve(**played), **limits)
    assert [type(fault) for fault in drafted.failures] == [failure]
    assert [row for row in drafted.candidates if row.rule != "assistant"] == list(
        extraction.draft(Text("made-up", CONTENT), Known()).candidates
    )


def test_a_model_that_is_down_is_told():
    drafted = draft("http://127.0.0.1:9/v1")
    assert [type(fault) for fault in drafted.failures] == [ServiceFailed]


def test_the_command_prints_what_the_rules_drafted_and_exits_with_three(souverain, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Velanor détient 34 % du capital de Brumatech.", "utf-8")
    done = souverain("draft", path, "--model-address", "http://127.0.0.1:9/v1")
    assert (done.returncode, len(done.stdout.splitlines())) == (3, 1)
    assert "could not be asked" in done.stderr
