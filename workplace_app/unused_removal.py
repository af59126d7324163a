"""Looks for accounts that nobody uses each time the identity provider has said yes to the one that is open."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Thread

from workplace_app.account_stores import AccountStores
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.access import AccessRules
from workplace_app.folders import Folders
from workplace_app.unused_accounts import remove_unused

_LOG = logging.getLogger(__name__)
MOST_APART = timedelta(days=1)


class UnusedAccounts:
    """The keyring may block, so the looking is done on a thread of its own; a window that ends does not wait for it,
    since what is cut off is finished at the next start."""

    def __init__(
        self,
        folders: Folders,
        stores: AccountStores,
        rules: AccessRules,
        here: AccountSwitching,
        clock: Callable[[], datetime],
    ) -> None:
        self._clock = clock
        self._folders = folders
        self._stores = stores
        self._rules = rules
        self._here = here

    def look(self, provider_now: datetime) -> None:
        """The provider has said yes just now, at this moment by its own clock. Other people's things hang on that one
        answer, so nothing is done while the computer's clock says something quite different: one of the two is wrong,
        and the next yes comes within days."""
        opened = self._here.opened
        if opened is None or opened.session_only:
            return
        if abs(provider_now - self._clock()) > MOST_APART:
            _LOG.warning("the provider's clock and the computer's are far apart: no unused account is looked for")
            return
        wipe = partial(self._stores.wipe, close=lambda: None, only_unused=True)
        arguments = (self._folders, wipe, provider_now, self._rules.wipe_days, opened.account_key)
        Thread(target=remove_unused, args=arguments, name="unused", daemon=True).start()
