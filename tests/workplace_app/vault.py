"""A keyring in memory that can be made to refuse."""

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


class VaultInMemory:
    """Is its own ``open_vault``: called, it gives itself."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}
        self.refuses_with: ProblemKind | None = None

    def __call__(self) -> "VaultInMemory":
        return self

    def fetch(self, account_key: str) -> bytes | None:
        self._ask()
        return self.keys.get(account_key)

    def store(self, account_key: str, key: bytes) -> None:
        self._ask()
        self.keys[account_key] = key

    def delete(self, account_key: str) -> None:
        self._ask()
        self.keys.pop(account_key, None)

    def _ask(self) -> None:
        if self.refuses_with is not None:
            raise ProblemRaised(Problem(self.refuses_with))
