"""Regler på den här datorn: what IT has decided for this computer, in plain words; nothing can be changed here."""

from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from ui.details_for_it import DetailsForIT
from ui.screen import ScreenContext
from ui.screens.settings.rows import PageBody, group, setting_row
from ui.widgets.buttons import Button
from ui.widgets.headings import section_heading
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note
from workplace_app.domain.problem import Problem, ProblemKind


class Rule(NamedTuple):
    """One thing that holds: ``names`` are the settings that say so."""

    title: str
    words: str
    names: tuple[str, ...]


class RulesPage(PageBody):
    """What IT has decided carries the lock; what nobody has decided is told all the same, since it holds too."""

    settings_shown = ()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._groups = {
            self.tr("Without a network or a sign-in"): self._without_signing_in(),
            self.tr("Signing in and locking"): self._signing_in(),
            self.tr("How long things are kept here"): self._keeping(),
        }
        column = Column(*(self._group(title, *rules) for title, rules in self._groups.items()), gap=20)
        # A stop of the keyboard too: without one, nothing on this page could be scrolled by keys.
        copy = Button(self.tr("Copy the rules"), icon="copy")
        copy.clicked.connect(self.copy)
        column.addWidget(panel(Row(copy, None)))
        if context.municipality.governance.ignored:
            column.addWidget(self._for_it())
        column.addStretch(1)
        self.setLayout(column)

    def text(self) -> str:
        """All rules, as they are copied."""
        lines: list[str] = []
        for title, rules in self._groups.items():
            lines += ["", title] if lines else [title]
            for rule in rules:
                by = self._by(rule)
                lines.append(f"- {rule.title}: {rule.words}{f' ({by})' if by else ''}")
        return "\n".join(lines)

    def copy(self) -> None:
        """Put them on the clipboard."""
        QApplication.clipboard().setText(self.text())
        self._context.shell.say(self.tr("The rules are copied."), icon="copy")

    def _group(self, title: str, *rules: Rule) -> QWidget:
        return group(title, *(setting_row(each.title, each.words, governed=self._by(each)) for each in rules))

    def _by(self, rule: Rule) -> str:
        governance = self._context.municipality.governance
        decided = any(map(governance.decided_by_it, rule.names))
        return self.tr("Decided by the municipality's IT") if decided else ""

    def _without_signing_in(self) -> tuple[Rule, ...]:
        access = self._context.municipality.access
        opened = self.tr(
            "For %n day(s) after your sign-in was last confirmed, also without a network. Then it is locked until you "
            "sign in.",
            "",
            access.grace_days,
        )
        if not access.grace_days:
            opened = self.tr("Only while your sign-in can be confirmed. Without a network it is locked.")
        removed = self.tr(
            "%n day(s) after your sign-in was last confirmed. What waits to be sent goes too.", "", access.wipe_days
        )
        return (
            Rule(self.tr("What is kept can be opened"), opened, ("access.grace_days",)),
            Rule(self.tr("What is kept is removed from the computer"), removed, ("access.wipe_days",)),
        )

    def _signing_in(self) -> tuple[Rule, ...]:
        access = self._context.municipality.access
        how = self.tr("In your browser.")
        if access.os_broker:
            how = self.tr("With the computer's own sign-in where it has one, else in your browser.")
        another = self.tr("Can be used where there is no browser.")
        if not access.device_code:
            another = self.tr("Cannot be used.")
        code = (
            self.tr("You have to choose one.") if access.lock_code_required else self.tr("You decide if you want one.")
        )
        locks = self.tr("After %n minute(s) without use.", "", access.lock_after_minutes)
        if not access.lock_after_minutes:
            locks = self.tr("Not by itself.")
        return (
            Rule(self.tr("You sign in"), how, ("access.os_broker",)),
            Rule(self.tr("A code on another device"), another, ("access.device_code",)),
            Rule(self.tr("Lock code"), code, ("access.lock_code_required",)),
            Rule(self.tr("The app is locked"), locks, ("access.lock_after_minutes",)),
        )

    def _keeping(self) -> tuple[Rule, ...]:
        place = self._context.municipality
        news = self.tr("%n day(s) from publishing. What you have saved stays.", "", place.keeping.news_days)
        said = self.tr("%n day(s) from when it was written.", "", place.keeping.message_days)
        said_by: tuple[str, ...] = ("keeping.message_days", "teams_reading")
        if not place.teams_reading:
            said = self.tr("Not read and not kept here. You find it in Teams and Outlook.")
            said_by = ("teams_reading",)
        done = self.tr(
            "%n day(s): what was sent, reminders and notifications that are done.", "", place.keeping.own_days
        )
        return (
            Rule(self.tr("News"), news, ("keeping.news_days",)),
            Rule(self.tr("Talk in channels, chats and groups"), said, said_by),
            Rule(self.tr("What you have done"), done, ("keeping.own_days",)),
        )

    def _for_it(self) -> QWidget:
        ignored = self._context.municipality.governance.ignored
        words = self.tr("%n of IT's settings is wrong and does not hold. Everything else holds.", "", len(ignored))
        problem = Problem(ProblemKind.CONFIGURATION_WRONG, detail="\n".join(each.sentence for each in ignored))
        details = DetailsForIT(self._context, problem)
        return panel(Column(section_heading(self.tr("For IT")), 8, Note("warning", words), 8, details))
