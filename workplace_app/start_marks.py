"""Says when the start has reached a point, where a benchmark asks for it; else it costs one look at the environment."""

import json
import os
import sys
import time

VARIABLE = "NACKA_ARBETSPLATS_BORN"
"""Set by the benchmark to the moment before it started this process: the monotonic clock, in nanoseconds."""


def mark(point: str) -> None:
    """Write one line of JSON to standard error: the point, the milliseconds since the process was started, and those
    that it has spent on a processor, which a busy machine does not stretch as much."""
    born = os.environ.get(VARIABLE)
    if born:
        milliseconds = (time.monotonic_ns() - int(born)) / 1e6
        processor = time.process_time() * 1e3
        sys.stderr.write(json.dumps({"mark": point, "ms": round(milliseconds, 1), "cpu": round(processor, 1)}) + "\n")
        sys.stderr.flush()
