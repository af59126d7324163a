"""A keyring that is silent is waited for some seconds and not for ever."""

import threading
from collections.abc import Callable

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.patient_vault import PatientVault

ACCOUNT, KEY = "e" * 32, bytes(range(32))


class SilentVault(VaultInMemory):
    """Says nothing before it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.may_speak = threading.Event()

    def _ask(self) -> None:
        self.may_speak.wait(30)
        super()._ask()


def test_a_vault_that_answers_is_as_it_is() -> None:
    inner = VaultInMemory()
    vault = PatientVault(inner)
    assert vault.fetch(ACCOUNT) is None
    vault.store(ACCOUNT, KEY)
    assert vault.fetch(ACCOUNT) == KEY
    vault.delete(ACCOUNT)
    assert inner.keys == {}


def test_what_it_refuses_with_is_told_as_it_is() -> None:
    inner = VaultInMemory()
    inner.refuses_with = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemRaised) as raised:
        PatientVault(inner).fetch(ACCOUNT)
    assert raised.value.problem.kind is ProblemKind.KEYRING_LOCKED


def test_silence_is_told_when_the_patience_has_ended_and_a_late_answer_harms_nobody() -> None:
    inner = SilentVault()
    vault = PatientVault(inner, patience=0.05)
    questions: list[Callable[[], object]] = [
        lambda: vault.fetch(ACCOUNT),
        lambda: vault.store(ACCOUNT, KEY),
        lambda: vault.delete("another"),
    ]
    for ask in questions:
        with pytest.raises(ProblemRaised) as raised:
            ask()
        assert raised.value.problem.kind is ProblemKind.KEYRING_SILENT
    inner.may_speak.set()
    patient = PatientVault(inner)
    while patient.fetch(ACCOUNT) is None:  # what was asked for then is done now
        pass
    assert patient.fetch(ACCOUNT) == KEY
