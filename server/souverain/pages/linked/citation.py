"""How a claim, an entity or an article is cited: as BibTeX, and as CSL-JSON.

Nothing is invented: what has no printed date has none in its citation, and an inferred one is
marked as uncertain.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from souverain.document import Document
from souverain.pages.linked.links import LICENCE
from souverain.pages.linked.naming import called
from souverain.pages.media import BIBTEX

if TYPE_CHECKING:
    from souverain.pages.page import Page

NAME = "Souverain"
LONGEST = 2000
BABEL = {"en": "english", "fr": "french"}
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")


class Citation(NamedTuple):
    """What is cited; `date` is EDTF and may be empty, `note` has the words of the article."""

    key: str
    kind: str
    title: str
    author: str
    url: str
    date: str
    note: str
    language: str
    version: str


def is_cited(page: Page, iri: str) -> bool:
    """Whether a thing is one that is cited by itself."""
    node = page.site.facts.node(iri)
    if "Article" in node.kinds or page.site.facts.is_a(node, "Entity"):
        return True
    return is_told(page, iri)


def is_told(page: Page, iri: str) -> bool:
    """Whether a thing is something said: a claim, or what was computed, that has its sentence."""
    node = page.site.facts.node(iri)
    is_said = node.all("assertedIn") or node.all("rule")
    return bool(is_said) and page.explainer.has_sentence(iri)


def document(page: Page, iri: str, media_type: str) -> Document:
    """The citation of such a thing, in one of the two media types."""
    write = bibtex if media_type == BIBTEX else csl
    return page.document(media_type, write(cited(page, iri)).encode("utf-8"))


def cited(page: Page, iri: str) -> Citation:
    """What is to be said of a thing by whoever cites it, in the language of the page."""
    facts, explainer = page.site.facts, page.explainer
    node, dataset = facts.node(iri), facts.node(f"{page.site.base}dataset")
    is_named = facts.is_a(node, "Entity") or not explainer.has_sentence(iri)
    own = Citation(
        key=re.sub(r"[^A-Za-z0-9]+", "-", iri.removeprefix(page.site.base)).strip("-"),
        kind="entry",
        title=_flat(called(page, iri) if is_named else str(explainer.sentence(iri))),
        author=dataset.one("dcterms:creator") or NAME,
        url=page.address,
        date="",
        note=_flat(" ".join(f"« {row.text} »" for row in explainer.quotes(iri))),
        language=page.language,
        version=page.site.version,
    )
    return own if "Article" not in node.kinds else _article(page, iri, own)


def _article(page: Page, iri: str, own: Citation) -> Citation:
    """That of an article, whose author and publisher the project does not know."""
    facts = page.site.facts
    node = facts.node(iri)
    return own._replace(
        kind="article",
        title=_flat(page.t("site.article", name=iri.rpartition("/")[2]).capitalize()),
        author="",
        date=facts.value(node, "published").one("edtf"),
        note=_flat(f"{node.one('fileName')}, SHA-256 {node.one('sha256')}"),
    )


def bibtex(cited: Citation) -> str:
    """The citation as an entry of a BibTeX file, in UTF-8."""
    fields = {
        "title": f"{{{cited.title.translate(_SPECIAL)}}}",
        "author": f"{{{cited.author.translate(_SPECIAL)}}}" if cited.author else "",
        "date": cited.date if _DATE.fullmatch(cited.date) else "",
        "publisher": f"{{{NAME}}}",
        "url": cited.url,
        "version": cited.version,
        "langid": BABEL[cited.language],
        "note": cited.note.translate(_SPECIAL),
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{NAME.lower()}-{cited.key},\n{''.join(lines)}}}\n"


def csl(cited: Citation) -> str:
    """The citation as a list of one item, in CSL-JSON."""
    item: dict[str, Any] = {
        "id": f"{NAME.lower()}-{cited.key}",
        "type": cited.kind,
        "title": cited.title,
        "author": [{"literal": cited.author}] if cited.author else [],
        "issued": _issued(cited.date),
        "container-title": NAME,
        "publisher": NAME,
        "URL": cited.url,
        "version": cited.version,
        "language": cited.language,
        "license": LICENCE,
        "note": cited.note,
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


def _issued(edtf: str) -> dict[str, Any]:
    found = _DATE.fullmatch(edtf)
    if not found:
        return {}
    date: dict[str, Any] = {"date-parts": [[int(part) for part in found.groups()[:3] if part]]}
    return date | {"circa": True} if found[4] else date


def _flat(text: str) -> str:
    """A text on one line, without control characters; cut where it is very long."""
    shown = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text[: 2 * LONGEST])
    flat = " ".join(shown.split(" "))
    flat = re.sub(" +", " ", flat).strip()
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
