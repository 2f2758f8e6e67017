"""Many articles at once: nothing is lost and nothing twice, whoever is killed and when."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from souverain import text
from souverain.errors import MissingExtra
from souverain.files import Project
from souverain.intake import adding, crew, drafts, extras
from souverain.intake.journal import FILE, Journal
from souverain.intake.known import Known
from souverain.intake.origins import Origin
from souverain.intake.shelf import Shelf
from souverain.intake.text import Text

FOLDER = Path(__file__).parent
# How long a process may take on a machine that has much else to do.
PATIENCE_SECONDS = 600
MAIN = "from souverain.cli import main; main()"


def article(number: int) -> str:
    """An article that is like no other; each states a stake."""
    words = " ".join(f"la mot{number}x{n} est" for n in range(30))
    return (
        f"Orange détient {number + 10} % de Firme{number}, et le groupe le dit dans un communiqué. "
        f"La société a été fondée par Jean Martin{number}. {words}.\n"
    )


def written(folder: Path, numbers: range) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number:03}.txt").write_text(article(number), "utf-8")
    return folder


def origin(number: int, more: str = "") -> Origin:
    return Origin(f"{number}.txt", Text("", article(number) + more, language="fr"))


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """The module that stands in for the extractors, for this process and for those it starts."""
    monkeypatch.syspath_prepend(FOLDER)
    folder = tmp_path / "traces"
    folder.mkdir()
    monkeypatch.setenv("STAND_IN_TRACES", str(folder))
    import stand_in

    return stand_in


@pytest.fixture
def light(tmp_path) -> Project:
    """A project without a graph of any size, writable."""
    root = tmp_path / "light"
    for name in ("graph", "seeds", "ontology"):
        (root / name).mkdir(parents=True)
    (root / "seeds" / "articles.toml").touch()
    (root / "ontology" / "core.ttl").touch()
    return Project(root, writable=True)


def run(project, taken, workers):
    return list(adding.drafted(project, taken.names, workers, Journal(project)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_article_is_drafted_once_and_knows_the_graph(light, stand_in, jobs):
    taken = adding.take(light, [origin(n) for n in range(5)])
    outcomes = run(light, taken, crew.local(jobs, stand_in.drafted))
    assert sorted(row.article for row in outcomes) == ["000", "001", "002", "003", "004"]
    assert {row.outcome for row in outcomes} == {"drafted"}
    assert sorted(drafts.articles(light)) == sorted(taken.names)
    assert all(len(stand_in.traces(slug)) == 1 for slug in taken.names)


def test_processes_know_what_this_one_knows(stand_in, project):
    known = Known.load(project)
    texts = [Text(f"{n}", article(n)) for n in range(2)]
    found = list(crew.local(2, stand_in.drafted)(texts, known))
    assert {row.draft.candidates[0].rule for row in found} == {f"knows-{len(known.entities)}"}


def test_a_process_that_is_killed_takes_no_article_along(light, stand_in):
    more = {1: stand_in.DEADLY_ONCE, 4: stand_in.DEADLY_ONCE}
    taken = adding.take(light, [origin(n, more.get(n, "")) for n in range(6)])
    outcomes = run(light, taken, crew.local(2, stand_in.deadly))
    assert Counter(row.outcome for row in outcomes) == {"drafted": 6}
    assert Counter(row.article for row in outcomes) == dict.fromkeys(taken.names, 1)
    assert len(stand_in.traces("001")) >= 2


def test_an_article_over_which_processes_are_lost_is_told_and_the_others_go_on(light, stand_in):
    taken = adding.take(light, [origin(n, stand_in.DEADLY if n == 2 else "") for n in range(5)])
    outcomes = {row.article: row for row in run(light, taken, crew.local(2, stand_in.deadly))}
    assert {slug for slug, row in outcomes.items() if row.outcome == "drafted"} == {
        "000",
        "001",
        "003",
        "004",
    }
    assert outcomes["002"].why == crew.LOST
    assert "002" not in drafts.articles(light)


def test_what_is_wrong_with_one_article_is_told_of_that_one():
    found = crew.draft(Text("900", article(1), published="hier"), Known())
    assert (found.slug, found.draft) == ("900", None)
    assert "'hier' is not an EDTF date" in found.why


def test_the_same_command_goes_on_where_it_was_cut_off(light, stand_in):
    origins = [origin(n) for n in range(6)]
    taken = adding.take(light, origins)
    begun = adding.drafted(light, taken.names, crew.local(1, stand_in.drafted), Journal(light))
    first = [next(begun).article for _ in range(2)]
    begun.close()
    again = adding.take(light, origins)
    assert sorted(row.article for row in again.others) == sorted(first)
    assert {row.outcome for row in again.others} == {"known"}
    rest = run(light, again, crew.local(1, stand_in.drafted))
    assert sorted([*first, *(row.article for row in rest)]) == sorted(taken.names)
    assert all(len(stand_in.traces(slug)) == 1 for slug in taken.names)
    assert adding.take(light, origins).names == {}


def test_cut_off_before_anything_is_kept_nothing_is_there(light):
    def broken():
        yield origin(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adding.take(light, broken())
    assert text.load(light) == {}


def test_what_is_the_same_within_a_batch_is_taken_once(light):
    near = Origin("near.txt", Text("", article(1) + "Fin.", language="fr"))
    taken = adding.take(light, [origin(1), origin(1)._replace(name="copy.txt"), near, origin(2)])
    assert list(taken.names.values()) == ["1.txt", "2.txt"]
    assert [(row.source, row.why) for row in taken.others] == [
        ("copy.txt", "the same as 1.txt"),
        ("near.txt", "100% the same as 1.txt"),
    ]


def test_near_ones_are_taken_when_they_are_wanted_anyway(light):
    near = Origin("near.txt", Text("", article(1) + "Fin.", language="fr"))
    assert len(adding.take(light, [origin(1), near], anyway=True).names) == 2
    assert len(text.load(light)) == 2


def test_a_folder_is_drafted_with_a_row_for_each_file(light, tmp_path, souverain):
    folder = written(tmp_path / "articles", range(3))
    (folder / "bad.txt").write_bytes(b"\x00")
    done = souverain("--project", light.root, "add", folder, "--jobs", 1)
    assert done.returncode == 1, done.stderr
    head, *rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert head == ["source", "outcome", "article", "drafts", "flagged", "why"]
    assert sorted((row[0].rpartition("/")[2], row[1]) for row in rows) == [
        ("000.txt", "drafted"),
        ("001.txt", "drafted"),
        ("002.txt", "drafted"),
        ("bad.txt", "failed"),
    ]
    assert "3 drafted, 1 failed" in done.stderr
    assert f"next: souverain --project {light.root} review" in done.stderr
    (folder / "bad.txt").unlink()
    again = souverain("--project", light.root, "add", folder)
    assert (again.returncode, again.stderr) == (0, "3 known\n")


def test_what_is_told_of_one_article_is_not_told_of_many(light, tmp_path, souverain):
    folder = written(tmp_path / "articles", range(2))
    done = souverain("--project", light.root, "add", folder, "--title", "Un")
    assert done.returncode == 2
    assert "--title cannot be said of 2 articles at once" in done.stderr
    assert text.load(light) == {}


def test_a_cluster_without_its_extra_is_named(monkeypatch):
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    with pytest.raises(MissingExtra, match="the extra 'scale'"):
        crew.cluster("tcp://127.0.0.1:8786")


class Cluster:
    """A Dask scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path, workers: int, env: dict[str, str]) -> None:
        self.env = {**os.environ, **env}
        self.file = folder / "scheduler.json"
        quiet = ("--no-dashboard", "--host", "127.0.0.1")
        self.scheduler = self._start(
            "scheduler", "--port", "0", "--scheduler-file", self.file, *quiet
        )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.file.exists() or not self.file.read_text("utf-8").strip():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        self.address = json.loads(self.file.read_text("utf-8"))["address"]
        one = ("--nthreads", "1", "--no-nanny", "--local-directory", folder)
        self.workers = [self._start("worker", self.address, *one, *quiet) for _ in range(workers)]

    def _start(self, what: str, *arguments: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + what, *map(str, arguments)],
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path, stand_in):
    made = Cluster(tmp_path, 2, {"PYTHONPATH": str(FOLDER), "OMP_NUM_THREADS": "1"})
    yield made
    made.stop()


