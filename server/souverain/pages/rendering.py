"""Templates, filled. All are read before the first is wanted: later, no file may be opened."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from souverain.pages import assets, listing, meta, words

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
    )
    made.globals["asset"] = assets.address
    made.globals["meta_of"] = meta.of
    made.globals["listed"] = listing.listed
    made.filters["cut"] = cut
    for name in made.list_templates():
        made.get_template(name)
    return made


def cut(text: str, longest: int = LONGEST) -> str:
    """A text, at most so long: `…` says that there is more."""
    return text if len(text) <= longest else text[:longest] + CUT


def render(template: str, **values: object) -> bytes:
    """The page, in UTF-8; for those of the site, see `Page.render`."""
    plain = {"t": words.read("en"), "language": "en", "page": None}
    return environment().get_template(template).render(plain | values).encode("utf-8")
