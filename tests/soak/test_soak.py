from __future__ import annotations

import subprocess
import sys


def test_twenty_seconds_of_everything_at_once_leave_no_trace(checkout):
    done = subprocess.run(
        [sys.executable, "-m", "bench.soak", "--seconds", "20"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
