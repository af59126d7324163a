"""Policy on Windows: values as winreg gives them, in the types that Group Policy writes."""

import sys
from collections.abc import Mapping, Sequence

import pytest

from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import lay_over
from workplace_app.managed import registry
from workplace_app.managed.registry import KEY, REG_DWORD, REG_MULTI_SZ, REG_SZ, ReadKey, RegistryValue, registry_policy

REG_EXPAND_SZ, REG_BINARY, REG_QWORD = 2, 3, 11
MACHINE, USER = registry.HIVES


def keys(hives: Mapping[str, Sequence[tuple[str, object, int]]]) -> ReadKey:
    def read(hive: str, path: str) -> Sequence[RegistryValue] | None:
        assert path == KEY
        return [RegistryValue(*value) for value in hives[hive]] if hive in hives else None

    return read


def test_every_shape_is_read() -> None:
    municipality = lay_over(
        registry_policy(
            keys(
                {
                    MACHINE: [
                        ("tenant_id", "11111111-1111-1111-1111-111111111111", REG_SZ),
                        ("Client_ID", "22222222-2222-2222-2222-222222222222", REG_SZ),
                        ("access.grace_days", 5, REG_DWORD),
                        ("access.device_code", 0, REG_DWORD),
                        ("access.os_broker", 1, REG_DWORD),
                        ("public_news", ["https://n.example/rss", ""], REG_MULTI_SZ),
                        ("cms.address", "https://c.example", REG_SZ),
                        ("cms.identity.issuer", "https://i.example/", REG_SZ),
                        ("cms.identity.client_id", "w", REG_SZ),
                        ("cms.identity.redirect_ports", ["8765", "18765"], REG_MULTI_SZ),
                        ("cms.identity.scopes", [], REG_MULTI_SZ),
                    ]
                }
            )
        )
    )
    assert municipality.governance.ignored == ()
    assert municipality.can_sign_in
    access = municipality.access
    assert (access.grace_days, access.device_code, access.os_broker) == (5, False, True)
    assert municipality.public_news == ("https://n.example/rss",)
    assert municipality.cms is not None
    assert municipality.cms.identity is not None
    assert municipality.cms.identity.redirect_ports == (8765, 18765)
    assert municipality.governance.origin_of("tenant_id") == Origin(OriginKind.POLICY, f"{MACHINE}\\{KEY}")


def test_the_computer_comes_before_the_user() -> None:
    both = keys({MACHINE: [("clients", 5, REG_DWORD)], USER: [("clients", 6, REG_DWORD), ("name", "E", REG_SZ)]})
    municipality = lay_over(registry_policy(both))
    assert (municipality.clients, municipality.name) == (5, "E")
    assert municipality.governance.origin_of("name").place.startswith(USER)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (("access.grace_days", "5", REG_SZ), "must be REG_DWORD"),
        (("access.grace_days", 5, REG_QWORD), "must be REG_DWORD"),
        (("access.grace_days", 4_294_967_295, REG_DWORD), "must be a whole number from 0 to 3650"),
        (("teams_reading", 2, REG_DWORD), "must be true or false"),
        (("teams_reading", "false", REG_SZ), "must be REG_DWORD, 0 or 1"),
        (("ca_file", "%APPDATA%\\ca.pem", REG_EXPAND_SZ), "must be REG_SZ"),
        (("name", b"E", REG_BINARY), "must be REG_SZ"),
        (("public_news", "https://n.example", REG_SZ), "must be REG_MULTI_SZ"),
        (("public_news", ["http://n.example"], REG_MULTI_SZ), "must be an https address"),
        (
            ("cms.identity.redirect_ports", ["80", "9" * 5_000], REG_MULTI_SZ),
            "must be a list of port numbers from 1024 to 65535",
        ),
        (("nonsense", 1, REG_DWORD), "is no setting of this program"),
        (("access", 1, REG_DWORD), "must be an object"),
    ],
)
def test_what_is_wrong_is_told_and_costs_itself(value: tuple[str, object, int], reason: str) -> None:
    (layer,) = registry_policy(keys({MACHINE: [value, ("clients", 5, REG_DWORD), ("", "", REG_SZ)]}))
    assert layer.values == {"clients": 5}
    assert [(each.name, each.reason) for each in layer.ignored] == [(value[0], reason)]


def test_a_key_that_cannot_be_read_costs_one_sentence() -> None:
    def refuse(_hive: str, _path: str) -> Sequence[RegistryValue] | None:
        raise PermissionError(5, "Access is denied")

    layers = registry_policy(refuse)
    assert [each.sentence for layer in layers for each in layer.ignored] == [
        f"{hive}\\{KEY} cannot be read (Access is denied); it is ignored." for hive in (MACHINE, USER)
    ]


@pytest.mark.skipif(sys.platform != "win32", reason="the real registry is on Windows")
def test_the_real_registry_is_read() -> None:
    if sys.platform == "win32":
        import winreg

        assert (REG_SZ, REG_DWORD, REG_MULTI_SZ) == (winreg.REG_SZ, winreg.REG_DWORD, winreg.REG_MULTI_SZ)
        path = r"Software\Nacka arbetsplats tests"
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
            winreg.SetValueEx(key, "clients", 0, winreg.REG_DWORD, 5)
            winreg.SetValueEx(key, "public_news", 0, winreg.REG_MULTI_SZ, ["https://n.example/rss"])
        try:
            found = registry.read_windows_key(USER, path)
        finally:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
        assert found is not None
        assert sorted(found) == [
            ("clients", 5, REG_DWORD),
            ("public_news", ["https://n.example/rss"], REG_MULTI_SZ),
        ]
        assert registry.read_windows_key(USER, path) is None
