from __future__ import annotations

import subprocess
import sys


def test_twelve_kills_cost_nothing_that_was_acknowledged_and_leave_nothing_behind(checkout):
    done = subprocess.run(
        [sys.executable, "-m", "bench.kill", "--kills", "12", "--project-kills", "0"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
