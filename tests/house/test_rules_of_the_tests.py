from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = "import pytest\n\n\ndef test_it():\n    pytest.skip('no reason')\n"
NEEDS = "import pytest\n\n\n@pytest.mark.needs('nginx')\ndef test_it():\n    pass\n"


@pytest.fixture
def run_tests(checkout: Path, tmp_path: Path):
    """Runs a test module under the conftest and the settings of the project."""
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(checkout / "tests" / "conftest.py", tmp_path / "tests")

    def run(text: str, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "tests" / "test_one.py").write_text(text)
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)

    return run


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "souverain.example"])
def test_no_socket_leads_beyond_this_machine(host):
    with pytest.raises(RuntimeError, match="may not reach beyond this machine"):
        socket.create_connection((host, 80), timeout=1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_can_be_reached(host):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1]), timeout=5).close()


def test_a_skipped_test_is_no_failure_by_itself(run_tests):
    assert run_tests(SKIPS).returncode == 0


def test_a_skipped_test_fails_where_nothing_may_be_skipped(run_tests):
    done = run_tests(SKIPS, "--nothing-skipped")
    assert done.returncode == 1
    assert "--nothing-skipped: 1 skipped" in done.stdout


def test_a_missing_program_skips_and_names_its_package(run_tests):
    done = run_tests(NEEDS, PATH="")
    assert done.returncode == 0
    assert "needs nginx: apt-get install nginx" in done.stdout


def test_what_a_process_compiled_serves_the_next_one(run_tests, tmp_path):
    (tmp_path / "compiled.py").write_text("")
    start = "subprocess.run([sys.executable, '-c', 'import compiled'], check=True)"
    text = f"import subprocess\nimport sys\n\n\ndef test_it():\n    {start}\n"
    assert run_tests(text, PYTHONDONTWRITEBYTECODE="1").returncode == 0
    assert list((tmp_path / "__pycache__").glob("compiled.*.pyc"))


def test_a_warning_is_a_failure(run_tests):
    assert (
        run_tests("import warnings\n\n\ndef test_it():\n    warnings.warn('old')\n").returncode == 1
    )
