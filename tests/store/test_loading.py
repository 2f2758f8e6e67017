"""LOAD fetches the documents of a list, and no others; SILENT forgives what cannot be had."""

from __future__ import annotations

import asyncio
import http.server
import threading
from collections.abc import Iterator

import pytest
from pyoxigraph import Store

from souverain.errors import QueryError, QueryRefused, ServiceError
from souverain.federation.loading import Loading
from souverain.patch import Patch
from souverain.query.changing import changed
from souverain.query.job import Change, Job, Limits
from souverain.settings import Settings
from souverain.store import Dataset

DOCUMENTS = {
    "/a.ttl": ("text/turtle", b"<x> <urn:p> 1 ."),
    "/b.nt": ("application/n-triples", b'<urn:b> <urn:p> "b" .\n'),
    "/broken.ttl": ("text/turtle", b"<x> <urn:p> "),
    "/page": ("text/html", b"<p>no"),
}


class Documents(http.server.BaseHTTPRequestHandler):
    """Gives the documents."""

    def do_GET(self) -> None:
        media_type, content = DOCUMENTS.get(self.path, ("", b""))
        self.send_response(200 if media_type else 404)
        self.send_header("Content-Type", media_type or "text/plain")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def documents() -> Iterator[str]:
    """The address below which the documents are."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Documents) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def loaded(text: str, documents: str, *allowed: str) -> Patch:
    settings = Settings(load_allow=",".join(f"{documents}{path}" for path in allowed))
    job = Job(text.replace("D/", f"{documents}/"), change=Change.UPDATE.value)
    job = asyncio.run(Loading.of(settings).loaded(job))
    return changed(Dataset.of(Store(), is_union=False, prefixes={}), job, Limits())


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("LOAD <D/b.nt>", ['<urn:b> <urn:p> "b" .']),
        ("LOAD <D/b.nt> INTO GRAPH <urn:g>", ['<urn:b> <urn:p> "b" <urn:g> .']),
        ("LOAD SILENT <D/b.nt> INTO GRAPH <urn:g>", ['<urn:b> <urn:p> "b" <urn:g> .']),
        ("PREFIX d: <D/> LOAD d:b.nt", ['<urn:b> <urn:p> "b" .']),
        ("LOAD <D/b.nt> ; DELETE WHERE { ?s ?p ?o }", []),
        ("LOAD <D/b.nt> ; LOAD SILENT <D/none.nt>", ['<urn:b> <urn:p> "b" .']),
        ("LOAD SILENT <D/page>", []),
        ("LOAD SILENT <D/broken.ttl>", []),
        ("LOAD SILENT <http://elsewhere.test/>", []),
    ],
)
def test_what_is_loaded(documents, text, added):
    listed = ("/b.nt", "/page", "/broken.ttl", "/none.nt")
    assert list(loaded(text, documents, *listed).added) == added


def test_the_base_of_a_document_is_its_own_address(documents):
    (line,) = loaded("LOAD <D/a.ttl> INTO GRAPH <urn:g>", documents, "/a.ttl").added
    assert line.startswith(f"<{documents}/x> ")


@pytest.mark.parametrize(
    ("text", "allowed", "fault", "words"),
    [
        ("LOAD <D/a.ttl>", (), QueryRefused, "LOAD is not offered"),
        ("LOAD <D/a.ttl>", ("/b.nt",), QueryRefused, "LOAD may not fetch"),
        ("LOAD <D/../b.nt>", ("/b.nt",), QueryRefused, "LOAD may not fetch"),
        ("LOAD <D/none>", ("/none",), ServiceError, "status 404"),
        ("LOAD <D/page>", ("/page",), ServiceError, "text/html"),
        ("LOAD <D/broken.ttl>", ("/broken.ttl",), QueryError, "is no Turtle"),
    ],
)
def test_what_is_refused(documents, text, allowed, fault, words):
    with pytest.raises(fault, match=words):
        loaded(text, documents, *allowed)
