"""The kinds of fault, each with the one right outcome that it has unless ``exceptions.py`` says otherwise.

Read a line as: what happens; what is right; why. A kind strikes each time that its request comes unless ``times`` says
how often. ``waits`` are the seconds that the server asked for and must be given. ``extra`` is how many requests more
than a healthy round the client may send.
"""

from tests.faults.kind import CAP, Kind
from tests.faults.kinds_of_answers import BOOKMARKS, PARTS, SIGN_IN, STATUSES
from tests.faults.kinds_of_content import CONTENT, LINKS
from tests.faults.kinds_of_ways import CONNECTIONS, ROADS

KINDS = (*STATUSES, *SIGN_IN, *BOOKMARKS, *PARTS, *CONTENT, *LINKS, *CONNECTIONS, *ROADS)
KIND = {kind.id: kind for kind in KINDS}

__all__ = ["CAP", "KIND", "KINDS", "Kind"]
