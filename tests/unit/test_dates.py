from __future__ import annotations

from datetime import date

import pytest

from souverain import dates
from souverain.errors import DataError


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30)),
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2012?-10-02", date(2012, 10, 2), date(2012, 10, 2)),
        ("2012-10?", date(2012, 10, 1), date(2012, 10, 31)),
        ("2023-04/2023-06", date(2023, 4, 1), date(2023, 6, 30)),
        ("2012?-10/", date(2012, 10, 1), None),
        ("2012?-10/..", date(2012, 10, 1), None),
        ("../2012", None, date(2012, 12, 31)),
        ("XXXX-10-02", None, None),
    ],
)
def test_a_date_means_whole_days(edtf, first, last):
    assert dates.bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["2012-13", "2 octobre", "", "2012-02-30"])
def test_what_is_not_edtf_is_refused(edtf):
    with pytest.raises(DataError, match="is not an EDTF date"):
        dates.bounds(edtf)
