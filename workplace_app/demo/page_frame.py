"""The frame of the demo's own pages: colours, type and controls of the sign-in pages and the control page."""

import secrets
from html import escape

from starlette.responses import HTMLResponse

_LIGHT = """--canvas:#F3F5F5;--surface:#FFFFFF;--sunken:#F0F3F3;--line:#DFE5E5;--edge:#7C8A8C;--text:#152022;
--muted:#506063;
--accent:#0B6674;--accent-hover:#084F5A;--on-accent:#FFFFFF;--selected:#DDEFF1;--on-selected:#0A3C45;--hover:#EEF2F2;
--danger:#B3261E;--danger-soft:#FCEBE9;--warning:#7A4A00;--warning-soft:#FFF3DB;--success:#1D6B3A;
--success-soft:#E4F4E9;--focus:#152022;"""
_DARK = """--canvas:#141819;--surface:#1C2122;--sunken:#262C2D;--line:#2E3637;--edge:#7E8C8E;--text:#E7EDED;
--muted:#A5B2B4;
--accent:#6CC5D2;--accent-hover:#93D8E2;--on-accent:#04252B;--selected:#17393F;--on-selected:#DDF3F6;--hover:#30373A;
--danger:#FFA099;--danger-soft:#44211E;--warning:#F0C36E;--warning-soft:#3A2D13;--success:#87D3A0;
--success-soft:#183521;--focus:#FFFFFF;"""
_STYLE = (
    ":root{color-scheme:light dark;"
    + _LIGHT
    + "}@media(prefers-color-scheme:dark){:root{"
    + _DARK
    + """}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--canvas);color:var(--text);font:400 16px/1.5 "Segoe UI Variable Text",
"Segoe UI","SF Pro Text",system-ui,Inter,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent)}a:hover{color:var(--accent-hover)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
h1{font-size:27px;line-height:1.25;font-weight:600;margin:0 0 8px}
h2{font-size:16px;font-weight:600;margin:0 0 12px}
p{margin:0 0 12px}.card>:last-child{margin-bottom:0}.muted{color:var(--muted)}.small{font-size:14px}
.brand{display:flex;align-items:center;gap:12px;font-weight:600;margin:0 0 32px}
.brand svg{width:32px;height:32px;flex:none}
button,input,select{font:inherit;color:inherit}
button{min-height:36px;padding:4px 16px;border:1px solid var(--edge);border-radius:6px;background:var(--surface);
font-weight:500;cursor:pointer}
button:hover{background:var(--hover)}
button.act{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
button.act:hover{background:var(--accent-hover)}
input,select{min-height:36px;padding:4px 12px;border:1px solid var(--edge);border-radius:6px;background:var(--surface);
max-width:100%}
label{display:block;font-size:14px;font-weight:500;margin:0 0 4px}
.note{border-radius:6px;padding:12px 16px;margin:16px 0;background:var(--warning-soft);color:var(--text)}
.note.bad{background:var(--danger-soft)}.note.good{background:var(--success-soft)}
.sheet{max-width:560px;margin:0 auto;padding:48px 24px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:24px;margin:0 0 16px}
.people{list-style:none;margin:24px 0;padding:0;display:grid;gap:8px}
.people button{display:grid;grid-template-columns:44px 1fr;gap:0 16px;width:100%;padding:12px 16px;text-align:left;
border-color:var(--line);border-radius:6px;font-weight:400;align-items:center}
.people button:hover,.people button.last{border-color:var(--accent)}
.people .mark{grid-row:span 2;width:44px;height:44px;border-radius:22px;display:grid;place-items:center;
background:var(--selected);color:var(--on-selected);font-weight:600}
.people .name{font-weight:600}.people .about{color:var(--muted);font-size:14px}
.row{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end}
.code{font-size:24px;letter-spacing:.12em;text-transform:uppercase;width:100%}
"""
)
_MARK = (
    '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="var(--accent)"/>'
    '<path d="M8 24h16M11 24V14a5 5 0 0 1 10 0v10M16 12v12" fill="none" stroke="var(--on-accent)" stroke-width="2" '
    'stroke-linecap="round"/></svg>'
)


def html_page(title: str, body: str, *, status: int = 200, style: str = "", script: str = "") -> HTMLResponse:
    """A whole Swedish page around ``body``, which must be escaped already.

    The content policy lets in nothing from elsewhere, and only the style and script given here. ``form-action`` is
    left open since an answer is posted to a loopback port that the client chose.
    """
    nonce = secrets.token_urlsafe(12)
    scripts = f'<script nonce="{nonce}">{script}</script>' if script else ""
    text = f"""<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(title)}</title><link rel="icon" href="data:,"><style nonce="{nonce}">{_STYLE}{style}</style></head>
<body>{body}{scripts}</body></html>"""
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return HTMLResponse(text, status, headers)


def brand(words: str) -> str:
    """The mark of the demo municipality with its name."""
    return f'<p class="brand">{_MARK}<span>{escape(words)}</span></p>'


def note(words: str, kind: str = "") -> str:
    """A remark that a screen reader speaks at once; ``kind`` is "", "bad" or "good"."""
    return (
        f'<p class="note {kind}" role="{"alert" if kind == "bad" else "status"}">{escape(words)}</p>' if words else ""
    )


def hidden_fields(fields: dict[str, str]) -> str:
    """Fields that travel unseen with a form."""
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )
