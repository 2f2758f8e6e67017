"""Mermaid, as a page has it: in a browser, by the library that npm installs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import sync_playwright

from . import exporting

MERMAID = exporting.TOOLS / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
DRAWN = """async (text) => {
  mermaid.initialize({ startOnLoad: false, maxEdges: 5000 });
  const { svg } = await mermaid.render('drawn', text);
  const drawn = new DOMParser().parseFromString(svg, 'text/html');
  const words = [...drawn.querySelectorAll('.nodeLabel, .edgeLabel')].map((e) => e.textContent);
  const scripts = drawn.querySelectorAll('script, b, [onclick]').length;
  return { edges: drawn.querySelectorAll('.flowchart-link').length, words, scripts };
}"""


@contextmanager
def drawer() -> Iterator[Callable[[str], Any]]:
    """What Mermaid draws of a text: the number of edges, and the words of nodes and edges."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page()
        page.add_script_tag(path=MERMAID)
        yield lambda text: page.evaluate(DRAWN, text)
        browser.close()
