"""How long things are kept on this computer, where IT may decide."""

from workplace_app.domain.frozen import frozen

MOST_KEEPING_DAYS = 3650


@frozen
class Keeping:
    """Days: ``news_days`` from publishing, ``message_days`` from when a message was sent, ``own_days`` after something
    of the user's own (a sent wish, a reminder, a handled notification) was done."""

    news_days: int = 365
    message_days: int = 90
    own_days: int = 90
