"""The colours of the site: each text is readable on each ground, in the light and in the dark."""

from __future__ import annotations

import re
from itertools import product

import pytest

from souverain.pages import assets

# WCAG 2.2, 1.4.3 (AA), of text in a usual size.
OF_TEXT = 4.5
GROUNDS = ("paper", "wash")
TEXTS = ("ink", "quiet", "link", "in-force", "planned", "ended", "negated", "computed")
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\b")


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme by name; the dark one keeps those that it does not change."""
    text = assets.read()["site.css"].decode("utf-8")
    light, dark, *_ = re.findall(r":root\s*\{([^}]*)\}", text)
    plain = dict(COLOUR.findall(light))
    return {"light": plain, "dark": plain | dict(COLOUR.findall(dark))}


def luminance(colour: str) -> float:
    """The relative luminance of sRGB, as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_is_readable(scheme: str, text: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= OF_TEXT


def test_every_colour_is_measured() -> None:
    assert schemes()["light"].keys() <= {*TEXTS, *GROUNDS, "line"}


@pytest.mark.parametrize("name", sorted({"ink", "paper"} & schemes()["light"].keys()))
def test_the_dark_scheme_has_colours_of_its_own(name: str) -> None:
    assert schemes()["light"][name] != schemes()["dark"][name]
