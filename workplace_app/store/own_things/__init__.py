"""What the user alone decides and keeps: marks, mutes, pins, cards, settings, visits, reminders; written by the screen.

Every function that marks answers the marks as they were, to be given to ``restore`` when the user undoes it.
Everything is on the disk when a function has returned.
"""
