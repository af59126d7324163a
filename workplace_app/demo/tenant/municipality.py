"""The whole tenant: every subject over one world. Cheap to make; items are made when they are asked for."""

from datetime import datetime
from pathlib import Path

from workplace_app.demo.settings import DEFAULT_SEED, TENANT_ID
from workplace_app.demo.tenant.calendar import Calendars
from workplace_app.demo.tenant.change_log import open_change_log
from workplace_app.demo.tenant.channel_messages import ChannelMessages
from workplace_app.demo.tenant.chats import Chats
from workplace_app.demo.tenant.files import Libraries
from workplace_app.demo.tenant.groups import Groups
from workplace_app.demo.tenant.mail import Mailboxes
from workplace_app.demo.tenant.moments import Moments
from workplace_app.demo.tenant.pages import Pages
from workplace_app.demo.tenant.people import Directory
from workplace_app.demo.tenant.planner import Planner
from workplace_app.demo.tenant.sites import Sites
from workplace_app.demo.tenant.teams import Teams
from workplace_app.demo.tenant.todo import TodoLists
from workplace_app.demo.tenant.world import World


class Tenant:
    """Everything that Microsoft Graph knows of the demo municipality."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.log = world.log
        self.directory = Directory(world)
        self.planner = Planner(world, self.directory)
        self.mailboxes = Mailboxes(world, self.directory)
        self.todo = TodoLists(world, self.directory, self.mailboxes)
        self.calendars = Calendars(world, self.directory)
        self.teams = Teams(world)
        self.channels = ChannelMessages(world, self.directory, self.teams)
        self.chats = Chats(world, self.directory)
        self.groups = Groups(world, self.directory, self.teams)
        self.sites = Sites(world, self.teams)
        self.libraries = Libraries(world, self.directory, self.sites)
        self.pages = Pages(world, self.libraries)

    def close(self) -> None:
        """Put the change log away."""
        self.log.close()


def open_tenant(
    now: datetime, *, folder: Path | None = None, scale: int = 1, seed: int = DEFAULT_SEED, tenant_id: str = TENANT_ID
) -> Tenant:
    """The tenant of this seed and size.

    With a ``folder`` its changes are kept there and an earlier process is continued when it was today's; without
    one the tenant lives in memory. Benchmarks use this to get as many items as they want.
    """
    log = open_change_log(folder, seed, scale, now)
    return Tenant(World(seed, scale, tenant_id, Moments(log.base), log))
