"""How long a window's event loop is kept waiting while a first sync runs on another thread of the same process."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from sync.background import GIVE_WAY_SECONDS
from tests.benchmarks.ratio import Ratio, percentile

TICK_MILLISECONDS = 2
FRAME_MILLISECONDS = 16.0
"""PRODUCT: the window answers within this time, for 99 of 100 events."""
ROUNDS = 3


def measure(work: Callable[[Path], object], items: int, folder: Path) -> Ratio:
    """By how much all but one of a hundred ticks come late at most, with sync at work (``work`` is a first sync into a
    folder) and with nothing at work."""
    sys.setswitchinterval(GIVE_WAY_SECONDS)
    loop = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    busy: list[float] = []
    idle: list[float] = []
    for number in range(ROUNDS):
        thread = Thread(target=work, args=(folder / f"answering-{number}",))
        busy.append(percentile(late(loop, thread), 0.99))
        idle.append(percentile(late(loop, Thread(target=time.sleep, args=(1.0,))), 0.99))
    note = f"99th percentile of {TICK_MILLISECONDS} ms ticks; one of sync's threads beside the loop, no painting"
    return Ratio(
        "event loop late, first sync", items, "ms", busy, idle, "nothing at work", None, FRAME_MILLISECONDS, [note]
    )


def late(loop: QCoreApplication, work: Thread) -> list[float]:
    """Milliseconds by which each tick came late while the work was going on."""
    waits: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        waits.append(max(0.0, (now - last) * 1000 - TICK_MILLISECONDS))
        last = now
        if not work.is_alive():
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(TICK_MILLISECONDS)
    work.start()
    loop.exec()
    timer.stop()
    work.join()
    return waits
