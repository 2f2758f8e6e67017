"""The parameters of a query string or form: as the standard library reads them, and faster."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from souverain.web.protocol import MOST_FIELDS, parameters, values
from souverain.web.refusals import BadEncoding, BadParameter

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@pytest.mark.parametrize(
    ("encoded", "read"),
    [
        (b"", []),
        (b"a=b", [("a", "b")]),
        (b"a", [("a", "")]),
        (b"a=", [("a", "")]),
        (b"=b", [("", "b")]),
        (b"a=b=c", [("a", "b=c")]),
        (b"a=1&&b=2&", [("a", "1"), ("b", "2")]),
        (b"a=%3D%26%2B+%25", [("a", "=&+ %")]),
        (b"a=%c3%A9", [("a", "é")]),
        ("a=é".encode(), [("a", "é")]),
        (b"a=%0D%0A%09", [("a", "\r\n\t")]),
        (b"a=x%20%20", [("a", "x  ")]),
        (b"a=_x_", [("a", "_x_")]),
    ],
)
def test_what_is_read(encoded, read):
    assert parameters(encoded, "form") == read


@settings(derandomize=True, max_examples=500)
@given(st.lists(st.tuples(TEXTS.filter(bool), TEXTS), max_size=5))
def test_it_is_what_the_standard_library_reads(pairs):
    encoded = urlencode(pairs)
    assert parameters(encoded.encode(), "form") == parse_qsl(encoded, keep_blank_values=True)


@pytest.mark.parametrize(
    "encoded", [b"a=%", b"a=%4", b"a=%zz", b"%", b"a=%ff", b"a=\xff", b"%ff=a"]
)
def test_what_is_no_percent_encoded_utf_8_is_refused(encoded):
    with pytest.raises(BadEncoding, match="form"):
        parameters(encoded, "form")


def test_very_many_parameters_are_refused():
    assert len(parameters(b"a&" * MOST_FIELDS, "form")) == MOST_FIELDS
    with pytest.raises(BadParameter, match="more than"):
        parameters(b"a&" * (MOST_FIELDS + 1), "form")


def test_the_values_of_a_parameter_are_in_order():
    assert values([("a", "1"), ("b", "2"), ("a", "3")], "a") == ("1", "3")
