"""Commands to the tenant: consent, accounts, sessions and the rules for tokens."""

from workplace_app.demo.control.orders import Answer, Order, OrderError, flag, number, people
from workplace_app.demo.municipality import Municipality
from workplace_app.demo.staff import STAFF


class TenantCommands:
    """Each takes an order and gives back what a program may want to know."""

    def __init__(self, town: Municipality) -> None:
        self._town = town

    async def consent(self, order: Order) -> Answer:
        """{"scope": "Chat.Read", "granted": false}: withdraw or give the tenant's consent."""
        scope = str(order.get("scope") or "")
        if not scope:
            raise OrderError("scope is missing")
        self._town.state.set_consent(scope, flag(order, "granted"))
        return {"scopes_without_consent": sorted(self._town.state.scopes_without_consent)}

    async def revoke(self, order: Order) -> Answer:
        """{"user_name": …}: end all sessions; without a name, everybody's."""
        chosen = people(order)
        for person in chosen:
            self._town.state.revoke(person)
            self._town.pending.forget_browsers_of(person)
        return {"revoked": [person.user_name for person in chosen]}

    async def challenge(self, order: Order) -> Answer:
        """{"user_name": …, "strong": false}: refuse today's access tokens with a claims challenge. Silent renewal
        answers it, or with "strong" only a new sign-in."""
        chosen = people(order)
        for person in chosen:
            self._town.state.challenge(person, strong=flag(order, "strong", default=False))
        return {"challenged": [person.user_name for person in chosen]}

    async def account(self, order: Order) -> Answer:
        """{"user_name": …, "disabled": true}: close or open an account."""
        chosen = people(order)
        for person in chosen:
            self._town.state.set_disabled(person, flag(order, "disabled"))
        return {"disabled": [person.user_name for person in STAFF if self._town.state.disabled(person)]}

    async def tokens(self, order: Order) -> Answer:
        """{"access_token_seconds": 299, "strict_rotation": true, "strict_consent": true}; what is left out stays,
        and 0 seconds stands for the usual life."""
        rules = {name: flag(order, name) if name in order else None for name in ("strict_rotation", "strict_consent")}
        seconds = int(number(order, "access_token_seconds")) if "access_token_seconds" in order else None
        self._town.state.set_token_rules(
            strict_rotation=rules["strict_rotation"],
            strict_consent=rules["strict_consent"],
            access_token_seconds=seconds,
        )
        return rules | {"access_token_seconds": self._town.state.access_token_seconds}
