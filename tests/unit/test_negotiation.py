from __future__ import annotations

import pytest

from souverain.web.negotiation import choose, codings

OFFERED = ("application/x+json", "application/xml", "text/csv", "text/tsv")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("*/*", "application/x+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, text/tsv", "text/tsv"),
        ("text/csv; q=0.5 , text/tsv;q=0.6", "text/tsv"),
        ("text/csv, application/xml", "application/xml"),
        ("text/csv;q=0, text/*", "text/tsv"),
        ("text/*;q=0.3, text/tsv;q=0.4", "text/tsv"),
        ("*/*;q=0.1, text/*;q=0.2, text/csv;q=0", "text/tsv"),
        ("application/x+json;q=0, */*", "application/xml"),
        ("text/csv;charset=utf-8", "text/csv"),
        ("text/csv;header=present;q=0.1, text/tsv;q=0.2", "text/tsv"),
        ("text/csv;q=0.1, text/csv;q=0.9, text/tsv;q=0.5", "text/csv"),
        (BROWSER, "application/xml"),
        ("*", "application/x+json"),
        ("text/html, *; q=.2, */*; q=.2", "application/x+json"),
        ("text/csv;q=1.000", "text/csv"),
        ("text/csv;q=7, text/tsv;q=0.1", "text/tsv"),
        ("text/csv;q=", None),
        ("text/csv;q=-1", None),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/csv;q=0.0", None),
        ("text", None),
        ("*/csv", None),
        (",,;,", None),
    ],
)
def test_the_media_type_that_an_accept_header_gets(accept, chosen):
    assert choose(accept, OFFERED) == chosen


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", ()),
        ("gzip", ("gzip",)),
        ("GZIP", ("gzip",)),
        ("gzip, zstd", ("zstd", "gzip")),
        ("gzip;q=1, zstd;q=0.5", ("gzip", "zstd")),
        ("*", ("zstd", "gzip")),
        ("*;q=0.5, gzip", ("gzip", "zstd")),
        ("*, gzip;q=0", ("zstd",)),
        ("gzip;q=0", ()),
        ("identity;q=1, gzip;q=0.5", ()),
        ("identity;q=0.5, gzip;q=1", ("gzip",)),
        ("deflate, br", ()),
        ("gzip;q=nonsense", ()),
        ("gzip/x, ,;", ()),
    ],
)
def test_the_codings_that_a_client_takes(header, wanted):
    assert codings(header, ("zstd", "gzip")) == wanted
