"""What each feed asks in a round in which nothing has changed: the figures that the simulated fleet goes by.

``tests/sync/fleet/test_questions.py`` compares them with what the feeds really ask of the demo municipality.
"""

from collections.abc import Mapping

from workplace_app.domain.frozen import frozen


@frozen
class Question:
    """One request on the wire: so many requests to the service behind it (the parts of a batch), each of so many
    resource units where the service counts in them, in the lane of one of its limits."""

    lane: str
    parts: int = 1
    units: int = 1


QUIET_ROUND: Mapping[str, tuple[Question, ...]] = {
    "profile": (Question("directory", 3, 2),),
    "planner": (Question("planner"),),
    "todo": (Question("outlook", 5),),  # the lists and four lists' tasks
    "calendar": (Question("outlook"),),
    "mail": (Question("outlook", 2),),
    "services": (Question("public"),),
    "disruptions": (Question("public"), Question("public")),
    "intranet_news": (Question("cms"),),
    "public_news": (Question("public"), Question("public")),
    "teams": (Question("teams:joined"), Question("teams:channels", 5)),
    "groups": (Question("directory", 1, 3),),
    "sites": (Question("sharepoint", 1, 2),),
    "site_files": (Question("sharepoint", 7, 1),),  # the drives of one turn, each by its delta
    "site_news": (Question("sharepoint", 10, 2),),  # the sites of one turn, each a list
    "people": tuple(Question("directory", 1, 2) for _ in range(7)),  # 999 to a page
    "pictures": (),
    "remarks": (),  # the municipality's own server, and only while somebody waits for an answer, else once a day
    "channel_messages": (Question("teams:messages"),),
    "chats": (Question("teams:messages"),),
    "group_conversations": (Question("outlook"),),
}
DELIVERY = (Question("planner"), Question("planner"))
"""A task that is completed: read for its etag, then changed."""
