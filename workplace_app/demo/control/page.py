"""The control page: the demo municipality's switches, in Swedish, for whoever shows or tries the program."""

from html import escape
from urllib.parse import quote

from starlette.responses import HTMLResponse

from workplace_app.demo.control.labels import CERTIFICATES, FAULTS, ORIGIN_NAMES
from workplace_app.demo.faults.book import FaultKind, FaultRule
from workplace_app.demo.identity.scopes import CONSENTED_SCOPES
from workplace_app.demo.municipality import Municipality
from workplace_app.demo.page_frame import brand, hidden_fields, html_page
from workplace_app.demo.parts import PartCard
from workplace_app.demo.settings import MUNICIPALITY_NAME
from workplace_app.demo.staff import STAFF, Staff

REQUESTS_SHOWN = 25
HAPPENINGS_SHOWN = 8
HOUR = 3_600

_STYLE = """
.wide{max-width:1180px;margin:0 auto;padding:32px 24px 48px}
.cards{columns:2 480px;column-gap:16px;margin-bottom:16px}
.wide .card{padding:16px}.cards .card{break-inside:avoid}
.lines{list-style:none;margin:0 0 12px;padding:0}
.lines>li{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;padding:6px 0;border-top:1px solid var(--line)}
.lines>li:first-child{border-top:0}
.lines .grow{flex:1;min-width:12em;overflow-wrap:anywhere}
.state{font-size:14px;font-weight:500}.state.on{color:var(--success)}.state.off{color:var(--danger)}
form{display:inline}button{min-height:32px;padding:2px 12px;font-size:14px}
table{width:100%;border-collapse:collapse;font-size:14px}
th,td{text-align:left;padding:4px 8px 4px 0;border-top:1px solid var(--line);overflow-wrap:anywhere;vertical-align:top}
th{color:var(--muted);font-weight:500;border-top:0}td.count{text-align:right}
.fields{display:grid;gap:8px 12px;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));margin:0 0 12px}
.fields input,.fields select{width:100%}
"""


def _button(command: str, words: str, spoken: str = "", **fields: str) -> str:
    label = f' aria-label="{escape(spoken)}"' if spoken else ""
    return (
        f'<form method="post" action="/control/{quote(command)}">{hidden_fields(fields)}'
        f"<button{label}>{escape(words)}</button></form>"
    )


def _card(title: str, body: str) -> str:
    return f'<section class="card"><h2>{escape(title)}</h2>{body}</section>'


def _on_off(on: bool, words_on: str, words_off: str) -> str:
    return f'<span class="state {"on" if on else "off"}">{words_on if on else words_off}</span>'


def _network(town: Municipality) -> str:
    lines = []
    for origin, name in ORIGIN_NAMES.items():
        online, shown = origin not in town.network.offline, town.network.shown[origin]
        switch = _button(
            "network",
            "Koppla ifrån" if online else "Koppla in",
            f"{'Koppla ifrån' if online else 'Koppla in'} {name}",
            origin=origin,
            online=str(not online).lower(),
        )
        options = "".join(
            f'<option value="{kind}"{" selected" if kind is shown else ""}>{escape(words)}</option>'
            for kind, words in CERTIFICATES.items()
        )
        certificate = (
            f'<form method="post" action="/control/certificate">{hidden_fields({"origin": origin})}'
            f'<select name="kind" aria-label="Certifikat för {escape(name)}">{options}</select> '
            "<button>Visa</button></form>"
        )
        state = _on_off(online, "svarar", "går inte att nå")
        lines.append(f'<li><span class="grow">{escape(name)}</span>{state}{switch}{certificate}</li>')
    everything = (
        _button("network", "Koppla ifrån allt", online="false")
        + " "
        + _button("network", "Koppla in allt", online="true")
    )
    return _card("Nätet", f'<ul class="lines">{"".join(lines)}</ul>{everything}')


def _life(town: Municipality) -> str:
    lines = "".join(
        f'<li><span class="muted small">{one.at:%H:%M:%S}</span><span class="grow">{escape(one.what)}</span></li>'
        for one in town.life.latest()[:HAPPENINGS_SHOWN]
    )
    told = f'<ul class="lines">{lines}</ul>' if lines else '<p class="muted">Inget har hänt än.</p>'
    buttons = _button("live", "Låt något hända", times="1") + " " + _button("live", "Låt tio saker hända", times="10")
    return _card("Det händer i kommunen", told + buttons)


def _person(town: Municipality, person: Staff) -> str:
    closed = town.state.disabled(person)
    title = f'<span class="muted small">{escape(person.title)}</span>'
    about = f'<span class="grow"><b>{escape(person.name)}</b><br>{title}</span>'
    name = {"user_name": person.user_name}
    buttons = [
        _button("revoke", "Avsluta sessioner", f"Avsluta sessioner för {person.name}", **name),
        _button("challenge", "Kräv ny biljett", f"Kräv ny biljett av {person.name}", **name),
        _button("challenge", "Kräv ny inloggning", f"Kräv ny inloggning av {person.name}", strong="true", **name),
        _button(
            "account",
            "Öppna kontot" if closed else "Stäng kontot",
            f"{'Öppna' if closed else 'Stäng'} kontot för {person.name}",
            disabled=str(not closed).lower(),
            **name,
        ),
    ]
    return f"<li>{about}{'' if not closed else _on_off(False, '', 'stängt')}{' '.join(buttons)}</li>"


