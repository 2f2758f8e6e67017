"""Whether the W3C's files are there: where they are not, this is the one test that says so."""

from __future__ import annotations

import pytest

from .statements import ROOT


def test_the_files_of_the_w3c_stand_beside_the_repository():
    if not ROOT.is_dir():
        pytest.skip("needs ../shared/w3c beside the repository: none of the W3C's tests is run")
    assert (ROOT / "sparql11" / "manifest-sparql11-query.ttl").is_file()
