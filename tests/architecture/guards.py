"""The rules behind docs/security-guards.md: which one file may do what could hurt, and that nothing undoes a guard."""

import ast
import re
from functools import cache

from tests.architecture.rules import called, imported_names
from tests.architecture.source_tree import Source

OPENS_LINKS = {"ui/opening.py"}
STARTS_PROCESSES = {
    "workplace_app/demo_process.py",  # the demo municipality: our own program, no text from outside
    "workplace_app/early_key.py",  # our own program, with the name of an account's folder
    "workplace_app/headless.py",  # webbrowser, for signing in without a window; the metadata have been checked by then
}
CARRIES_TOKENS = {"sync/authorized_exchange.py"}
LOOKS_FOR_TOKENS = {"workplace_app/logging_setup.py"}
"""To take them out of the log."""
SENDS_REQUESTS = {
    "sync/exchange.py",
    "sync/identity/msal_http.py",
    "sync/identity/issuer_exchange.py",
    "sync/checkup/probe.py",
}
"""The last asks the configured addresses without a token whether they answer, and reads nothing else."""
DECIDES_TRUST = {"sync/http_client.py"}
READS_CHAINS = {"sync/checkup/certificates.py"}
"""Tells IT who has signed a chain that was shown and accepted, or refused; nothing is trusted for it."""
TAKES_AWAY = {"workplace_app/private_process.py"}
MAKES_CODE = {"workplace_app/domain/frozen.py"}
"""Compiles the constructors of value classes from the names of their fields."""
SHOWS_TEXT = {
    "ui/widgets/labels.py",  # plain, or escaped, or the program's own words
    "ui/widgets/reading_text.py",  # cleaned HTML, through ArticleText.loadResource
    "ui/widgets/article_text.py",
    "ui/widgets/writing_area.py",  # plain text alone
}
FORGETS = "ui/leaving.py"
"""Empties the clipboard when an account is left, without looking at what is there."""
COPIES = {
    "ui/details_for_it.py",
    "ui/dialogue/remark_writing.py",
    "ui/screens/news/article_reader.py",
    "ui/screens/outbox/intent_acts.py",
    "ui/screens/people/person_page.py",
    "ui/screens/settings/checkup_panel.py",
    "ui/screens/settings/rules_page.py",
    "ui/screens/services/service_page.py",
    "ui/screens/sign_in/stages.py",
    "ui/screens/today/task_acts.py",
}
"""Each behind a button or a key that says "copy"."""

PROCESS_MODULES = {"subprocess", "webbrowser", "multiprocessing", "pty", "ctypes", "cffi"}
PROCESS_CALLS = re.compile(
    r"os\.(system|popen|startfile|fork\w*|exec\w+|spawn\w+|posix_spawn\w*)|asyncio\.create_subprocess_\w+"
)
PROCESS_NAMES = {"QProcess", "startDetached"}
OPENING_NAMES = {"QDesktopServices", "openUrl", "setOpenExternalLinks", "setOpenLinks", "QWebEngineView", "QWebView"}
OPENING_WORDS = re.compile(r"xdg-open|gio open|kde-open|rundll32|ShellExecute")
TOKEN_WORDS = re.compile(
    r"(?i)\bauthorization\b(?!_)|\bbearer\b|x-api-key|createUploadSession|uploadUrl|socketIo|notificationUrl|^wss?:"
)
"""Headers that carry a secret, and the addresses that Graph hands out for uploads and sockets: none is asked for."""
CODE_MODULES = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "yaml", "runpy", "code", "imp",
}  # fmt: skip
CODE_CALLS = {"eval", "exec", "compile", "__import__", "builtins.eval", "builtins.exec", "import_module"}
CODE_NAMES = {"QSettings", "QDataStream", "QPluginLoader", "QLibrary", "QUiLoader", "QJSEngine"}
TRUST_UNDONE = re.compile(
    r"CERT_NONE|CERT_OPTIONAL|_create_unverified_context|_create_default_https_context|VerifyNone|QueryPeer|AutoVerifyPeer"
    r"|check_hostname|verify_mode|ignoreSslErrors|create_default_context|set_ciphers|load_default_certs|verify"
)
TRUST_FROM_OUTSIDE = re.compile(
    r"PYTHONHTTPSVERIFY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|SSLKEYLOGFILE|OPENSSL_CONF"
)
SWITCH_OFF = re.compile(
    r"(?i)(no|skip|disable|without|un)_?-?(tls|ssl|verif)|insecure|verif\w*_?off|trust_all|any_cert"
)
TEXT_WIDGETS = {"QLabel", "QTextEdit", "QTextBrowser", "QTextDocument", "QMessageBox", "QErrorMessage", "QStaticText"}
TEXT_MARKUP = {"setMarkdown", "insertHtml", "setWhatsThis", "ToolTipRole", "AutoText", "MarkdownText"}


