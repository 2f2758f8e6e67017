from __future__ import annotations

import pytest

from souverain.errors import UnknownName, UsageError
from souverain.settings import SETTINGS, Settings


def test_without_environment_and_options_the_defaults_hold():
    settings = Settings.read({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_the_environment_overrides_a_default():
    assert Settings.read({"SOUVERAIN_PORT": "8001"}).port == 8001


def test_an_option_overrides_the_environment():
    assert Settings.read({"SOUVERAIN_PORT": "8001"}, port=8002).port == 8002


def test_an_option_that_was_not_given_changes_nothing():
    assert Settings.read({"SOUVERAIN_PORT": "8001"}, port=None).port == 8001


def test_an_empty_variable_counts_as_none():
    assert Settings.read({"SOUVERAIN_PORT": ""}).port == 8000


@pytest.mark.parametrize("value", ["http", "1.5", "-1", "65536"])
def test_a_port_that_is_none_is_refused_by_the_name_of_its_variable(value):
    with pytest.raises(UsageError, match="SOUVERAIN_PORT cannot be") as refusal:
        Settings.read({"SOUVERAIN_PORT": value})
    assert "a whole number from 0 to 65535" in refusal.value.hint


def test_a_bad_option_is_refused_by_its_own_name():
    with pytest.raises(UsageError, match="--log-level cannot be 'loud'") as refusal:
        Settings.read({}, log_level="loud")
    assert "debug or info or warning or error" in refusal.value.hint


def test_an_option_that_is_no_setting_is_refused():
    with pytest.raises(UnknownName, match="no setting is called 'prot'") as refusal:
        Settings.read({}, prot=8000)
    assert "port" in refusal.value.hint


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_setting_has_unit_and_help_and_accepts_its_default(row):
    assert row.unit
    assert row.help
    assert row.parse(row.default, row.variable) == row.default
