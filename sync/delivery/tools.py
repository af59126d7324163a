"""Puts together what deliveries may touch, from one account's store and clients."""

from sync.answer import Usage
from sync.clients import Clients
from sync.delivery.outcome import DeliveryTools
from workplace_app.domain.account import Account
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.person_reader import person_name
from workplace_app.store.task_reader import cached_task


def tools_of(account: Account, connection: Connection, clients: Clients, outbox: OutboxDelivery) -> DeliveryTools:
    """The tools of one account; ``connection`` is sync's own."""
    usage = Usage()
    return DeliveryTools(
        graph=lambda service, scope: clients.graph(service, usage, scope),
        cached_task=lambda task_id: cached_task(connection, task_id),
        me=account,
        person_name=lambda object_id: person_name(connection, object_id),
        in_doubt_since=outbox.in_doubt_since,
        has_become=outbox.has_become,
        dialogue=clients.dialogue(usage),
    )
