"""Any text, parameter, header or bytes: never a 500, never a leak, and the server goes on.

Derandomised, so that a failure comes back: the examples are the same in each run.
"""

from __future__ import annotations

import re
import string
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Attacked
from .stranger import FORM, PROBLEM, QUERY, Reply, Stranger, assert_closed_mouthed

EXAMPLES = 120
fuzzed = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KNOWN = {200, 204, 304, 308}
REFUSED = {400, 403, 404, 405, 406, 408, 413, 414, 415, 417, 422, 429, 431, 501, 503, 505}

WORDS = st.sampled_from(
    re.findall(
        r"\w+",
        """SELECT ASK CONSTRUCT DESCRIBE WHERE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND AS
        VALUES EXISTS NOT SERVICE SILENT GROUP BY ORDER HAVING LIMIT OFFSET DISTINCT REDUCED PREFIX
        BASE COUNT SUM GROUP_CONCAT CONCAT REPLACE REGEX STR IRI BNODE UUID NOW IF COALESCE IN true
        a INSERT DELETE LOAD CLEAR UNDEF""",
    )
)
MARKS = st.sampled_from(list("{}()[].;,*+?/|^!=<>'\"\\#\n\r\0")) | st.sampled_from(
    ["&&", "||", "^^", "@en", "<<(", ")>>", "{|", "|}", "'''"]
)
TERMS = st.sampled_from(
    [
        *("?s", "?p", "?o", "$x", "<urn:a>", "<>", "<a b>", "sov:Stake", ":", "_:b", "1", "''"),
        *("-1.5e9", "'a'@en--rtl", "'1'^^<urn:t>", "1e999999", "99999999999999999999"),
        "<file:///etc/passwd>",
    ]
)
SPARQL = st.lists(WORDS | MARKS | TERMS | st.text(max_size=8), max_size=40).map(" ".join)
LIKELY = st.builds(
    "SELECT * {{ {} }}".format, st.lists(TERMS | MARKS, min_size=3, max_size=12).map(" ".join)
)
NAMES = st.sampled_from(
    [
        *("query", "update", "default-graph-uri", "named-graph-uri", "using-graph-uri"),
        *("timeout", "graph", "default", "format", "callback"),
    ]
) | st.text(max_size=10)
VALUES = st.sampled_from(["ASK {}", "1", "urn:a", "0.5", ""]) | st.text(max_size=40)
ESCAPES = st.text(st.sampled_from("%0123456789abcdefABCDEFxzGg&=;+ASK{}query"), max_size=60)
FRAMING = {"host", "content-length", "transfer-encoding"}
SIGNS = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~"
TOKEN = st.text(st.sampled_from(SIGNS), min_size=1)
HEADER = st.sampled_from(
    [
        *("Accept", "Accept-Encoding", "Accept-Language", "Content-Type", "If-None-Match"),
        *("Range", "Origin", "Access-Control-Request-Method", "Cookie", "Expect", "Connection"),
        *("TE", "Cache-Control"),
    ]
) | TOKEN.filter(lambda name: name.lower() not in FRAMING)
LATIN = st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f")
VALUE = st.text(LATIN, max_size=60)
PATHS = st.sampled_from(
    ["/", "/sparql", "/store", "/health", "/metrics", "/openapi.json", "/static/a"]
)
METHODS = st.sampled_from(["GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "DELETE", "PATCH"])


def assert_decent(reply: Reply) -> None:
    assert reply.status in KNOWN | REFUSED, reply
    if reply.status in REFUSED and reply.body:
        assert reply.media_type in (PROBLEM, "text/html"), reply
        assert_closed_mouthed(reply)


@pytest.fixture(scope="module")
def stranger(over_the_project: Attacked) -> Stranger:
    return over_the_project.stranger()


@fuzzed
@given(text=SPARQL | LIKELY | st.text(max_size=200))
def test_any_text_is_a_query_or_refused(stranger, text):
    """A lone surrogate is what UTF-8 cannot say, so it is sent as the bytes that stand for it."""
    assert_decent(stranger.send(stranger.post(text.encode("utf-8", "surrogatepass"))))


@fuzzed
@given(body=st.binary(max_size=300), media_type=st.sampled_from([QUERY, FORM, "text/plain", ""]))
def test_any_body_is_read_or_refused(stranger, body, media_type):
    assert_decent(stranger.send(stranger.post(body, media_type=media_type)))


@fuzzed
@given(path=PATHS, given_=st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_any_parameters_are_read_or_refused(stranger, path, given_):
    pairs = [(name, value.encode("utf-8", "surrogatepass")) for name, value in given_]
    target = f"{path}?{urlencode([(k.encode('utf-8', 'surrogatepass'), v) for k, v in pairs])}"
    assert_decent(stranger.get(target))


@fuzzed
@given(path=PATHS, escapes=ESCAPES)
def test_any_escapes_are_read_or_refused(stranger, path, escapes):
    assert_decent(stranger.get(f"{path}?{escapes}"))


@fuzzed
@given(path=st.text(max_size=60))
def test_any_path_is_found_or_not(stranger, path):
    assert_decent(stranger.get("/" + quote(path.encode("utf-8", "surrogatepass"), safe="/.%")))


@fuzzed
@given(method=METHODS | TOKEN, path=PATHS, headers=st.dictionaries(HEADER, VALUE, max_size=6))
def test_any_headers_are_taken_or_refused(stranger, method, path, headers):
    told = [f"{name}: {value}" for name, value in headers.items()]
    sent = stranger.head(method, f"{path}?query=ASK%7B%7D", *told, "Content-Length: 0")
    assert_decent(stranger.send(sent))


@fuzzed
@given(sent=st.binary(min_size=1, max_size=400))
def test_any_bytes_are_refused_or_dropped(stranger, sent):
    received = stranger.everything(sent)
    assert not received or int(received[9:12]) in REFUSED, received


@fuzzed
@given(
    place=st.integers(0, 200),
    piece=st.binary(max_size=20)
    | st.sampled_from([b"\r\n", b"\n", b"\0", b":", b"\r\n\r\n", b" "]),
    cut=st.integers(0, 10),
)
def test_a_request_that_was_damaged_is_taken_or_refused(stranger, place, piece, cut):
    good = stranger.post("SELECT * { ?s ?p ?o } LIMIT 1", "Accept: */*", "Connection: close")
    received = stranger.everything(good[:place] + piece + good[place + cut :])
    assert not received or int(received[9:12]) in KNOWN | REFUSED, received


def test_after_all_that_the_server_is_well(over_the_project):
    assert over_the_project.is_well()
    assert over_the_project.server.process.poll() is None
