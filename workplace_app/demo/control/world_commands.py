"""Commands to everything around the tenant: life, network, certificates, clock, faults and the log."""

from datetime import timedelta

from workplace_app.demo.certificates import CertificateKind
from workplace_app.demo.control.orders import Answer, Order, choice, flag, number, origins, rule_of
from workplace_app.demo.municipality import Municipality

LIVE_TIMES_LIMIT = 1_000


class WorldCommands:
    """Each takes an order and gives back what a program may want to know."""

    def __init__(self, town: Municipality) -> None:
        self._town = town

    async def live(self, order: Order) -> Answer:
        """{"times": n}: let things happen now."""
        times = min(int(number(order, "times", 1)), LIVE_TIMES_LIMIT)
        return {"happened": [one.what for one in self._town.life.happen(times)]}

    async def network(self, order: Order) -> Answer:
        """{"online": false, "origin": "graph"}: cut an origin off or bring it back; all of them without "origin"."""
        online = flag(order, "online")
        for origin in origins(order):
            await self._town.network.set_online(origin, online)
        return self._town.network.state()

    async def certificate(self, order: Order) -> Answer:
        """{"kind": "expired", "origin": "graph"}: show good, unknown_authority, expired or wrong_host."""
        kind = CertificateKind(choice(order, "kind", tuple(CertificateKind)))
        for origin in origins(order):
            await self._town.network.show_certificate(origin, kind)
        return self._town.network.state()

    async def clock(self, order: Order) -> Answer:
        """{"shift_seconds": 3600}: move the demo's clock; {"shift_seconds": 0, "reset": true} undoes all moves."""
        if flag(order, "reset", default=False):
            self._town.clock.shift(-self._town.clock.shifted_by)
        self._town.clock.shift(timedelta(seconds=number(order, "shift_seconds", 0)))
        return {"now": self._town.settings.now().isoformat()}

    async def add_fault(self, order: Order) -> Answer:
        """{"kind": "throttled", "origin": "graph", "path": "/v1.0/me/planner/*", "times": 2, …}; see ``FaultRule``."""
        return {"number": self._town.faults.add(rule_of(order))}

    async def remove_fault(self, order: Order) -> Answer:
        """{"number": n}: switch one fault off."""
        return {"removed": self._town.faults.remove(int(number(order, "number")))}

    async def clear_faults(self, _order: Order) -> Answer:
        """Switch all faults off."""
        self._town.faults.clear()
        return {}

    async def reset_requests(self, _order: Order) -> Answer:
        """Begin to count requests anew."""
        self._town.log.reset()
        return {}
