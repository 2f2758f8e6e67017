"""Over HTTPS an endpoint is believed to be what its name says only where an authority says so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from souverain.errors import ServiceFailed

from .certificates import DAY, Authority
from .mischief import Mischief, right
from .test_endpoints import asker, rows, run


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that is trusted."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def test_a_server_with_a_certificate_for_its_name_is_asked(authority: Authority):
    with Mischief(right, secured=authority.serving("localhost")) as other:
        assert run(rows(asker(), f"https://localhost:{other.port}/")).rows == (("<urn:a>",),)


@pytest.mark.parametrize(
    ("host", "lasts", "told"),
    [("elsewhere.example", DAY, "not valid for 'localhost'"), ("localhost", -DAY, "has expired")],
    ids=["of another", "of old"],
)
def test_a_server_with_a_certificate_that_is_none_for_it_is_not(
    authority: Authority, host: str, lasts: timedelta, told: str
):
    with Mischief(right, secured=authority.serving(host, lasts)) as other:
        with pytest.raises(ServiceFailed, match=told):
            run(rows(asker(), f"https://localhost:{other.port}/"))
        assert other.heard == []


def test_an_authority_that_is_not_trusted_is_worth_nothing(tmp_path: Path):
    serving = Authority(tmp_path).serving("localhost")
    with Mischief(right, secured=serving) as other:
        with pytest.raises(ServiceFailed, match="certificate that is not valid: unable"):
            run(rows(asker(), f"https://localhost:{other.port}/"))
        assert other.heard == []
