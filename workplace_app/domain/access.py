"""What decides whether the things that are kept on this computer may be opened: IT's rules, and how they are read."""

from workplace_app.domain.frozen import frozen

USUAL_GRACE_DAYS = 30
USUAL_WIPE_DAYS = 90
MOST_DAYS = 3650
MOST_LOCK_MINUTES = 24 * 60


@frozen
class AccessRules:
    """What IT decides about signing in and about what is kept here.

    ``grace_days``: so long after the identity provider last said yes may the things be opened and worked with; then
    they are locked until it says yes again. ``wipe_days`` after that last yes they are removed; it is never less than
    ``grace_days``. ``device_code``: signing in with a code on another device is offered. ``os_broker``: the operating
    system's own sign-in (Web Account Manager on Windows) is asked before the browser. ``lock_code_required``: whoever
    signs in has to choose a code for unlocking. ``lock_after_minutes``: without use the window locks itself; 0 never.
    """

    grace_days: int = USUAL_GRACE_DAYS
    wipe_days: int = USUAL_WIPE_DAYS
    device_code: bool = True
    os_broker: bool = False
    lock_code_required: bool = False
    lock_after_minutes: int = 0
