"""Shows hostile texts in the widgets that show text from outside: what ``test_reading_opens_nothing`` watches.

python -m tests.ui.reading_process FOLDER article|text|plain-qt
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QTextBrowser, QToolTip, QWidget

from tests.ui.screens.a_day import PIXEL
from tests.ui.shell_parts import NOW
from ui.application import make_qt_application
from ui.widgets.article_text import ArticleText
from ui.widgets.labels import Label, Paragraph
from ui.widgets.tool_tips import plain_tip
from workplace_app.domain.article import PictureData
from workplace_app.domain.page import Page
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.sync_connection import open_in_memory

BEGIN, END = "/begin-of-what-is-watched", "/end-of-what-is-watched"
CANARY = "canary"
KEY = "a" * 64
CALM = (
    "<h2>Rubrik</h2><p>Brödtext <b>fet</b> <i>kursiv</i> <code>kod</code> <a href='https://nacka.example'>länk</a></p>"
    "<ul><li>ett</li></ul><ol><li>två</li></ol><table><tr><td>ruta</td></tr></table><blockquote>å</blockquote>"
    f"<pre>x = 1</pre><img src='cache:{KEY}'><img src='cache:{'b' * 64}'>"
)


def hostile_texts(folder: Path) -> list[str]:
    """Every way that HTML, CSS or Markdown name something elsewhere; each with the canary in its path."""
    file, share = f"{folder}/{CANARY}.png", f"//{CANARY}.example/share/x.png"
    places = [
        file, f"file://{file}", f"file://localhost{file}", f"FILE://{file}", share, f"file:{share}", f"file:///{share}",
        f"\\\\{CANARY}.example\\share\\x.png", f"http://{CANARY}.example/x.png", f"https://{CANARY}.example/x.png",
        f"ftp://{CANARY}.example/x", f"qrc:/{CANARY}", f":/{CANARY}", f"../{CANARY}.png", f"{CANARY}.png",
        f"./{CANARY}.svg", f"smb:{share}", f"cache:../{CANARY}", f"cache:{file}", f"cache://{CANARY}/x",
        f"CACHE:{CANARY}", f"data:,{CANARY}", f"cache:{KEY}/../../{CANARY}", f"image://{CANARY}/x", f"res://{CANARY}",
        f"jar:file:{file}!/x", "x" * 5000 + CANARY,
        f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='file://{file}'/></svg>",
    ]  # fmt: skip
    forms: list[Callable[[str], str]] = [
        lambda at: f'<img src="{at}">',
        lambda at: f'<p><img srcset="{at} 2x" src="{at}" width="9" height="9"></p>',
        lambda at: f'<body background="{at}">x</body>',
        lambda at: f'<table background="{at}"><tr background="{at}"><td background="{at}">x</td></tr></table>',
        lambda at: f'<p style="background-image:url({at})">x</p><div style="background:url(\'{at}\')">x</div>',
        lambda at: f'<ul style="list-style-image:url({at})"><li>x</li></ul>',
        lambda at: f'<style>@import url("{at}"); @import "{at}"; p {{ background-image: url({at}) }}</style><p>x</p>',
        lambda at: f"<style>@font-face {{ font-family: f; src: url({at}) }} p {{ font-family: f }}</style><p>x</p>",
        lambda at: f'<link rel="stylesheet" href="{at}"><link rel="icon" href="{at}"><p>x</p>',
        lambda at: f'<base href="{at}/"><img src="{CANARY}.png"><a href="{CANARY}">x</a>',
        lambda at: f'<object data="{at}" type="image/png"></object><embed src="{at}"><iframe src="{at}"></iframe>',
        lambda at: f'<svg><use href="{at}#a"/><image xlink:href="{at}"/></svg>',
        lambda at: f'<video poster="{at}" src="{at}"></video><audio src="{at}"></audio><input type="image" src="{at}">',
        lambda at: f'<picture><source srcset="{at}"><img src="{at}"></picture><script src="{at}"></script>',
        lambda at: f'<meta http-equiv="refresh" content="0;url={at}"><hr style="background:url({at})"><p>x</p>',
        lambda at: f'<?xml-stylesheet href="{at}"?><!DOCTYPE html SYSTEM "{at}"><!ENTITY a SYSTEM "{at}"><p>&a;</p>',
        lambda at: f'<p style="font-family:\'{at}\'">x</p><a href="{at}" style="content:url({at})">{at}</a>',
        lambda at: f"![bild]({at}) [länk]({at}) <{at}>\n\n[1]: {at}\n",
    ]
    return [form(at) for at in places for form in forms]


def draw(widget: QWidget) -> None:
    """As it would be seen: laid out, every resource asked for, painted."""
    widget.resize(600, 400)
    widget.ensurePolished()
    picture = QImage(600, 400, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    widget.render(painter, QPoint())
    painter.end()


def article_shower() -> Callable[[str], None]:
    connection = open_in_memory()
    fact = PictureData(KEY, "image/png", 1, 1, PIXEL)
    CacheWriter(connection).store_page("pictures", Page(facts=(fact,)), NOW)
    widget = ArticleText(connection, "Artikel")

    def show(html: str) -> None:
        widget.show_html(html)
        draw(widget)
        widget.selectAll()
        widget.copy()  # what is copied is made of the text, with what it names

    return show


def text_shower() -> Callable[[str], None]:
    label, paragraph, owner = Label("x"), Paragraph("x"), QWidget()

    def show(text: str) -> None:
        label.setText(text)
        paragraph.set_words(text)
        draw(label)
        draw(paragraph)
        owner.setToolTip(plain_tip(text))
        QToolTip.showText(QPoint(5, 5), plain_tip(text), owner)
        QApplication.processEvents()

    return show


def plain_qt_shower() -> Callable[[str], None]:
    widget = QTextBrowser()

    def show(html: str) -> None:
        widget.setHtml(html)
        draw(widget)

    return show


def main() -> None:
    app = make_qt_application(["reading"])
    folder, how = Path(sys.argv[1]), sys.argv[2]
    show = {"article": article_shower, "text": text_shower, "plain-qt": plain_qt_shower}[how]()
    texts = hostile_texts(folder)
    for calm in (CALM, "x" * 6000, "&amp; <b>x", f"<p>{texts[0]}</p>".replace(CANARY, "calm")):
        show(calm)
    Path(BEGIN).exists()
    for text in texts:
        show(text)
    Path(END).exists()
    app.quit()


if __name__ == "__main__":
    main()
