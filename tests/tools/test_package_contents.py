"""What stays in the package and what is left to the distribution."""

import pytest

from tools.package_contents import wanted


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_sv.qm",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "resources/translations/workplace_sv.qm",
        "libpython3.11.so.1.0",
        "libcrypto.so.3",
        "resources/icons/app-mark.svg",
    ],
)
def test_what_the_application_loads_stays(name: str) -> None:
    assert wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqminimal.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\Qt\\plugins\\sqldrivers\\qsqlite.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_sv.qm",
        "python3.11/lib-dynload/_codecs_jp.cpython-311-x86_64-linux-gnu.so",
        "libX11.so.6",
        "libglib-2.0.so.0",
        "libstdc++.so.6",
    ],
)
def test_what_it_never_loads_or_the_computer_has_goes(name: str) -> None:
    assert not wanted(name)
