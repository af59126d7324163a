"""The rules hold in the whole tree, and each of them finds the fault that is planted for it."""

from collections.abc import Callable

import pytest

from tests.architecture import rules
from tests.architecture.source_tree import Source, parsed, sources

Rule = Callable[[Source], list[str]]

# rule, path of the planted source, its text
PLANTED: list[tuple[Rule, str, str]] = [
    (rules.late_imports, "sync/engine.py", "def f():\n    import json\n"),
    (rules.late_imports, "ui/icons.py", "class A:\n    async def f(self):\n        from ui import theme\n"),
    (rules.drawers, "ui/utils/colours.py", ""),
    (rules.drawers, "sync/helpers.py", ""),
    (rules.sizes, "sync/engine.py", "a = 1\n" * 301),
    (rules.sizes, "sync/engine.py", "def f():\n" + "    a = 1\n" * 61),
    (rules.sizes, "sync/engine.py", "class A:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16))),
    (rules.opening_sentences, "sync/engine.py", ""),
    (rules.opening_sentences, "sync/engine.py", '"""Engine"""\n'),
    (rules.http_clients, "sync/feeds/planner.py", "import httpx\nclient = httpx.AsyncClient()\n"),
    (rules.http_clients, "workplace_app/doctor.py", "from httpx import get\nget('https://localhost')\n"),
    (rules.link_openers, "ui/main_window.py", "QDesktopServices.openUrl(address)\n"),
    (rules.link_openers, "ui/main_window.py", "import webbrowser\n"),
    (rules.takings_back, "ui/sent_news.py", "from workplace_app.store.outbox_filing import withdraw\n"),
    (rules.takings_back, "ui/sent_news.py", "from workplace_app.store.outbox_undo import Undone, undo\n"),
    (rules.takings_back, "ui/sent_news.py", "from workplace_app.store.outbox_undo import call_back\n"),
    (rules.plain_tips, "ui/main_window.py", "self.setToolTip(task.title)\n"),
    (rules.plain_tips, "ui/main_window.py", "QToolTip.showText(place, row.title, view)\n"),
    (rules.domain_imports, "workplace_app/domain/task.py", "import httpx\n"),
    (rules.domain_imports, "workplace_app/domain/task.py", "from workplace_app.store import search\n"),
    (rules.screen_imports, "ui/main_window.py", "from workplace_app.store.cache_writer import CacheWriter\n"),
    (rules.screen_imports, "ui/main_window.py", "from workplace_app.store import connection\n"),
    (rules.screen_imports, "ui/main_window.py", "from PySide6.QtNetwork import QNetworkAccessManager\n"),
    (rules.composition_imports, "ui/main_window.py", "from workplace_app.folders import data_folder\n"),
    (rules.composition_imports, "sync/engine.py", "from workplace_app import demo_process\n"),
    (rules.wording, "sync/engine.py", 'def f():\n    """Hämtar."""\n    return "Hämtar"\n'),
]
RULES: list[Rule] = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    broken = [finding for source in sources() for finding in rule(source)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED)
def test_the_rule_finds_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert len(rule(parsed(path, text))) == 1


def test_late_imports_are_allowed_where_the_start_is_joined() -> None:
    text = '"""Joins."""\n\ndef run():\n    import ui\n'
    assert rules.late_imports(parsed("workplace_app/main.py", text)) == []


def test_there_is_a_tree_to_look_at() -> None:
    assert {source.path.split("/")[0] for source in sources()} >= {"workplace_app", "sync", "ui"}
