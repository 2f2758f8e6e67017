"""What the commands do while a server has the store open, and writes to it."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from souverain import cli, tokens
from souverain.versions import folder, manifest
from souverain.versions.folder import Folder
from souverain.versions.nature import Nature
from souverain.vocab import BASE

from .conftest import EX, content, line

PATIENCE_SECONDS = 60


@dataclass
class Served:
    """A store with a server that lets those write who have a token."""

    store: Folder
    url: str

    def ask(self, query: str) -> list[dict[str, str]]:
        request = urllib.request.Request(
            f"{self.url}/sparql?{urllib.parse.urlencode({'query': query})}",
            headers={"Accept": "application/sparql-results+json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
            rows = json.load(response)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]

    def write(self, update: str, token: str) -> int:
        """The status of an update."""
        request = urllib.request.Request(
            f"{self.url}/sparql",
            update.encode(),
            {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
                return response.status
        except urllib.error.HTTPError as fault:
            return fault.code

    def names(self) -> set[str]:
        """What each thing says that its name is."""
        return {row["name"] for row in self.ask(f"SELECT ?name {{ ?s <{EX}name> ?name }}")}

    def followed(self, names: set[str]) -> bool:
        """Whether the server comes to answer so; it looks once a second."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.names() != names:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        return True

    def run(self, name: str, *arguments: object) -> int:
        return cli.run([name, "--store", str(self.store.root), *map(str, arguments)])


def insert(name: str) -> str:
    return f"INSERT DATA {{ {line(name)} }}"


@pytest.fixture(scope="module")
def served(launch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("served") / "people.store"
    store = folder.create(root, Nature("strict", "none", BASE))
    server = launch("serve", "--store", root, "--writable", "--port", 0, "--workers", 3)
    yield Served(store, server.url)
    server.stop()


@pytest.fixture
def token(served: Served) -> str:
    return tokens.add(served.store.root, "write", "Ada")[1]


def test_a_token_is_known_when_it_is_added_and_no_more_when_it_is_revoked(served):
    assert served.write(insert("a"), "svr_1_2") in (401, 403)
    made, text = tokens.add(served.store.root, "write", "Ada")
    assert served.write(insert("a"), text) == 200
    assert served.store.commit(served.store.current).author == "Ada"
    tokens.revoke(served.store.root, made.id)
    tokens.add(served.store.root, "write", "Grace")
    assert served.write(insert("b"), text) == 401


def test_a_token_that_has_expired_lets_nobody_write(served, token):
    assert served.write(insert("c"), token) == 200
    path = served.store.root / tokens.FILE
    told = json.loads(path.read_text())
    told[-1]["expires"] = tokens.stamp()
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(told))
    aside.replace(path)
    tokens.add(served.store.root, "write", "Grace")
    assert served.write(insert("d"), token) == 401


def test_what_a_command_changes_is_served(served, token):
    before = served.names()
    assert served.write(insert("mistake"), token) == 200
    assert served.names() == {*before, "mistake"}
    assert served.run("revert", served.store.current) == 0
    assert served.followed(before)


def test_a_backup_under_a_loop_of_writes_is_one_version_of_the_store(served, token, tmp_path):
    stop, statuses = threading.Event(), []

    def write() -> None:
        while not stop.is_set():
            statuses.append(served.write(insert(f"w{len(statuses)}"), token))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while not statuses:
            time.sleep(0.05)
        assert served.run("backup", tmp_path / "backup") == 0
    finally:
        stop.set()
        writer.join()
    assert set(statuses) == {200}
    kept = manifest.read(tmp_path / "backup")
    assert 0 < kept.version <= served.store.current
    assert kept.checksum == served.store.commit(kept.version).checksum
    restored(served, kept, tmp_path)


def restored(served: Served, kept: manifest.Manifest, tmp_path: Path) -> None:
    """The backup, restored elsewhere, is that version again, and goes on being so."""
    new = tmp_path / "again.store"
    assert cli.run(["restore", str(tmp_path / "backup"), "--store", str(new)]) == 0
    again = folder.open(new)
    assert content(again, kept.version) == content(served.store, kept.version)
    assert list(again.commits()) == [served.store.commit(n) for n in range(kept.version, 0, -1)]
    assert cli.run(["backup", str(tmp_path / "second"), "--store", str(new)]) == 0
    assert manifest.read(tmp_path / "second").digest == kept.digest


def test_a_backup_is_restored_under_a_running_server(served, token, tmp_path):
    before = served.names()
    assert served.run("backup", tmp_path / "backup") == 0
    assert served.write(f"DELETE {{ ?s <{EX}name> ?n }} WHERE {{ ?s <{EX}name> ?n }}", token) == 200
    assert served.names() == set()
    assert served.run("restore", tmp_path / "backup") == 0
    assert served.followed(before)


# In a store whose default graph is no strict one, SPARQL reads the history too.
HISTORY = """\
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?number ?date ?author ?message ?extent {
  GRAPH <%sgraph/history> {
    ?version dcterms:identifier ?number ; prov:wasGeneratedBy ?commit .
    ?commit prov:endedAtTime ?date ; dcterms:description ?message ; prov:generated ?change ;
      prov:wasAssociatedWith/foaf:name ?author .
    ?change dcterms:extent ?extent
  }
} ORDER BY DESC(?number)
"""


def test_the_log_is_the_history_that_sparql_reads(launch, tmp_path, capsys):
    root = tmp_path / "union.store"
    store = folder.create(root, Nature("union", "none", BASE))
    for number in (1, 2, 3):
        (root.parent / "data").mkdir(exist_ok=True)
        (root.parent / "data" / f"{number}.nq").write_text(line(str(number), "g") + "\n")
        arguments = ["load", str(root.parent / "data"), "--message", f"the {number}."]
        assert cli.run([*arguments, "--store", str(root)]) == 0
    capsys.readouterr()
    assert cli.run(["log", "--store", str(root), "--format", "json"]) == 0
    log = json.loads(capsys.readouterr().out)
    server = launch("serve", "--store", root, "--port", 0, "--workers", 3)
    try:
        rows = Served(store, server.url).ask(HISTORY % BASE)
    finally:
        server.stop()
    assert rows == [
        {
            "number": str(row["number"]),
            "date": row["date"],
            "author": row["author"],
            "message": row["message"],
            "extent": f"{row['removed']} removed, {row['added']} added",
        }
        for row in log
    ]
