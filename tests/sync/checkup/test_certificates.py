"""Who vouches for a server is told from the certificates that it shows."""

from datetime import timedelta

import pytest

from sync.checkup.certificates import is_everybodys, signer
from sync.checkup.ways import signer_check
from tests.sync.checkup.authorities import DURING, Authority
from workplace_app.domain.checkup import CheckState, Finding

HOST = "login.microsoftonline.com"
INSPECTOR = Authority("Exempel TLS Inspection")
EVERYBODYS = Authority("DigiCert Inc")


def test_an_authority_that_everybody_trusts_is_known_by_its_key_and_not_by_its_name() -> None:
    false_name = Authority("DigiCert Inc")
    assert is_everybodys(EVERYBODYS.chain(HOST), HOST, DURING, EVERYBODYS.pem)
    assert not is_everybodys(false_name.chain(HOST), HOST, DURING, EVERYBODYS.pem)


def test_a_certificate_for_another_host_or_another_time_vouches_for_nobody() -> None:
    chain = EVERYBODYS.chain(HOST)
    assert not is_everybodys(chain, "graph.microsoft.com", DURING, EVERYBODYS.pem)
    assert not is_everybodys(chain, HOST, DURING + timedelta(days=400), EVERYBODYS.pem)


@pytest.mark.parametrize("rubbish", [(), (b"",), (b"no certificate",), (b"0\x82",) * 3], ids=str)
def test_what_is_no_certificate_vouches_for_nobody(rubbish: tuple[bytes, ...]) -> None:
    assert not is_everybodys(rubbish, HOST, DURING)
    assert signer(rubbish) == ""
    assert signer_check(HOST, rubbish).finding is Finding.SIGNER_UNKNOWN


def test_an_inspecting_proxy_is_noted_where_everybodys_authority_is_expected() -> None:
    check = signer_check(HOST, INSPECTOR.chain(HOST), EVERYBODYS.pem, DURING)
    assert (check.finding, check.state) == (Finding.INSPECTED, CheckState.WARNING)
    assert check.facts == {"by": "Exempel TLS Inspection"}
    well = signer_check(HOST, EVERYBODYS.chain(HOST), EVERYBODYS.pem, DURING)
    assert (well.finding, well.state) == (Finding.SIGNED_BY_EVERYBODYS, CheckState.OK)


@pytest.mark.parametrize("host", ["intranet.exempel.se", "notmicrosoft.com"])
def test_a_municipalitys_own_authority_for_its_own_server_is_well(host: str) -> None:
    check = signer_check(f"{host}:8443", INSPECTOR.chain(host), EVERYBODYS.pem, DURING)
    assert (check.finding, check.state) == (Finding.SIGNED_BY_OWN, CheckState.OK)


def test_the_authorities_that_everybody_trusts_can_be_read() -> None:
    assert not is_everybodys(INSPECTOR.chain(HOST), HOST, DURING)
