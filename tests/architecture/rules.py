"""The rules of the house that no off-the-shelf linter knows; each is given one source and says what breaks it."""

import ast
import re
import sys
from collections.abc import Iterator

from tests.architecture.source_tree import Source

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 60
MOST_PUBLIC_METHODS = 15

LATE_IMPORTS_ALLOWED = {
    "workplace_app/main.py",
    "workplace_app/window_parts.py",
    "workplace_app/command_line.py",
    "workplace_app/demo/__main__.py",
}
CLIENT_BUILDERS = {"sync/http_client.py"}
TAKES_BACK = "ui/taking_back.py"
WAYS_BACK = {
    "workplace_app.store.outbox_filing.withdraw",
    "workplace_app.store.outbox_undo.call_back",
    "workplace_app.store.outbox_undo.undo",
}
LINK_OPENERS = {"ui/opening.py"}
DRAWERS = {"util", "utils", "misc", "helper", "helpers", "core", "common"}
STORE_DOORS_OF_THE_SCREEN = re.compile(
    r"workplace_app\.store\.(\w+_reader|outbox_filing|outbox_undo|drafts|own_things|search|connection_type)(\.\w+)*"
)
SHARED_ROOMS = ("workplace_app.domain", "workplace_app.store", "workplace_app.__version__")
HTTPX_CALLS = {"Client", "AsyncClient", "get", "post", "put", "patch", "delete", "request", "stream", "head", "options"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def imported_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import; `from a import b` counts as a.b, since b may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def functions(tree: ast.AST) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


def late_imports(source: Source) -> list[str]:
    """An import inside a function hides a cycle."""
    if source.path in LATE_IMPORTS_ALLOWED:
        return []
    imports = (inner for outer in functions(source.tree) for inner in ast.walk(outer))
    late = {inner.lineno for inner in imports if isinstance(inner, ast.Import | ast.ImportFrom)}
    return [f"{source.path}:{line} imports within a function" for line in sorted(late)]


def drawers(source: Source) -> list[str]:
    """A module that is named for no subject collects every subject."""
    parts = source.path.removesuffix(".py").split("/")
    return [f"{source.path}: {part} names no subject" for part in parts if part in DRAWERS]


def sizes(source: Source) -> list[str]:
    found = []
    lines = source.text.count("\n")
    if lines > MOST_LINES_OF_A_FILE:
        found.append(f"{source.path} has {lines} lines")
    for function in functions(source.tree):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > MOST_LINES_OF_A_FUNCTION:
            found.append(f"{source.path}:{function.lineno} {function.name} has {length} lines")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            methods = [inner for inner in node.body if isinstance(inner, Function)]
            # Qt calls its virtual methods (sizeHint, keyPressEvent); they are its interface, not what others may use.
            public = sum(not method.name.startswith("_") and method.name.islower() for method in methods)
            if public > MOST_PUBLIC_METHODS:
                found.append(f"{source.path}:{node.lineno} {node.name} has {public} public methods")
    return found


def opening_sentences(source: Source) -> list[str]:
    """Every module says in one sentence what it is for: the module map is made of these."""
    opening = (ast.get_docstring(source.tree) or "").split("\n\n")[0].strip()
    return [] if opening.endswith(".") and len(opening) > 1 else [f"{source.path} opens with no sentence"]


def http_clients(source: Source) -> list[str]:
    """Trust store, proxy, time-outs and the host guard hold only where every request goes through the one client."""
    if source.path in CLIENT_BUILDERS:
        return []
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    direct = {f"httpx.{name}" for name in HTTPX_CALLS}
    taken = {name.removeprefix("httpx.") for _, name in imported_names(source.tree) if name in direct}
    named = [node for node in calls if called(node) in direct | taken]
    return [f"{source.path}:{node.lineno} speaks HTTP by itself: {called(node)}" for node in named]


def link_openers(source: Source) -> list[str]:
    """Only opening.py knows which kinds of address may leave the window."""
    if source.path in LINK_OPENERS:
        return []
    uses = [node for node in ast.walk(source.tree) if isinstance(node, ast.Attribute) and node.attr == "openUrl"]
    uses_of_browser = [line for line, name in imported_names(source.tree) if name.split(".")[0] == "webbrowser"]
    lines = [node.lineno for node in uses]
    if source.path.startswith("ui/"):
        lines += uses_of_browser
    return [f"{source.path}:{line} opens a link by itself" for line in lines]


def takings_back(source: Source) -> list[str]:
    """What stood behind a wish that is taken back goes at once only where sync is told of it."""
    if not source.path.startswith("ui/") or source.path == TAKES_BACK:
        return []
    imports = imported_names(source.tree)
    return [f"{source.path}:{line} takes a wish back by itself" for line, name in imports if name in WAYS_BACK]


def plain_tips(source: Source) -> list[str]:
    """Qt takes a tool tip with a tag in it for markup and loads what it names, also from network shares."""
    if not source.path.startswith("ui/"):
        return []
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call) and node.args]
    tips = [node for node in calls if called(node).endswith((".setToolTip", "QToolTip.showText"))]
    guarded = ("plain_tip(", "self.tr('")
    open_tips = [node for node in tips if not any(guard in ast.unparse(node) for guard in guarded)]
    return [f"{source.path}:{node.lineno} shows a tool tip that may be markup" for node in open_tips]


def domain_imports(source: Source) -> list[str]:
    if not source.path.startswith("workplace_app/domain/"):
        return []
    foreign = [
        (line, name)
        for line, name in imported_names(source.tree)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("workplace_app.domain")
    ]
    return [f"{source.path}:{line} imports {name}" for line, name in foreign]


def screen_imports(source: Source) -> list[str]:
    """The doors of the store that are the screen's, and no socket of its own."""
    if not source.path.startswith("ui/"):
        return []
    found = []
    for line, name in imported_names(source.tree):
        if name.startswith("workplace_app.store") and not STORE_DOORS_OF_THE_SCREEN.fullmatch(name):
            found.append(f"{source.path}:{line} imports {name}")
        if name.startswith("PySide6.QtNetwork"):
            found.append(f"{source.path}:{line} imports {name}")
    return found


def composition_imports(source: Source) -> list[str]:
    """Folders, accounts and processes are joined to the rooms from outside."""
    if not source.path.startswith(("ui/", "sync/")):
        return []
    reached = [(line, name) for line, name in imported_names(source.tree) if name.startswith("workplace_app.")]
    foreign = [(line, name) for line, name in reached if not name.startswith(SHARED_ROOMS)]
    return [f"{source.path}:{line} imports {name}" for line, name in foreign]


def wording(source: Source) -> list[str]:
    """Sync tells kinds and facts; sentences for people are the screen's, where they are translated."""
    if not source.path.startswith("sync/"):
        return []
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    places = [node for node in ast.walk(source.tree) if isinstance(node, documented)]
    docstrings = {id(node.body[0].value) for node in places if node.body and isinstance(node.body[0], ast.Expr)}
    texts = [node for node in ast.walk(source.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    swedish = [node for node in texts if id(node) not in docstrings and re.search("[åäöÅÄÖ]", str(node.value))]
    return [f"{source.path}:{node.lineno} {node.value!r} is wording" for node in swedish]
