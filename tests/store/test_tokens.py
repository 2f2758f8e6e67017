from __future__ import annotations

import datetime
import json
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from souverain import cli, tokens
from souverain.errors import CorruptStore, UnknownName, UsageError
from souverain.tokens import Keyring

SOON = "2026-11-27T00:00:00Z"


def stored(root) -> str:
    return (root / tokens.FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("scope", "wanted", "allowed"),
    [
        ("write", "write", True),
        ("write", "admin", False),
        ("admin", "write", True),
        ("admin", "admin", True),
    ],
)
def test_a_scope_allows_itself_and_those_before_it(tmp_path, scope, wanted, allowed):
    token, _ = tokens.add(tmp_path, scope)
    assert token.allows(wanted) is allowed


def test_there_is_no_other_scope(tmp_path):
    with pytest.raises(UsageError, match="no scope 'read'"):
        tokens.add(tmp_path, "read")
    assert not (tmp_path / tokens.FILE).exists()


def test_what_is_secret_is_kept_nowhere(tmp_path):
    _, text = tokens.add(tmp_path, "write")
    assert text not in stored(tmp_path)
    assert text.rpartition("_")[2] not in stored(tmp_path)


def test_only_the_owner_may_read_the_file(tmp_path):
    tokens.add(tmp_path, "write")
    assert stat.S_IMODE((tmp_path / tokens.FILE).stat().st_mode) == 0o600


def test_no_two_tokens_are_alike(tmp_path):
    made = [tokens.add(tmp_path, "write") for _ in range(20)]
    assert len({text for _, text in made}) == len({token.id for token, _ in made}) == 20
    assert tokens.read(tmp_path) == [token for token, _ in made]


def test_a_token_is_found_by_its_text(tmp_path):
    made = [tokens.add(tmp_path, "write") for _ in range(3)]
    keyring = Keyring(tmp_path)
    assert [keyring.find(text) for _, text in made] == [token for token, _ in made]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text + "x",
        lambda text: text[:-1] + ("a" if text[-1] != "a" else "b"),
        lambda text: text.replace("svr_", "xyz_"),
        lambda text: text.upper(),
        lambda text: text.rpartition("_")[0] + "_",
    ],
    ids=["empty", "shorter", "longer", "another", "mark", "case", "no secret"],
)
def test_another_text_is_no_token(tmp_path, spoil):
    _, text = tokens.add(tmp_path, "write")
    assert Keyring(tmp_path).find(spoil(text)) is None


def test_the_secret_of_one_does_not_open_another(tmp_path):
    (one, _), (_, other) = tokens.add(tmp_path, "admin"), tokens.add(tmp_path, "write")
    assert Keyring(tmp_path).find(f"svr_{one.id}_{other.rpartition('_')[2]}") is None


@pytest.mark.parametrize(
    ("expires", "revoked", "state"),
    [
        ("", "", "valid"),
        ("2026-11-27T00:00:01Z", "", "valid"),
        (SOON, "", "expired"),
        ("2026-11-26T23:59:59Z", "", "expired"),
        ("", SOON, "revoked"),
        ("2026-11-26T23:59:59Z", SOON, "revoked"),
    ],
)
def test_a_token_has_a_state_at_a_time(expires, revoked, state):
    token = tokens.Token("1", "Ada", "write", "", "", expires, revoked)
    assert token.state(SOON) == state


def test_a_life_in_days_ends(tmp_path):
    token, _ = tokens.add(tmp_path, "write", days=90)
    days = datetime.timedelta(days=90)
    assert tokens.stamp(days - datetime.timedelta(hours=1)) < token.expires <= tokens.stamp(days)


def test_a_revoked_token_is_found_and_worth_nothing(tmp_path):
    token, text = tokens.add(tmp_path, "write")
    keyring = Keyring(tmp_path)
    assert bool(keyring) is True
    tokens.revoke(tmp_path, token.id)
    found = keyring.find(text)
    assert found
    assert found.state(tokens.stamp()) == "revoked"
    assert bool(keyring) is False


def test_revoking_twice_keeps_the_first_date(tmp_path):
    token, _ = tokens.add(tmp_path, "write")
    first = tokens.revoke(tmp_path, token.id)
    assert tokens.revoke(tmp_path, token.id) == first


def test_a_token_that_is_not_there_cannot_be_revoked(tmp_path):
    token, _ = tokens.add(tmp_path, "write")
    with pytest.raises(UnknownName, match="no token is called"):
        tokens.revoke(tmp_path, "nothing")
    assert tokens.read(tmp_path) == [token]


def test_who_adds_and_revokes_at_once_loses_nothing(tmp_path):
    token, _ = tokens.add(tmp_path, "write")
    with ThreadPoolExecutor(8) as pool:
        added = [pool.submit(tokens.add, tmp_path, "write") for _ in range(20)]
        pool.submit(tokens.revoke, tmp_path, token.id).result()
        ids = {future.result()[0].id for future in added}
    assert {row.id for row in tokens.read(tmp_path)} == {token.id, *ids}
    assert tokens.read(tmp_path)[0].revoked


def test_a_token_is_revoked_while_a_version_is_made(store):
    token, _ = tokens.add(store.root, "write")
    with store.locked():
        assert tokens.revoke(store.root, token.id).revoked


def test_a_keyring_sees_a_token_that_is_added_later(tmp_path):
    keyring = Keyring(tmp_path)
    assert not keyring
    token, text = tokens.add(tmp_path, "write")
    assert keyring.find(text) == token


@pytest.mark.parametrize("text", ["", "{", '[{"id": 1}]', "[1]"])
def test_a_file_that_holds_no_tokens_lets_nobody_write(tmp_path, text):
    (tmp_path / tokens.FILE).write_text(text)
    with pytest.raises(CorruptStore, match=r"tokens\.json"):
        Keyring(tmp_path).find("svr_1_2")


# The commands.


def test_a_new_token_stands_alone_on_the_last_line(store, capsys):
    assert cli.run(["token", "add", "--store", str(store.root), "--name", "Ada"]) == 0
    out, err = capsys.readouterr()
    (token,) = tokens.read(store.root)
    assert Keyring(store.root).find(out.removesuffix("\n")) == token
    assert (token.name, token.scope) == ("Ada", "write")
    assert err == f"{token.id}: Ada may write. This is not shown again:\n"


def test_the_list_tells_all_but_what_is_secret(store, capsys):
    made = [tokens.add(store.root, "write", "Ada"), tokens.add(store.root, "admin", "Grace", 1)]
    tokens.revoke(store.root, made[0][0].id)
    assert cli.run(["token", "list", "--store", str(store.root)]) == 0
    out = capsys.readouterr().out
    rows = [row.split("\t") for row in out.splitlines()[1:]]
    assert [(row[1], row[2], row[5]) for row in rows] == [
        ("Ada", "write", "revoked"),
        ("Grace", "admin", "valid"),
    ]
    assert not any(text in out or token.digest in out for token, text in made)


def test_a_token_is_revoked_by_its_name_in_the_list(store, capsys):
    token, _ = tokens.add(store.root, "write", "Ada")
    assert cli.run(["token", "revoke", token.id, "--store", str(store.root)]) == 0
    assert json.loads(stored(store.root))[0]["revoked"]
    assert capsys.readouterr().out == f"{token.id}: Ada can no more write\n"