def in_product(source: Source) -> bool:
    """The demo municipality is a server of its own, on loopback."""
    return not source.path.startswith("workplace_app/demo/")


@cache
def names(source: Source) -> tuple[tuple[int, str], ...]:
    """Every name, attribute and keyword that is used, with its line."""
    used: list[tuple[int, str]] = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name):
            used.append((node.lineno, node.id))
        elif isinstance(node, ast.Attribute):
            used.append((node.lineno, node.attr))
        elif isinstance(node, ast.keyword) and node.arg is not None:
            used.append((node.value.lineno, node.arg))
    return (*used, *((line, name.rpartition(".")[2]) for line, name in imported_names(source.tree)))


@cache
def texts(source: Source) -> tuple[tuple[int, str], ...]:
    """Every text that is no docstring."""
    statements = [node.value for node in ast.walk(source.tree) if isinstance(node, ast.Expr)]
    spoken = {id(value) for value in statements if isinstance(value, ast.Constant)}
    constants = [node for node in ast.walk(source.tree) if isinstance(node, ast.Constant) and id(node) not in spoken]
    return tuple(
        (node.lineno, node.value if isinstance(node.value, str) else node.value.decode("latin-1"))
        for node in constants
        if isinstance(node.value, str | bytes)
    )


@cache
def calls(source: Source) -> tuple[ast.Call, ...]:
    return tuple(node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def found(source: Source, what: str, lines: set[int]) -> list[str]:
    return [f"{source.path}:{line} {what}" for line in sorted(lines)]


def ways_out(source: Source) -> list[str]:
    """Addresses leave through ui/opening.py, which looks at them first; a label or a text that opens them would not."""
    if source.path in OPENS_LINKS or not in_product(source):
        return []
    lines = {line for line, name in names(source) if name in OPENING_NAMES}
    lines |= {line for line, text in texts(source) if OPENING_WORDS.search(text)}
    return found(source, "opens an address by itself", lines)


def processes(source: Source) -> list[str]:
    """Whoever starts a program may be made to start another."""
    if source.path in STARTS_PROCESSES or not in_product(source):
        return []
    lines = {line for line, name in imported_names(source.tree) if name.split(".")[0] in PROCESS_MODULES}
    lines |= {node.lineno for node in calls(source) if PROCESS_CALLS.fullmatch(called(node))}
    lines |= {line for line, name in names(source) if name in PROCESS_NAMES}
    return found(source, "starts a program", lines)


def tokens(source: Source) -> list[str]:
    """One file writes the header, behind a guard: no upload, socket or picture can carry a token by another road."""
    if source.path in CARRIES_TOKENS | LOOKS_FOR_TOKENS or not in_product(source):
        return []
    return found(
        source, "carries a token by itself", {line for line, text in texts(source) if TOKEN_WORDS.search(text)}
    )


def requests(source: Source) -> list[str]:
    """The places that send ask the guard first, or have no token and only configured addresses."""
    if source.path in SENDS_REQUESTS or not source.path.startswith("sync/"):
        return []
    senders = re.compile(r"(.*[._])?(http|client)\.(stream|send|request|get|post|put|patch|delete|build_request)")
    lines = {node.lineno for node in calls(source) if senders.fullmatch(called(node))}
    return found(source, "sends a request by itself", lines)


def trust(source: Source) -> list[str]:
    """One file decides whom to trust; nothing, neither a setting nor a variable of the environment, says "anybody"."""
    if not in_product(source):
        return []
    lines = {line for line, name in names(source) if TRUST_UNDONE.fullmatch(name)}
    lines |= {line for line, text in (*texts(source), *names(source)) if SWITCH_OFF.search(text)}
    if source.path in READS_CHAINS:
        lines = {line for line, name in names(source) if TRUST_UNDONE.fullmatch(name) and name != "verify"}
    if source.path not in DECIDES_TRUST:
        lines |= {node.lineno for node in calls(source) if called(node).endswith("SSLContext")}
    if source.path not in TAKES_AWAY:
        lines |= {line for line, text in texts(source) if TRUST_FROM_OUTSIDE.search(text)}
    return found(source, "weakens whom the program trusts", lines)


def _names_its_module(node: ast.Call) -> bool:
    """A module whose name stands in the source is no data."""
    return called(node).endswith("import_module") and all(isinstance(each, ast.Constant) for each in node.args)


def data_as_code(source: Source) -> list[str]:
    """Settings, policies, links and answers are data: nothing makes objects, modules or code of them."""
    if source.path in MAKES_CODE or not in_product(source):
        return []
    lines = {line for line, name in imported_names(source.tree) if name.split(".")[0] in CODE_MODULES}
    lines |= {
        node.lineno
        for node in calls(source)
        if called(node).removeprefix("importlib.") in CODE_CALLS and not _names_its_module(node)
    }
    lines |= {line for line, name in names(source) if name in CODE_NAMES}
    return found(source, "takes data for code", lines)


def shown_text(source: Source) -> list[str]:
    """Qt guesses whether a text is markup, and markup names files and hosts: only widgets that know better show it."""
    if source.path in SHOWS_TEXT or not source.path.startswith("ui/"):
        return []
    return found(
        source,
        "shows text that may be markup",
        {line for line, name in names(source) if name in TEXT_WIDGETS | TEXT_MARKUP},
    )


def clipboards(source: Source) -> list[str]:
    """What is on the clipboard was copied on purpose, as plain text; nobody looks at what others have put there."""
    if not in_product(source):
        return []
    if source.path == FORGETS:
        read = {line for line, name in names(source) if name in ("text", "mimeData", "image", "pixmap", "setText")}
        return found(source, "looks at the clipboard", read)
    lines = {line for line, name in names(source) if name == "clipboard"}
    copied = {node.lineno for node in calls(source) if called(node) == "QApplication.clipboard().setText"}
    return found(source, "touches the clipboard", lines - copied if source.path in COPIES else lines)


def titles(source: Source) -> list[str]:
    """The taskbar shows the window's title to whoever walks by: the place's name, never what is in it."""
    if not source.path.startswith("ui/screens/"):
        return []
    lines = {node.lineno for node in calls(source) if called(node).endswith((".setWindowTitle", ".setWindowFilePath"))}
    if source.path.endswith("_screen.py"):
        methods = [node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef) and node.name == "title"]
        returned = [inner for method in methods for inner in ast.walk(method) if isinstance(inner, ast.Return)]
        plain = re.compile(r"self\.tr\('[^']*'\)|translate\('[^']*', '[^']*'\)")
        lines |= {
            node.lineno for node in returned if not plain.fullmatch(ast.unparse(node.value) if node.value else "")
        }
    return found(source, "may tell something in the window's title", lines)
