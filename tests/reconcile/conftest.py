from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import jsonschema
import pytest
import referencing

from souverain.document import Asked, Document
from souverain.errors import SouverainError
from souverain.pages.media import HTML, JSON
from souverain.pages.page import Page
from souverain.pages.site import Site, SiteSource

ORIGIN = "http://localhost:8000"
# The schemas of the specification stand beside the repository.
SCHEMAS = Path(__file__).parents[3] / "shared" / "reconciliation"
Told = dict[str, Any]


class Reply:
    """What the server answered."""

    def __init__(self, status: int, headers: Any, body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self) -> Told:
        return json.loads(self.body)


@pytest.fixture(scope="session")
def site(project) -> Site:
    """The site over the project itself."""
    pages = SiteSource(str(project.root)).load().dataset.pages
    assert isinstance(pages, Site)
    return pages


@pytest.fixture(scope="session")
def page(site) -> Callable[..., Page]:
    """A page of the site, for functions that need one."""
    return lambda language="en": Page(site, Asked("/reconcile", "", JSON, language, ORIGIN))


@pytest.fixture(scope="session")
def get(site) -> Callable[..., Document]:
    """The document at an address of the service: `get("/suggest/type", prefix="org")`."""

    def find(path: str, language: str = "en", **given: object) -> Document:
        return site.answer(
            Asked(f"/reconcile{path}", urlencode(given), f"{JSON},{HTML}", language, ORIGIN)
        )

    return find


@pytest.fixture(scope="session")
def told(get) -> Callable[..., Told]:
    """The same as JSON."""
    return lambda path, language="en", **given: json.loads(get(path, language, **given).content)


@pytest.fixture(scope="session")
def ask(told) -> Callable[..., list[Told]]:
    """The candidates of one query: `ask("Cloudwat", limit=3)`."""

    def find(query: str = "", language: str = "en", **members: object) -> list[Told]:
        wanted = {"query": query, **members} if query else members
        return told("", language, queries=json.dumps({"q0": wanted}))["q0"]["result"]

    return find


@pytest.fixture(scope="session")
def refused(told) -> Callable[..., SouverainError]:
    """The error that an address of the service answers with."""

    def find(path: str, **given: object) -> SouverainError:
        with pytest.raises(SouverainError) as caught:
            told(path, **given)
        return caught.value

    return find


@pytest.fixture(scope="session")
def send(address) -> Callable[..., Reply]:
    """Sends a request to a live server."""

    def sent(path: str, body: bytes | None = None, method: str = "", **headers: str) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(address + path, body, named, method=method or None)
        try:
            with urlopen(request, timeout=60) as response:
                return Reply(response.status, response.headers, response.read())
        except HTTPError as fault:
            with fault:
                return Reply(fault.code, fault.headers, fault.read())

    return sent


@pytest.fixture(scope="session")
def post(send) -> Callable[..., Reply]:
    """Sends a form, as OpenRefine does, with what is given in JSON."""

    def posted(path: str = "/reconcile", **given: object) -> Reply:
        fields = {name: json.dumps(value) for name, value in given.items()}
        form = urlencode(fields, quote_via=quote).encode()
        return send(path, form, Accept="application/json")

    return posted


@pytest.fixture(scope="session")
def valid() -> Callable[[str, Told], None]:
    """Holds an answer against a schema of the specification; skips where they are not there."""
    if not SCHEMAS.is_dir():
        pytest.skip("needs ../shared/reconciliation beside the repository")

    def resource(name: str) -> Any:
        contents = json.loads((SCHEMAS / name).read_text("utf-8")) | {"$id": name}
        contents.pop("$schema", None)
        return referencing.Resource(contents, referencing.jsonschema.DRAFT7)

    registry = referencing.Registry().with_resource("type.json", resource("type.json"))

    def check(name: str, answer: Told) -> None:
        schema = resource(f"{name}.json").contents
        jsonschema.Draft7Validator(schema, registry=registry).validate(answer)

    return check
