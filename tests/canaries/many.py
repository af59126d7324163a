"""Plays sequences for the tests, and adds up what they did for whoever reads the output."""

from collections.abc import Iterable

from tests.canaries.plan import draw
from tests.canaries.sequence import Computers, Played

SEQUENCES = 200
PART = 20
"""Sequences of one test."""
PARTS = tuple(range(0, SEQUENCES, PART))
"""The first seed of each part; half of them belong to each of two files, which run beside each other."""


def play(computers: Computers, seeds: Iterable[int]) -> list[Played]:
    """Each in its turn, up to the first that fails."""
    done: list[Played] = []
    for seed in seeds:
        done.append(computers.play(draw(seed)))
        if done[-1].failures:
            break
    return done


def told(computers: Computers, done: Iterable[Played]) -> str:
    """In one line: how the disk was looked at, and how much was done."""
    all_of_it = list(done)
    lives, kills = sum(each.lives for each in all_of_it), sum(each.kills for each in all_of_it)
    megabytes = sum(each.bytes_read for each in all_of_it) >> 20
    problems = sorted({problem for each in all_of_it for problem in each.problems})
    seeds = f"seeds {all_of_it[0].seed} to {all_of_it[-1].seed}" if all_of_it else "no seeds"
    return (
        f"{seeds}: {lives} lives, {kills} killed, {megabytes} MB looked at as {computers.way}; refused on the way: "
        f"{', '.join(problems) or 'nothing'}"
    )
