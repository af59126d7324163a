"""Draws what somebody meets who signs in, shares a computer, or asks what IT has decided and what is wrong.

python -m tests.ui.accounts_gallery FOLDER [SCENE …]
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NOW, Storage
from ui.application import make_qt_application
from ui.choosing_code import choose_code
from ui.choosing_person import choose_person
from ui.cms_sign_in import CmsSignInTelling
from ui.locking import lock
from ui.people_here import NobodyElse
from ui.screens.settings.checkup_panel import CheckupPanel
from ui.screens.settings.settings_screen import SettingsScreen
from ui.screens.sign_in.failed import Failed
from ui.screens.sign_in.forgotten_code import ForgottenCode
from ui.screens.sign_in.locked import LockedStage
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.screens.today.today_screen import TodayScreen
from ui.widgets.buttons import Button
from ui.widgets.scroll_page import ScrollPage
from workplace_app.built_in_catalogue import built_in_page
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import confirmed
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.checkup import Area, Check, CheckState, Checkup, Finding
from workplace_app.domain.configuration import CmsSource, Municipality
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.governance import Governance, Held, Ignored, Origin, OriginKind
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import LockCause, Locked, removed
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.domain.unlocking import CodeRefused
from workplace_app.store.access_writer import save_access
from workplace_app.store.feed_ledger import FeedLedger

EARLIER = NOW - timedelta(hours=3)
DEVICE_PAGE = "https://login.microsoft.com/device"
ISSUER = ContentIdentity("https://inloggning.nacka.example/", "klient-2")
GOVERNED = ("access.grace_days", "access.device_code", "access.lock_code_required", "keeping.message_days")
POLICY = Origin(OriginKind.POLICY, "/etc/nacka-arbetsplats/policy.json")
PLACE = Municipality(
    "Nacka kommun",
    tenant_id="a-tenant",
    client_id="a-client",
    cms=CmsSource("https://cms.nacka.example", "1", "2", identity=ISSUER),
)
STRICT = replace(
    PLACE,
    access=AccessRules(grace_days=14, device_code=False, lock_code_required=True, lock_after_minutes=10),
    governance=Governance(
        tuple(Held(name, True, POLICY) for name in GOVERNED), (Ignored(POLICY, "access.wipe_days", "must be a number"),)
    ),
)
HER = PersonHere("e", "Elin Ekhamn", "elin@nacka.example", "Bygglovsenheten", has_code=True, left_at=NOW, waiting=3)
WITHOUT_CODE = replace(HER, has_code=False, waiting=0)
HIM = PersonHere("j", "Jonas Tallmo", "jonas@nacka.example", "Hemtjänsten Fisksätra", left_at=EARLIER)
LONG_NAME = PersonHere("k", "Karin Alexandersdotter Storängsbyqvist", "k@nacka.example", "Överförmyndarenheten")
FACTS = (
    *built_in_page().facts,
    Disruption("d:1", "Ärendesystemet är stängt i kväll", "Spara innan dess.", EARLIER),
    Disruption("d:2", "Telefonväxeln svarar långsamt", "Ring igen om en stund.", EARLIER),
    Article("public:1", ArticleSource.PUBLIC, "Vattnet fylls på", "Simhallen öppnar.", "<p>Bad</p>", EARLIER),
)
FOUND = Checkup(
    NOW,
    "1.2.3",
    (
        Check(Area.NETWORK, "graph.microsoft.com", CheckState.OK, Finding.ANSWERS, {"service": "graph"}),
        Check(Area.TLS, "graph.microsoft.com", CheckState.UNKNOWN, Finding.SIGNER_UNKNOWN),
        Check(Area.CLOCK, "", CheckState.WARNING, Finding.CLOCK_OFF, {"seconds": "420"}),
        Check(Area.KEYRING, "", CheckState.PROBLEM, Finding.PROBLEM, problem=Problem(ProblemKind.NO_KEYRING)),
        Check(Area.CONSENT, "Chat.Read", CheckState.WARNING, Finding.CONSENT_LACKING, {"scope": "Chat.Read"}),
    ),
)


class People(NobodyElse):
    """Two others have things here; ``refusal`` is why a code does not unlock."""

    def __init__(self, *, has_code: bool = False, refusal: CodeRefused | None = None) -> None:
        self.has_code = has_code
        self._refusal = refusal

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        answer((HIM, replace(LONG_NAME, has_code=True)))

    def unlock(self, code: str, refused: Callable[[CodeRefused], None]) -> None:
        if self._refusal is not None:
            refused(self._refusal)


class Doctor:
    """Answers at once."""

    def begin(self, stepped: Callable[[int, int], None], ended: Callable[[Checkup], None]) -> None:
        stepped(9, 9)
        ended(FOUND)


Scene = Callable[[Opened], None]


def _locked(
    locked: Locked, *, people: People | None = None, then: Scene | None = None, place: Municipality = PLACE
) -> Scene:
    def show(opened: Opened) -> None:
        opened.context = opened.workplace.enter(
            opened.connection, PUBLIC_ACCOUNT, place, opened.requests, locked=locked, people=people or People()
        )
        if then is not None:
            then(opened)

    return show


def _stage(opened: Opened) -> object:
    screen = opened.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    return screen.account_pane.stage


def _wrong_code(opened: Opened) -> None:
    stage = _stage(opened)
    assert isinstance(stage, LockedStage)
    assert stage.code is not None
    assert stage.unlock is not None
    stage.code.field.setText("lingon")
    stage.unlock.click()


def _forgot(opened: Opened) -> None:
    asked = ForgottenCode(opened.context, opened.application.window, HER)
    asked.open_with(asked.stay)


def _signing_in(*states: SignInState, place: Municipality = PLACE, locked: Locked | None = None) -> Scene:
    def show(opened: Opened) -> None:
        opened.workplace.enter(
            opened.connection, PUBLIC_ACCOUNT, place, opened.requests, locked=locked, people=People()
        )
        screen = opened.workplace.pages.shown
        assert isinstance(screen, SignInScreen)
        for state in states:
            screen.show_state(state)
        stage = screen.account_pane.stage
        if isinstance(stage, Failed) and stage.show_it is not None:
            stage.show_it.click()

    return show


def _failed(kind: ProblemKind, place: Municipality = PLACE) -> Scene:
    return _signing_in(SignInState(SignInStep.FAILED, problem=Problem(kind, detail="AADSTS 53003")), place=place)


def _with_keyring(keyring: Keyring) -> Scene:
    def show(opened: Opened) -> None:
        opened.workplace.enter(opened.connection, PUBLIC_ACCOUNT, PLACE, opened.requests, keyring=keyring)

    return show


def _signed_in(
    place: str,
    item: str = "",
    *,
    then: Scene | None = None,
    has_code: bool = False,
    municipality: Municipality = PLACE,
    keyring: Keyring = Keyring.OPEN,
) -> Scene:
    def show(opened: Opened) -> None:
        people = People(has_code=has_code)
        opened.context = opened.workplace.enter(
            opened.connection, ELIN, municipality, opened.requests, people=people, keyring=keyring
        )
        opened.workplace.go(place, item)
        if then is not None:
            then(opened)

    return show


def _choose(*, removes: bool = False, demanded: bool = False) -> Scene:
    def show(opened: Opened) -> None:
        choose_code(opened.context, opened.application.window, lambda: None, removes=removes, demanded=demanded)

    return show


def _too_short(opened: Opened) -> None:
    dialog = choose_code(opened.context, opened.application.window, lambda: None)
    dialog.code.field.setText("12")
    dialog.save.click()


def _switch(opened: Opened) -> None:
    choose_person(opened.context, opened.application.window)


def _lock(opened: Opened) -> None:
    lock(opened.context, opened.application.window)


def _check(opened: Opened) -> None:
    panel = opened.application.window.findChild(CheckupPanel)
    assert panel is not None
    panel.findChildren(Button)[0].click()


def _end(opened: Opened) -> None:
    QApplication.processEvents()
    for page in opened.application.window.findChildren(ScrollPage):
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _in_grace(opened: Opened) -> None:
    at = NOW - timedelta(days=27)
    save_access(opened.sync, confirmed(at, at, timedelta(hours=1)))


def _news_step(*states: SignInState) -> Scene:
    def tell(opened: Opened) -> None:
        telling = CmsSignInTelling(opened.workplace, opened.requests, opened.clock)
        for state in states:
            telling.tell(state)

    return tell


def _news_lacking(opened: Opened) -> None:
    problem = Problem(ProblemKind.SIGN_IN_NEEDED, service="cms")
    FeedLedger(opened.sync).fail("intranet_news", problem, NOW)


def _after(*scenes: Scene) -> Scene:
    def show(opened: Opened) -> None:
        for scene in scenes:
            scene(opened)

    return show


BY_HAND = Locked(HER, EARLIER, LockCause.BY_HAND)
SOON = NOW + timedelta(minutes=5)
BROWSER = SignInState(SignInStep.WAITING_FOR_BROWSER, address="https://a.example", expires_at=SOON)
NO_ANSWER = SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.SERVICE_UNAVAILABLE, "cms"))
REFUSING = People(refusal=CodeRefused(wrong=True, wait_seconds=40))
CODE = SignInState(
    SignInStep.WAITING_FOR_DEVICE_CODE,
    address=DEVICE_PAGE,
    user_code="ABCD1234",
    expires_at=NOW + timedelta(minutes=14),
)
BY_IT = Locked(HER, EARLIER, LockCause.PROBLEM, Problem(ProblemKind.ACCESS_REVOKED))
TOO_LONG = Locked(WITHOUT_CODE, EARLIER, LockCause.PROBLEM, Problem(ProblemKind.GRACE_OVER))
SCENES: Mapping[str, Scene] = {
    "welcome": _signing_in(),
    "welcome-no-device-code": _signing_in(place=STRICT),
    "in-browser": _signing_in(BROWSER),
    "in-browser-no-device-code": _signing_in(BROWSER, place=STRICT),
    "with-code": _signing_in(CODE),
    "finishing": _signing_in(SignInState(SignInStep.FINISHING)),
    **{
        f"failed-{kind.value.replace('_', '-')}": _failed(kind)
        for kind in (
            ProblemKind.CONDITIONAL_ACCESS,
            ProblemKind.SECOND_FACTOR_MISSING,
            ProblemKind.WRONG_TENANT,
            ProblemKind.SIGN_IN_CANCELLED,
            ProblemKind.NO_BROWSER,
            ProblemKind.ACCOUNT_DISABLED,
        )
    },
    "failed-browser-needed": _failed(ProblemKind.BROWSER_NEEDED, STRICT),
    "locked-code": _locked(BY_HAND),
    "locked-wrong-code": _locked(BY_HAND, people=REFUSING, then=_wrong_code),
    "locked-idle-no-code": _locked(Locked(replace(LONG_NAME, waiting=1), EARLIER, LockCause.IDLE)),
    "locked-code-needed": _locked(Locked(HER, EARLIER, LockCause.CODE_NEEDED)),
    "locked-rang": _locked(Locked(replace(HER, rings=(EARLIER,)), EARLIER, LockCause.SWITCHED)),
    "locked-revoked": _locked(BY_IT),
    "locked-grace-over": _locked(TOO_LONG),
    "locked-offline": _signing_in(
        SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.OFFLINE)),
        locked=Locked(WITHOUT_CODE, EARLIER, LockCause.BY_HAND),
    ),
    "forgotten-code": _locked(BY_HAND, then=_forgot),
    "removed-blocked": _locked(removed(HER, Problem(ProblemKind.ACCOUNT_DISABLED))),
    "removed-too-long": _locked(removed(WITHOUT_CODE, Problem(ProblemKind.GRACE_OVER))),
    "keyring-locked": _with_keyring(Keyring.LOCKED),
    "switch": _signed_in("today", then=_switch),
    "switch-from-lock": _locked(BY_HAND, then=_switch),
    "leaving-open": _signed_in("today", then=_lock),
    "leaving-no-keyring": _signed_in("today", then=_lock, keyring=Keyring.NONE),
    "choose-code": _signed_in("today", then=_choose()),
    "choose-code-too-short": _signed_in("today", then=_too_short),
    "change-code": _signed_in("today", then=_choose(), has_code=True),
    "remove-code": _signed_in("today", then=_choose(removes=True), has_code=True),
    "demanded-code": _signed_in("today", then=_choose(demanded=True), municipality=STRICT),
    "account": _after(_in_grace, _news_lacking, _signed_in("settings", "account", has_code=True)),
    "account-end": _after(_in_grace, _news_lacking, _signed_in("settings", "account", then=_end, has_code=True)),
    "account-demanded": _after(_in_grace, _signed_in("settings", "account", has_code=True, municipality=STRICT)),
    "rules": _signed_in("settings", "rules"),
    "rules-governed": _signed_in("settings", "rules", municipality=STRICT),
    "rules-end": _signed_in("settings", "rules", municipality=STRICT, then=_end),
    "about": _signed_in("settings", "about"),
    "check": _signed_in("settings", "about", then=_check),
    "grace-strip": _after(_in_grace, _signed_in("today")),
    "news-step": _signed_in("today", then=_news_step(BROWSER)),
    "news-left-out": _signed_in("today", then=_news_step(SignInState(SignInStep.FAILED))),
    "news-failed": _signed_in(
        "today",
        then=_news_step(NO_ANSWER),
    ),
}
VARIANTS = (
    ("light", "light", 100, (1440, 900)),
    ("dark", "dark", 100, (1440, 900)),
    ("contrast", "contrast", 100, (1440, 900)),
    ("200-percent", "light", 200, (1440, 900)),
    ("1024", "light", 100, (1024, 768)),
    ("640", "light", 100, (640, 480)),
)


def draw(app: QApplication, folder: Path, scene: str, variant: tuple[str, str, int, tuple[int, int]]) -> Path:
    """One picture."""
    name, theme, percent, size = variant
    QLocale.setDefault(QLocale("sv_SE"))
    storage = Storage(language="sv", theme=theme, text_percent=str(percent))
    screens = {
        "sign_in": SignInScreen,
        "settings": lambda context: SettingsScreen(context, Doctor()),
        "today": TodayScreen,
    }
    with tempfile.TemporaryDirectory() as store:
        opened = open_window(app, Path(store), screens, storage=storage, facts=FACTS, size=size, municipality=PLACE)
        for feed in ("services", "disruptions", "public_news"):
            FeedLedger(opened.sync).succeed(feed, NOW - timedelta(minutes=4))
        opened.application.window.activateWindow()
        app.processEvents()
        SCENES[scene](opened)
        for _ in range(8):
            app.processEvents()
        path = folder / f"{scene}-{name}.png"
        opened.application.window.grab().save(str(path))
        opened.application.translation.leave()
        opened.close()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or every picture takes longer than the last
    return path


def main(folder: Path, *scenes: str) -> None:
    """Every scene, or those that are named, in every variant."""
    folder.mkdir(parents=True, exist_ok=True)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_qt_application(["nacka-arbetsplats"])
    for scene in scenes or SCENES:
        for variant in VARIANTS:
            print(draw(app, folder, scene, variant))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
