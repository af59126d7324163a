"""The guards stand in the whole tree, and each rule finds what is planted for it."""

from collections.abc import Callable

import pytest

from tests.architecture import guards
from tests.architecture.source_tree import Source, parsed, sources

Rule = Callable[[Source], list[str]]
PLACE = "ui/screens/news/article_reader.py"
PLANTED: list[tuple[Rule, str, str]] = [
    (guards.ways_out, PLACE, "QDesktopServices.openUrl(url)\n"),
    (guards.ways_out, PLACE, "from PySide6.QtGui import QDesktopServices as D\n"),
    (guards.ways_out, PLACE, "label.setOpenExternalLinks(True)\n"),
    (guards.ways_out, "workplace_app/main.py", "start(['xdg-open', address])\n"),
    (guards.processes, "ui/opening.py", "import subprocess\n"),
    (guards.processes, "ui/opening.py", "from webbrowser import open\n"),
    (guards.processes, "sync/engine.py", "import os\nos.system(word)\n"),
    (guards.processes, "ui/opening.py", "os.startfile(address)\n"),
    (guards.processes, "ui/opening.py", "QProcess.startDetached(word)\n"),
    (guards.tokens, "sync/public_client.py", "headers = {'Authorization': token}\n"),
    (guards.tokens, "sync/feeds/pictures.py", "headers['authorization'] = f'Bearer {token}'\n"),
    (guards.tokens, "sync/feeds/site_files.py", "path = '/me/drive/root:/a:/createUploadSession'\n"),
    (guards.tokens, "sync/feeds/site_files.py", "path = '/me/drive/root/subscriptions/socketIo'\n"),
    (
        guards.requests,
        "sync/feeds/pictures.py",
        "context.web.exchange.http.stream('GET', address)\n",
    ),
    (guards.requests, "sync/cms_client.py", "await self.http.send(request)\n"),
    (guards.trust, "sync/http_client.py", "context.check_hostname = False\n"),
    (guards.trust, "sync/http_client.py", "context.verify_mode = ssl.CERT_NONE\n"),
    (guards.trust, "sync/http_client.py", "httpx.Client(verify=False)\n"),
    (guards.trust, "sync/engine.py", "context = ssl.SSLContext()\n"),
    (guards.trust, "workplace_app/doctor.py", "context = ssl._create_unverified_context()\n"),
    (guards.trust, "workplace_app/main.py", "os.environ['SSL_CERT_FILE'] = name\n"),
    (guards.trust, "workplace_app/command_line.py", "parser.add_argument('--insecure')\n"),
    (guards.trust, "workplace_app/domain/configuration.py", "skip_tls: bool = False\nx = skip_tls\n"),
    (guards.data_as_code, "workplace_app/policy.py", "import pickle\n"),
    (guards.data_as_code, "workplace_app/policy.py", "from importlib import import_module\nimport_module(named)\n"),
    (guards.data_as_code, "workplace_app/policy.py", "value = eval(text)\n"),
    (guards.data_as_code, "ui/drafts.py", "file = QSettings(path)\n"),
    (guards.data_as_code, "ui/drafts.py", "stream = QDataStream(data)\n"),
    (guards.shown_text, PLACE, "label = QLabel(article.title)\n"),
    (guards.shown_text, PLACE, "QMessageBox.information(self, title, text)\n"),
    (guards.shown_text, "ui/models/news.py", "role = Qt.ItemDataRole.ToolTipRole\n"),
    (guards.clipboards, PLACE, "QApplication.clipboard().setMimeData(data)\n"),
    (guards.clipboards, PLACE, "text = QApplication.clipboard().text()\n"),
    (guards.clipboards, "ui/workplace.py", "QApplication.clipboard().setText(words)\n"),
    (
        guards.titles,
        "ui/screens/news/news_screen.py",
        "class A:\n    def title(self) -> str:\n        return self.article.title\n",
    ),
    (guards.titles, PLACE, "window.setWindowTitle(article.title)\n"),
]
RULES: list[Rule] = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_guard(rule: Rule) -> None:
    broken = [finding for source in sources() for finding in rule(source)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED)
def test_the_rule_finds_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert rule(parsed(path, text))


def test_what_may_do_so_is_there() -> None:
    """A name in the lists that is no file would let a later file of that name pass."""
    known = {source.path for source in sources()}
    alone = (guards.OPENS_LINKS, guards.STARTS_PROCESSES, guards.CARRIES_TOKENS, guards.SENDS_REQUESTS)
    more = (guards.LOOKS_FOR_TOKENS, guards.DECIDES_TRUST, guards.TAKES_AWAY, guards.MAKES_CODE)
    assert set().union(*alone, *more, guards.SHOWS_TEXT, guards.COPIES) <= known
