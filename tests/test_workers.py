"""Worker processes end with the process that started them, whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from okx_secret_scan import workers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

SCRIPT = r"""
import os, sys, time
from okx_secret_scan import workers
workers.START_METHOD = sys.argv[1]

def work(number, item):
    os.write(1, b"%d\n" % os.getpid())
    time.sleep(120)

if __name__ == "__main__":
    try:
        workers.over(work, [0, 1, 2], 2, print)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and waits for its parent does not."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return done.stdout.strip()[:1] not in ("", "Z")


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_no_worker_outlives_its_parent(
    tmp_path: Path, method: str, number: signal.Signals, status: int
) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    process = subprocess.Popen(
        [sys.executable, str(script), method], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    pids = [int(process.stdout.readline()) for _ in range(2)]
    process.send_signal(number)
    _, err = process.communicate()
    assert process.returncode == status
    assert b"Traceback" not in err
    for _ in range(200):
        if not any(map(alive, pids)):
            return
        time.sleep(0.05)
    pytest.fail("a worker is still there")


INTERRUPTED_FORK = r"""
import os, signal, sys
from okx_secret_scan import workers
workers.START_METHOD = "fork"
os.register_at_fork(before=lambda: os.kill(os.getpid(), signal.SIGINT))

try:
    workers.over(divmod, [1, 1], 2, print)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_an_interruption_while_workers_start_is_not_lost() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED_FORK], capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_what_a_task_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        workers.over(divmod, [1, 0, 1], 2, lambda outcome: None)
