"""How the sign-in pages look: choosing who one is, entering a device's code, the way back to the app, and errors."""

from html import escape
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from workplace_app.demo.identity.errors import Refusal
from workplace_app.demo.page_frame import brand, hidden_fields, html_page, note
from workplace_app.demo.settings import MUNICIPALITY_NAME
from workplace_app.demo.staff import STAFF, Staff

_WHAT_TO_DO = {
    Refusal.UNKNOWN_TENANT: "Appen söker en katalog som inte finns här. Kontrollera tenant-ID i inställningarna.",
    Refusal.UNKNOWN_CLIENT: "Appen är inte registrerad här. Kontrollera klient-ID i inställningarna.",
    Refusal.CODE_SPENT: "Den här vägen är redan gången. Börja om i appen.",
    Refusal.WRONG_REDIRECT: "Appen vill ha svaret på en adress som den inte är registrerad med.",
}


def _sheet(body: str) -> str:
    return f'<main class="sheet">{brand(MUNICIPALITY_NAME)}<div class="card">{body}</div></main>'


def _initials(person: Staff) -> str:
    return "".join(word[0] for word in person.name.split()[:2])


def _person_button(person: Staff, last: Staff | None, first: bool) -> str:
    chosen = person == last
    focus = " autofocus" if chosen or (first and last is None) else ""
    about = f"{person.title}, {person.unit}"
    return (
        f'<li><button name="user_name" value="{escape(person.user_name)}"{" class=last" if chosen else ""}{focus}>'
        f'<span class="mark" aria-hidden="true">{escape(_initials(person))}</span>'
        f'<span class="name">{escape(person.name)}</span>'
        f'<span class="about">{escape(about)}<br>{escape(person.work)}</span></button></li>'
    )


def _people(last: Staff | None) -> str:
    buttons = "".join(_person_button(person, last, number == 0) for number, person in enumerate(STAFF))
    return f'<ul class="people">{buttons}</ul>'


def choice_page(action: str, parameters: dict[str, str], last: Staff | None, problem: str = "") -> HTMLResponse:
    """Who are you? ``action`` is posted ``user_name``, or ``cancel``, with the authorize request in its query."""
    again = f"{action}?{urlencode(parameters)}"
    body = f"""<h1>Välj vem du är</h1>
<p class="muted">Kommunen är påhittad, och så är de som arbetar där. Inget lösenord behövs.</p>{note(problem, "bad")}
<form method="post" action="{escape(again)}">{_people(last)}
<button name="cancel" value="1">Avbryt inloggningen</button></form>"""
    return html_page("Logga in – Nacka kommun (demo)", _sheet(body))


def answer_page(redirect_uri: str, answer: dict[str, str]) -> HTMLResponse:
    """Posts the answer to the app by itself, or at a press of the button where scripts are off."""
    body = f"""<h1>Klart, appen tar vid</h1><p class="muted">Om inget händer, fortsätt själv.</p>
<form method="post" action="{escape(redirect_uri)}" id="answer">{hidden_fields(answer)}
<button class="act">Fortsätt till appen</button></form>"""
    script = 'document.getElementById("answer").submit()'
    return html_page("Tillbaka till appen", _sheet(body), script=script)


def device_page(user_code: str = "", problem: str = "") -> HTMLResponse:
    """Which code does your device show?"""
    body = f"""<h1>Logga in på en annan enhet</h1>
<p class="muted">Skriv koden som appen visar och välj sedan vem du är.</p>{note(problem, "bad")}
<form method="post" action="/devicelogin"><label for="code">Kod från appen</label>
<input id="code" class="code" name="user_code" value="{escape(user_code)}" autocomplete="off" spellcheck="false"
 required maxlength="12"{"" if user_code else " autofocus"}>{_people(None).replace(" autofocus", "")}
<button name="cancel" value="1">Avbryt inloggningen</button></form>"""
    return html_page("Logga in med kod – Nacka kommun (demo)", _sheet(body), status=400 if problem else 200)


def done_page(title: str, words: str) -> HTMLResponse:
    """Nothing more to do here."""
    return html_page(title, _sheet(f"<h1>{escape(title)}</h1><p>{escape(words)}</p>"))


def refusal_page(refusal: Refusal) -> HTMLResponse:
    """An error that cannot be sent back to the app, since it is not known to be ours."""
    kind = refusal.value
    body = f"""<h1>Det går inte att logga in</h1>{note(_WHAT_TO_DO[refusal], "bad")}
<p class="small muted">{escape(kind.description)}</p>"""
    return html_page("Det går inte att logga in", _sheet(body), status=kind.status)
