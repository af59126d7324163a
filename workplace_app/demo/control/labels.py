"""The Swedish words of the control page for what the demo can do."""

from workplace_app.demo.certificates import CertificateKind
from workplace_app.demo.faults.book import FaultKind

ORIGIN_NAMES = {
    "identity": "Inloggningen",
    "graph": "Microsoft Graph",
    "cms": "Webb och intranät",
    "issuer": "Webbens inloggning",
}

CERTIFICATES = {
    CertificateKind.GOOD: "rätt certifikat",
    CertificateKind.UNKNOWN_AUTHORITY: "okänd utfärdare",
    CertificateKind.EXPIRED: "utgånget",
    CertificateKind.WRONG_HOST: "fel värdnamn",
}

FAULTS = {
    FaultKind.STATUS: "Statuskod",
    FaultKind.THROTTLED: "För många anrop (429)",
    FaultKind.RESYNC: "Börja om synkningen (410)",
    FaultKind.SYNC_STATE_NOT_FOUND: "Synkläget finns inte",
    FaultKind.TOKEN_REFUSED: "Biljetten avvisas (401)",
    FaultKind.CLAIMS_CHALLENGE: "Ny biljett krävs (401)",
    FaultKind.INVALID_GRANT: "Inloggningen gäller inte längre",
    FaultKind.CAPTIVE_PORTAL: "Gästnätets sida i stället",
    FaultKind.REDIRECT_FOREIGN: "Skickar till en främmande värd",
    FaultKind.REDIRECT_PLAIN_HTTP: "Skickar till okrypterad adress",
    FaultKind.NEXT_LINK_LOOP: "Sidor som pekar på varandra",
    FaultKind.NEXT_LINK_ENDLESS: "Sidor utan slut",
    FaultKind.GZIP_BOMB: "Litet svar som packas upp stort",
    FaultKind.ENDLESS_BODY: "Mycket stort svar",
    FaultKind.EMPTY_BODY: "Tomt svar",
    FaultKind.NULL: "Svaret är null",
    FaultKind.LIST: "En lista där ett objekt väntas",
    FaultKind.WRONG_TYPES: "Fel typer i vartannat föremål",
    FaultKind.UNKNOWN_FIELDS: "Okända fält",
    FaultKind.NOT_A_NUMBER: "NaN i svaret",
    FaultKind.BYTE_ORDER_MARK: "Byteordningsmärke först",
    FaultKind.UTF_16: "UTF-16",
    FaultKind.BAD_UTF_8: "Trasig UTF-8",
    FaultKind.DEEP: "Hundratusen nivåer djupt",
    FaultKind.CUT_JSON: "Avhuggen JSON",
    FaultKind.GZIP_LIE: "Sägs vara packat men är det inte",
    FaultKind.DUPLICATE_ITEMS: "Allt två gånger",
    FaultKind.ITEMS_WITHOUT_ID: "Föremål utan id",
    FaultKind.ITEMS_WITHOUT_ETAG: "Föremål utan etag",
    FaultKind.NO_ITEMS: "Inga föremål",
    FaultKind.NEXT_LINK_SELF: "Nästa sida är samma sida",
    FaultKind.NEXT_LINK_FOREIGN: "Nästa sida hos en främmande värd",
    FaultKind.RESET: "Förbindelsen bryts",
    FaultKind.CLOSED: "Förbindelsen stängs utan svar",
    FaultKind.ANSWER_LOST: "Utfört men svaret försvinner",
    FaultKind.CUT_BODY: "Halva svaret",
    FaultKind.RESET_IN_BODY: "Bryts mitt i svaret",
    FaultKind.SILENT: "Tystnad",
    FaultKind.LATENCY: "Långsamt",
    FaultKind.SLOW_BODY: "Svaret droppar fram",
}
