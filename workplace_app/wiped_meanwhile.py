"""Takes from the keyring what was written beside the window while its owner signed out: a keyring may be slow."""

from workplace_app.account_stores import AccountStores


def forget_if_wiped(stores: AccountStores, account_key: str) -> bool:
    """After something was written: True when the account was wiped meanwhile, and what came too late has gone with it.

    Not on the window's thread. Raises ``ProblemRaised`` as ``KeyVault`` does.
    """
    if account_key in stores.account_keys():
        return False
    stores.entries.delete(account_key)
    return True
