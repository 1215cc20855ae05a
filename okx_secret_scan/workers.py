"""Runs a function over items in worker processes, and survives the death of one."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
# Forking starts a worker in milliseconds, but is unsafe on macOS and unknown to Windows.
START_METHOD = "fork" if sys.platform == "linux" else "spawn"


def over(
    task: Callable[[int, Item], Outcome],
    items: Sequence[Item],
    jobs: int,
    done: Callable[[Outcome], None],
) -> list[Outcome | None]:
    """Return `task(number, item)` of each item in order, None where the worker died of it, twice.

    `task` must be importable and everything picklable. `done` hears of each outcome as it comes. What
    `task` raises ends all workers and is raised here.
    """
    outcomes: dict[int, Outcome] = {}

    def attempt(numbers: Sequence[int], workers: int) -> None:
        pool = ProcessPoolExecutor(
            workers, multiprocessing.get_context(START_METHOD), initializer=_follow_parent
        )
        try:
            with _interruption_held_back():
                futures = {pool.submit(task, number, items[number]): number for number in numbers}
            for future in as_completed(futures):
                if not isinstance(future.exception(), BrokenProcessPool):
                    outcomes[futures[future]] = future.result()
                    done(outcomes[futures[future]])
        except BrokenProcessPool:
            pass  # A worker died while items were still being handed out: none of those has an outcome.
        except BaseException:
            for child in multiprocessing.active_children():
                child.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    attempt(range(len(items)), min(jobs, len(items)))
    # One death breaks the whole pool. Which item did it shows when each runs alone.
    for number in range(len(items)):
        if number not in outcomes:
            attempt([number], 1)
    return [outcomes.get(number) for number in range(len(items))]


@contextlib.contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Let Ctrl-C wait: while a process forks, Python would print it and go on, in the worker, too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield  # Windows starts its workers otherwise
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: an idle worker would wait for work forever."""
    # What a task makes goes when it ends: looking for cycles in it as often as usual is in vain.
    gc.freeze()
    gc.set_threshold(50_000)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
