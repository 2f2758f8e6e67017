"""The service as a live server offers it: methods, bodies, headers, limits."""

from __future__ import annotations

import json
import re
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from souverain.pages.reconcile.batch import MOST_QUERIES

BATCH = {"q0": {"query": "Cloudwatt"}}


def test_without_parameters_it_is_the_manifest_whatever_is_accepted(send):
    for accept in ("*/*", "text/html", "application/json"):
        reply = send("/reconcile", Accept=accept)
        assert reply.headers.get_content_type() == "application/json"
        assert reply.json["versions"] == ["0.2"]


def test_a_batch_is_the_same_by_get_by_form_and_as_json(send, post):
    text = json.dumps(BATCH)
    replies = [
        send(f"/reconcile?queries={quote(text)}"),
        post(queries=BATCH),
        send("/reconcile", text.encode(), Content_Type="application/json"),
    ]
    assert [reply.status for reply in replies] == [200] * 3
    assert len({reply.body for reply in replies}) == 1
    assert replies[0].json["q0"]["result"][0]["id"] == "cloudwatt"


@pytest.mark.parametrize(
    "path",
    [
        "/reconcile",
        "/reconcile/suggest/entity?prefix=o",
        "/reconcile/preview?id=cloudwatt",
        "/reconcile/flyout/type?id=Person",
        "/reconcile/properties",
        "/reconcile?queries=x",
    ],
)
def test_every_address_can_be_asked_from_other_sites(send, path):
    assert send(path).headers["Access-Control-Allow-Origin"] == "*"


def test_a_browser_may_post_from_another_site(send):
    reply = send("/reconcile", method="OPTIONS")
    assert reply.status == 204
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in reply.headers["Access-Control-Allow-Headers"]


def test_a_preview_may_stand_in_the_page_of_another_site_and_nothing_else_may(send):
    policy = send("/reconcile/preview?id=cloudwatt").headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'self'" in policy
    others = [send(path) for path in ("/reconcile", "/reconcile.html", "/id/cloudwatt.html")]
    assert all("frame-ancestors 'none'" in row.headers["Content-Security-Policy"] for row in others)


def test_every_address_of_the_manifest_answers(send, address):
    told = send("/reconcile?lang=fr").json
    urls = [told["view"]["url"], told["preview"]["url"]]
    for row in told["suggest"].values():
        urls += [row["service_url"] + row["service_path"]]
        urls += [row["flyout_service_url"] + row["flyout_service_path"]]
    row = told["extend"]["propose_properties"]
    urls += [row["service_url"] + row["service_path"], told["documentation"], told["logo"]]
    for url in urls:
        of_type, of_property = "flyout/type" in url, "flyout/property" in url
        named = "Person" if of_type else "holder" if of_property else "cloudwatt"
        path = re.sub(r"\$?\{+id\}+", named, url).removeprefix(address)
        assert send(path).status == 200, path


def test_the_language_of_the_address_is_that_of_names(post):
    english, french = (
        post(f"/reconcile?lang={code}", queries={"q0": {"query": "Commission européenne"}}).json
        for code in ("en", "fr")
    )
    assert english["q0"]["result"][0]["name"] == "European Commission"
    assert french["q0"]["result"][0]["name"] == "Commission européenne"


REFUSED = [
    (b"queries=%7B", "application/x-www-form-urlencoded", 400, "line 1, column 2"),
    (b"queries=%ff", "application/x-www-form-urlencoded", 400, "UTF-8"),
    (b"{", "application/json", 400, "line 1, column 2"),
    (b"\xff", "application/json", 400, "UTF-8"),
    (b"{}", "text/plain", 415, "text/plain"),
    (b"queries={}&extend={}", "application/x-www-form-urlencoded", 400, "extend"),
    (b"queries={}&queries={}", "application/x-www-form-urlencoded", 400, "more than once"),
    (b"x" * 1_100_000, "application/json", 413, "larger than"),
]


@pytest.mark.parametrize(("body", "media_type", "status", "reason"), REFUSED)
def test_what_is_wrong_with_a_request_is_told(send, body, media_type, status, reason):
    reply = send("/reconcile", body, Content_Type=media_type, Accept="application/json")
    assert reply.status == status
    assert reply.json["status"] == status
    assert reason in reply.json["detail"]
    assert reply.json["hint"]


def test_a_batch_that_is_too_large_is_413_with_the_limit(post):
    reply = post(queries={f"q{place}": {"query": "x"} for place in range(MOST_QUERIES + 1)})
    assert reply.status == 413
    assert reply.json["limit"] == MOST_QUERIES


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_refused_with_those_there_are(send, method):
    reply = send("/reconcile", b"", method)
    assert reply.status == 405
    assert reply.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_costly_batch_holds_up_nobody_for_good(post, send):
    """The longest batch there can be is over, within the limits of a query."""
    name = " ".join(["cloud", "de", "services", "souverains", "de", "Synfonium"] * 12)
    values = [{"pid": "^mentions", "v": ["zzz"] * 20}] * 3
    query = {"query": name[:500], "limit": 100, "properties": values}
    reply = post(queries={f"q{place}": query for place in range(10)})
    assert reply.status in (200, 503)
    assert send("/health").status == 200


def test_without_a_project_there_is_no_service(launch, tmp_path):
    (tmp_path / "data.nt").write_text("<urn:a> <urn:b> <urn:c> .\n", "utf-8")
    server = launch("serve", "--port", 0, "--data", tmp_path / "data.nt", "--shapes", "none")
    try:
        with pytest.raises(HTTPError, match="404") as caught:
            urlopen(f"{server.url}/reconcile", timeout=30)
        caught.value.close()
    finally:
        server.stop()
