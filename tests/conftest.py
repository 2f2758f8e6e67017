"""What every test may ask for, and what none may do: open a socket beyond this machine."""

from __future__ import annotations

import gc
import ipaddress
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from souverain import cli, files
from souverain.files import Project
from souverain.vocab import PREFIXES

ROOT = Path(__file__).parents[1]
SYSTEM_PACKAGES = {
    "chromium": "chromium",
    "curl": "curl",
    "java": "default-jre-headless",
    "nginx": "nginx",
    "node": "nodejs npm",
}
# A library that pip cannot build without these.
LIBRARIES = {"followthemoney": "g++ libicu-dev pkg-config"}
# A test that takes one of these arguments runs once for each file.
FILES = {
    "graph_file": Project.graph_files,
    "ontology_file": Project.ontology_files,
    "shapes_file": Project.shapes_files,
    "example_file": Project.example_files,
    "rule_file": Project.rule_files,
    "question_file": Project.question_files,
}
# How many more objects there must be before Python looks for what nothing names any more: with
# graphs in memory, to look after each 700 takes a tenth of the time of the tests.
LOOKED_AFTER = (50_000, 20, 50)
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
SENDERS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nothing-skipped", action="store_true", help="fail when any test was skipped"
    )


def pytest_configure(config: pytest.Config) -> None:
    # Hundreds of tests start the program: without this, each would compile all its modules anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    # No test may fail of a machine that is slow.
    settings.register_profile(
        "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("untimed")
    if config.option.markexpr != "network":
        sys.addaudithook(_stay_on_this_machine)


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event in SENDERS:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in LOOKUPS:
        host = arguments[0]
    else:
        return
    if host and not _is_loopback(os.fsdecode(host)):
        raise RuntimeError(f"a test may not reach beyond this machine: {event} {host}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name in FILES.keys() & set(metafunc.fixturenames):
        project = _project()
        metafunc.parametrize(name, FILES[name](project), ids=project.name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        (name,) = mark.args
        if name in LIBRARIES:
            if find_spec(name) is None:
                pytest.skip(f"needs {name}: apt-get install {LIBRARIES[name]}, then make test")
        elif shutil.which(name) is None:
            pytest.skip(f"needs {name}: apt-get install {SYSTEM_PACKAGES[name]}")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    # The tests themselves stay until the end.
    gc.freeze()
    gc.set_threshold(*LOOKED_AFTER)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if not session.config.getoption("--nothing-skipped"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else ()
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"\n--nothing-skipped: {len(skipped)} skipped", red=True)


def _project() -> Project:
    """The data beside the tests; where they run against the wheel, the data inside it."""
    found = files.find(str(ROOT)) if (ROOT / "graph").is_dir() else files.packaged()
    return replace(found, writable=False)


@pytest.fixture(scope="session")
def project() -> Project:
    """The project itself, read-only."""
    return _project()


@pytest.fixture
def scratch(project: Project, tmp_path: Path) -> Project:
    """A copy of the project, to spoil."""
    return files.init(tmp_path / "project", project)


TINY = {
    "ontology/core.ttl": "sov:Stake rdfs:subClassOf sov:Claim .",
    "ontology/questions/held.rq": """\
# en: Who holds some of a target?
# fr: Qui détient une part d’une cible ?
# param: target iri id:numergy
SELECT ?holder ?target { ?stake sov:holder ?holder ; sov:target ?target } ORDER BY ?holder
""",
    "graph/entities.ttl": """\
id:sfr skos:prefLabel "SFR"@fr ; skos:editorialNote "a, \\"b\\"\\r\\n\\tc <&> d’é" .
id:numergy skos:prefLabel "Numergy"@fr .
""",
    "graph/002.ttl": """\
article:002 a sov:Article .
id:stake-1 a sov:Stake ; sov:holder id:sfr ; sov:target id:numergy ; sov:percentage 47.0 ;
  sov:assertedIn article:002 .
""",
    "graph/history/old.ttl": "id:old skos:prefLabel 'old' .",
    "graph/drafts/new.ttl": "id:new skos:prefLabel 'new' .",
}


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of nine served triples, two of them in odd places; not to be changed."""
    root = tmp_path_factory.mktemp("tiny")
    for name, text in TINY.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        declared = "".join(f"@prefix {key}: <{iri}> .\n" for key, iri in PREFIXES.items())
        path.write_text(declared + text if path.suffix == ".ttl" else text, "utf-8")
    return files.find(str(root))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's root; skips where the tests run without it, against the wheel."""
    if not (ROOT / ".git").exists():
        pytest.skip("needs the repository, which is not beside these tests")
    return ROOT


START_SECONDS = 180
Souverain = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def souverain(tmp_path: Path) -> Souverain:
    """Runs the command in a process of its own, from an empty folder unless told where."""

    def run(
        *arguments: object, cwd: Path = tmp_path, **env: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
        return subprocess.run(
            [sys.executable, "-c", "from souverain.cli import main; main()", *map(str, arguments)],
            cwd=cwd,
            env={**clean, **env},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Souverain:
    """Runs the command in this process, which spares its start; else as `souverain` does."""

    def run(
        *arguments: object, cwd: Path = tmp_path, **env: str
    ) -> subprocess.CompletedProcess[str]:
        told = list(map(str, arguments))
        with monkeypatch.context() as patched:
            for name in [name for name in os.environ if "SOUVERAIN" in name]:
                patched.delenv(name)
            for name, value in env.items():
                patched.setenv(name, value)
            patched.chdir(cwd)
            capsys.readouterr()
            code = cli.run(told)
        out, err = (text.replace("\r\n", "\n") for text in capsys.readouterr())
        return subprocess.CompletedProcess(told, code, out, err)

    return run


class Server:
    """`souverain serve` in a process of its own."""

    def __init__(self, *arguments: object) -> None:
        clean = {name: value for name, value in os.environ.items() if "SOUVERAIN" not in name}
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from souverain.cli import main; main()", *map(str, arguments)],
            env=clean,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        ready, _, _ = select.select([self.process.stdout], [], [], START_SECONDS)
        if not ready:
            self.stop()
        assert ready
        self.greeting = self.process.stdout.readline()
        self.url = self.greeting.partition(" on ")[2].partition(" ")[0]

    def stop(self) -> tuple[int, str]:
        """Its exit code and what it wrote on standard error."""
        self.process.terminate()
        _, err = self.process.communicate(timeout=30)
        return self.process.returncode, err


@pytest.fixture(scope="session")
def launch() -> type[Server]:
    """Starts `souverain` with the arguments that it is given; the caller stops it."""
    return Server


@pytest.fixture(scope="session")
def address(project: Project) -> Iterator[str]:
    """The address of a server over the project itself."""
    server = Server("--project", project.root, "serve", "--port", 0)
    yield server.url
    server.stop()
