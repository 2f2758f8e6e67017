"""Real pages in a real browser: Debian's Chromium, driven by Playwright.

Each page that a test opens must be quiet: no error on the console, no report of the Content
Security Policy, no request that fails. This is asserted when the test is over.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.needs("chromium"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; closed after the module, for an event loop stays with it."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Noise:
    """What a page complained of."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.allowed: tuple[str, ...] = ()

    def listen(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", lambda fault: self.heard.append(f"error: {fault}"))
        page.on("requestfailed", lambda request: self._failed(request))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"{message.type}: {message.text}")

    def _failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):
            self.heard.append(f"failed: {request.url} {request.failure}")

    @property
    def left(self) -> list[str]:
        return [row for row in self.heard if not any(part in row for part in self.allowed)]


@pytest.fixture
def noise() -> Noise:
    """What the test's pages complain of; `allowed` holds parts of what they may say."""
    return Noise()


@pytest.fixture
def open_page(browser: Browser, address: str, noise: Noise) -> Iterator[Callable[..., Page]]:
    """Opens an address of the server: `open_page("/", language="fr", javascript=False)`."""
    with ExitStack() as stack:

        def open_(
            path: str,
            *,
            language: str = "en",
            javascript: bool = True,
            size: str = "wide",
            dark: bool = False,
        ) -> Page:
            context: BrowserContext = browser.new_context(
                locale={"en": "en-GB", "fr": "fr-FR"}[language],
                java_script_enabled=javascript,
                viewport=SIZES[size],  # type: ignore[arg-type]
                color_scheme="dark" if dark else "light",
                base_url=address,
            )
            stack.callback(context.close)
            page = context.new_page()
            noise.listen(page)
            response = page.goto(path, wait_until="load")
            assert response
            assert response.ok, f"{path}: {response.status}"
            return page

        yield open_
    assert noise.left == []


@pytest.fixture(scope="session")
def violations() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page, by the rules of WCAG 2.2 AA and its best practices."""
    if not AXE.is_file():
        pytest.skip("needs axe-core: apt-get install nodejs npm, then make test")

    def find(page: Page) -> list[str]:
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
        )
        return [
            f"{row['id']}: {row['help']}: {node['target']} {node['html'][:200]}"
            for row in found["violations"]
            for node in row["nodes"]
        ]

    return find
