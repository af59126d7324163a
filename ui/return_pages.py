"""The pages that the browser shows when it has brought the answer of a sign-in: that it worked, or that it did not."""

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from ui.theme import DARK, LIGHT, ColourRole, Theme

translate = QCoreApplication.translate
_ROLES: tuple[ColourRole, ...] = ("canvas", "surface", "line", "text", "muted", "success", "warning")
_DONE = '<path d="M9 16.5l5 5 9-11"/>'
_NOT_DONE = '<path d="M16 9v9"/><path d="M16 22.5v.5"/>'


def return_pages() -> tuple[str, str]:
    """Whole pages in the window's language: signed in, not signed in. They load nothing and run nothing."""
    close = translate("return_pages", "You can close this tab and go back to the app.")
    signed_in = _page(
        translate("return_pages", "You are signed in"),
        (translate("return_pages", "The app goes on by itself."), close),
        "success",
        _DONE,
    )
    not_signed_in = _page(
        translate("return_pages", "You are not signed in"),
        (translate("return_pages", "The app says what happened and what you can do."), close),
        "warning",
        _NOT_DONE,
    )
    return signed_in, not_signed_in


def _page(title: str, lines: tuple[str, ...], tone: ColourRole, mark: str) -> str:
    words = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"""<!doctype html>
<html lang="{QLocale().name()[:2]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>
{_STYLE.replace("TONE", f"var(--{tone})")}
</style>
</head>
<body>
<main>
<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14"/>{mark}</svg>
<h1>{escape(title)}</h1>
{words}
</main>
</body>
</html>
"""


def _variables(theme: Theme) -> str:
    return " ".join(f"--{role}: {getattr(theme, role)};" for role in _ROLES)


_STYLE = f""":root {{ color-scheme: light dark; {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
@media (prefers-contrast: more) {{ :root {{ --line: var(--text); --muted: var(--text); }} }}
html {{ height: 100%; }}
body {{ margin: 0; min-height: 100%; display: flex; align-items: center; justify-content: center;
  background: var(--canvas); color: var(--text);
  font: 1rem/1.5 "Segoe UI", -apple-system, BlinkMacSystemFont, Inter, "Noto Sans", sans-serif; }}
main {{ box-sizing: border-box; width: 28rem; max-width: calc(100% - 2rem); margin: 1rem; padding: 2rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }}
svg {{ width: 2.5rem; fill: none; stroke: TONE; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }}
h1 {{ margin: 0.75rem 0 0.5rem; font-size: 1.7rem; line-height: 1.2; font-weight: 600; }}
p {{ margin: 0.25rem 0 0; color: var(--muted); }}"""