def _people(town: Municipality) -> str:
    return _card("Konton", f'<ul class="lines">{"".join(_person(town, person) for person in STAFF)}</ul>')


def _consent(town: Municipality) -> str:
    lines = []
    for scope in CONSENTED_SCOPES:
        given = scope.casefold() not in town.state.scopes_without_consent
        words = "Dra tillbaka" if given else "Medge"
        switch = _button("consent", words, f"{words} {scope}", scope=scope, granted=str(not given).lower())
        lines.append(f'<li><span class="grow">{scope}</span>{_on_off(given, "medgiven", "saknas")}{switch}</li>')
    return _card("IT:s medgivanden", f'<ul class="lines">{"".join(lines)}</ul>')


def _rule(rule: FaultRule) -> str:
    left = "tills det tas bort" if rule.times is None else f"{rule.times} kvar"
    where = " ".join(
        part for part in (ORIGIN_NAMES.get(rule.origin, ""), rule.method, rule.path) if part not in ("", "*")
    )
    words = f"{FAULTS[rule.kind]} · {where or 'överallt'} · {left} · har slagit till {rule.struck}"
    remove = _button("faults/remove", "Ta bort", f"Ta bort {FAULTS[rule.kind]}", number=str(rule.number))
    return f'<li><span class="grow">{escape(words)}</span>{remove}</li>'


def _faults(town: Municipality) -> str:
    lines = "".join(_rule(rule) for rule in town.faults.rules())
    told = f'<ul class="lines">{lines}</ul>' if lines else '<p class="muted">Inga fel är påslagna.</p>'
    kinds = "".join(f'<option value="{kind}">{escape(words)}</option>' for kind, words in FAULTS.items())
    origins = "".join(f'<option value="{origin}">{escape(name)}</option>' for origin, name in ORIGIN_NAMES.items())
    fields = (
        f'<div><label for="kind">Fel</label><select id="kind" name="kind">{kinds}</select></div>'
        f'<div><label for="origin">Var</label><select id="origin" name="origin"><option value="*">överallt</option>'
        f"{origins}</select></div>"
        '<div><label for="path">Adress (* för vad som helst)</label><input id="path" name="path" value="*"></div>'
        '<div><label for="times">Antal gånger (tomt: alla)</label><input id="times" name="times" value="1" '
        'inputmode="numeric"></div>'
        '<div><label for="status">Statuskod</label><input id="status" name="status" value="503" '
        'inputmode="numeric"></div>'
        '<div><label for="retry_after">Retry-After</label><input id="retry_after" name="retry_after"></div>'
        '<div><label for="seconds">Sekunder</label><input id="seconds" name="seconds" value="2" '
        'inputmode="decimal"></div>'
    )
    form = (
        f'<form method="post" action="/control/faults"><div class="fields">{fields}</div>'
        '<button class="act">Slå på felet</button></form> '
    )
    return _card("Fel", told + form + _button("faults/clear", "Ta bort alla fel"))


def _part_card(card: PartCard) -> str:
    lines = "".join(
        f'<li><span class="grow">{escape(words)}</span>'
        f"{' '.join(_button(each.order, each.words, each.spoken, **each.fields) for each in buttons)}</li>"
        for words, buttons in card.lines
    )
    return _card(card.title, f'<ul class="lines">{lines}</ul>')


def _clock(town: Municipality) -> str:
    now = f"<p>Demokommunens klocka: <b>{town.settings.now():%Y-%m-%d %H:%M:%S}</b> UTC</p>"
    buttons = [
        _button("clock", "En timme fram", shift_seconds=str(HOUR)),
        _button("clock", "En timme bak", shift_seconds=str(-HOUR)),
        _button("clock", "Rätt tid", reset="true"),
    ]
    return _card("Klockan", now + " ".join(buttons))


def _requests(town: Municipality) -> str:
    rows = "".join(
        f"<tr><td>{escape(one.method)}</td><td>{escape(ORIGIN_NAMES[one.origin])}</td><td>{escape(one.path)}"
        f'{" (i $batch)" if one.batched else ""}</td><td class="count">{one.status or "avbrutet"}</td>'
        f"<td>{escape(FAULTS[FaultKind(one.fault)]) if one.fault else ''}</td></tr>"
        for one in town.log.latest(REQUESTS_SHOWN)
    )
    head = "<tr><th>Metod<th>Tjänst<th>Adress<th>Svar<th>Fel</tr>"
    reset = _button("requests/reset", "Räkna från noll")
    count = f"<p>{town.log.total} anrop sedan senaste nollställningen.</p>"
    return _card("Anrop", f"{count}{reset}<table>{head}{rows}</table>")


def control_page(town: Municipality) -> HTMLResponse:
    """The whole page. It changes only when somebody presses something or loads it again."""
    own = (_part_card(make()) for part in town.parts for make in part.cards)
    cards = (_network(town), _life(town), *own, _people(town), _faults(town), _clock(town), _consent(town))
    body = (
        f'<main class="wide">{brand(MUNICIPALITY_NAME)}<h1>Styr demokommunen</h1>'
        '<p class="muted">Här stängs nätet av, slås fel på och sätts saker i rörelse. Allt är påhittat.</p>'
        f'<div class="cards">{"".join(cards)}</div>{_requests(town)}</main>'
    )
    return html_page("Styr demokommunen", body, style=_STYLE)
