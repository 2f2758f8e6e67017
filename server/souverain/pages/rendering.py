"""Templates, filled."""

from __future__ import annotations

from functools import cache

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    StrictUndefined,
)

from souverain.pages import assets, words
from souverain.pages.frame import Frame
from souverain.pages.linked import listing, meta

LONGEST = 2000
CUT = "…"


@cache
def environment() -> Environment:
    """The templates, with what all of them may use."""
    made = Environment(
        loader=PackageLoader("souverain.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(),
    )
    made.globals["asset"] = assets.address
    made.globals["meta_of"] = meta.of
    made.globals["listed"] = listing.listed
    made.filters["cut"] = cut
    return made


def read() -> None:
    """Read all templates: where pages are made, no file may be opened later."""
    for name in environment().list_templates():
        environment().get_template(name)


def _compiled() -> BytecodeCache | None:
    """Where templates are kept compiled between two starts: that takes longer than all the rest."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):
        return None


def cut(text: str, longest: int = LONGEST) -> str:
    """A text, at most so long: `…` says that there is more."""
    return text if len(text) <= longest else text[:longest] + CUT


def render(template: str, frame: Frame | None = None, **values: object) -> bytes:
    """A page beside those of the site, in UTF-8, framed as they are; for theirs, `Page.render`."""
    language = frame.language if frame else "en"
    around = {"t": words.read(language), "language": language, "page": None, "frame": frame}
    return environment().get_template(template).render(around | values).encode("utf-8")