class DoneOnceMore:
    """A future whose result went with its worker after it was told to be done."""

    status = "pending"

    def exception(self) -> None:
        return None

    def result(self) -> crew.Drafted:
        return crew.Drafted("made-up", None)


def test_a_result_that_went_with_its_worker_is_waited_for():
    assert crew._of(DoneOnceMore(), Text("made-up", "Un texte.")) == crew.Drafted("made-up", None)


def test_a_cluster_drafts_all_once_though_a_worker_is_killed(light, tmp_path, cluster):
    """The command, a scheduler and two workers are processes; one worker is killed in the midst."""
    folder = written(tmp_path / "articles", range(16))
    environ = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
    words = ("--project", light.root, "add", folder, "--scheduler", cluster.address)
    command = subprocess.Popen(
        [sys.executable, "-c", MAIN, *map(str, words)],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(drafts.articles(light)) < 3:
        if command.poll() is not None:
            pytest.fail(str(command.communicate()))
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert len(drafts.articles(light)) < 16
    cluster.workers[0].send_signal(signal.SIGKILL)
    _, err = command.communicate(timeout=PATIENCE_SECONDS)
    assert command.returncode == 0, err
    assert "16 drafted" in err
    slugs = [f"{n:03}" for n in range(16)]
    assert sorted(drafts.articles(light)) == sorted(text.load(light)) == slugs
    rows = [json.loads(line) for line in (light.root / FILE).read_text("utf-8").splitlines()]
    assert Counter(row["article"] for row in rows) == dict.fromkeys(slugs, 1)
    assert all(drafts.load(light, slug).drafts for slug in slugs)


def test_a_shelf_reads_what_was_kept(light):
    Shelf(light).keep([Text("", article(1))])
    assert list(Shelf(light).known) == ["000"]
