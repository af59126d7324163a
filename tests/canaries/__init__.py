"""The canary test: several people use one computer, and nothing of theirs may lie on its disk in the clear, be shown to
the next, or be readable after they have signed out.

How it works:

1. ``town.py`` is the demo municipality with a canary, a word that is nowhere else in the world (``marks.py``), in every
   title, subject, body, file name, picture, name, address, token and bookmark, another for each person and kind. What a
   person types bears one too.
2. ``disks.py`` makes the disk: an own ext4 file system in an image file, so that what was deleted, freed or journalled
   is still there to be found. Where the system lends no loop device, every byte written to a folder is recorded.
3. ``plan.py`` draws a sequence of lives from a seed: who signs in, what they do, with which keyring, on a full disk or
   without a network, and whether and when the program is killed. ``life.py`` and ``window_life.py`` live it, each life
   in a process of its own; ``sequence.py`` puts all together and signs everybody out at the end.
4. ``finder.py`` looks for the canaries in seventeen spellings, also cut and also in compressed logs: on the raw disk
   while somebody is signed in and after they have left, in the logs, in what the processes printed, and in the
   session's folder in memory. It looks for the keys of the stores too. The window is read as each account is open: no
   title names anybody, and nothing in it or on the clipboard is another's.
5. ``leaks.py`` plants what would break this, a store without encryption first of all: a run in which one of these is
   not found is void.

``python -m tests.canaries 7`` plays the sequence of seed 7 and tells what it did; ``make soak`` runs many.
"""
