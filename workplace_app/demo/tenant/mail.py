"""Mailboxes: an inbox with unread and flagged messages for each member of staff."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import quote

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.calendar_events import mail_address
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest, outlook_id, weak_etag
from workplace_app.demo.tenant.featured import FLAGGED_MAIL
from workplace_app.demo.tenant.moments import outlook_moment, whole_second
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_mail import SENTENCES, SUBJECTS_BY_ROLE, SUBJECTS_FOR_ALL
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import OUTLOOK, World

MESSAGES_PER_SCALE = 120
FLAGGED_EVERY = 6
"""Every sixth message is flagged: twenty for each step of scale."""
UNREAD_AMONG = 25
NOT_FLAGGED: Json = {"flagStatus": "notFlagged"}


class Mailboxes:
    """One mailbox for each member of staff, of which only the inbox holds messages."""

    def __init__(self, world: World, directory: Directory) -> None:
        self._world = world
        self._directory = directory
        self._circles = {staff.role: tuple(directory.circle(staff)) for staff in STAFF}
        self._messages = {staff.role: self._shelf(staff) for staff in STAFF}

    def messages_of(self, staff: Staff) -> Shelf:
        """What is in the inbox, newest first as generated; what came later stands last."""
        return self._messages[staff.role]

    def flagged_ids(self, staff: Staff) -> Sequence[str]:
        """The messages that were flagged when the tenant was generated."""
        count = MESSAGES_PER_SCALE * self._world.scale
        return [self._message_id(staff, number) for number in range(0, count, FLAGGED_EVERY)]

    def inbox_id(self, staff: Staff) -> str:
        """The id of the inbox, which is also called "inbox"."""
        return outlook_id(self._world.seed, "inbox", staff.role)

    def inbox_document(self, staff: Staff) -> Json:
        """The mailFolder of the inbox with its counts as they are now."""
        messages = self._messages[staff.role].all()
        return {
            "id": self.inbox_id(staff),
            "displayName": "Inkorgen",
            "parentFolderId": outlook_id(self._world.seed, "root folder", staff.role),
            "childFolderCount": 0,
            "unreadItemCount": sum(not message["isRead"] for message in messages),
            "totalItemCount": len(messages),
            "isHidden": False,
        }

    def change(self, staff: Staff, message_id: str, changes: Json, now: datetime) -> Json | None:
        """Lay changes over a message (a flag, read or unread)."""
        shelf = self._messages[staff.role]
        message = shelf.get(message_id)
        if message is None:
            return None
        message |= changes | {"lastModifiedDateTime": whole_second(now)}
        message["@odata.etag"] = weak_etag(message_id, self._world.log.revision + 1)
        shelf.put(message_id, message)
        return message

    def deliver(self, staff: Staff, sender: Colleague, subject: str, text: str, now: datetime) -> Json:
        """A message arrives."""
        message_id = outlook_id(self._world.seed, "delivered", staff.role, self._world.log.revision + 1)
        document = self._document(staff, message_id, sender, subject, text, now)
        self._messages[staff.role].put(message_id, document)
        return document

    def _message_id(self, staff: Staff, number: int) -> str:
        return outlook_id(self._world.seed, "message", staff.role, number)

    def _shelf(self, staff: Staff) -> Shelf:
        def ids() -> list[str]:
            return [self._message_id(staff, number) for number in range(MESSAGES_PER_SCALE * self._world.scale)]

        return Shelf(f"mail/{staff.role}", self._world.log, ids, lambda number: self._message(staff, number))

    def _message(self, staff: Staff, number: int) -> Json:
        moments = self._world.moments
        dice = self._world.dice("mail", staff.role, number)
        circle = self._circles[staff.role]
        message_id = self._message_id(staff, number)
        if number == 0:
            task = FLAGGED_MAIL[staff.role][0]
            wording = Wording(dice, moments.today, circle)
            document = self._document(
                staff, message_id, circle[0], task.title, wording.fill(SENTENCES[4]), moments.ago(task.minutes)
            )
            document["flag"] = _flag(moments.at(task.due or 0, task.hour or 0))
            return document
        received = moments.past(
            number * 60 // (MESSAGES_PER_SCALE * self._world.scale), dice.between(7, 17), dice.below(60)
        )
        wording = Wording(dice, received.date(), circle)
        subjects = SUBJECTS_BY_ROLE[staff.role] if dice.chance(55) else SUBJECTS_FOR_ALL
        subject = ("", "", "SV: ", "VB: ")[dice.below(4)] + wording.fill(dice.pick(subjects))
        text = " ".join(wording.fill(sentence) for sentence in dice.some(SENTENCES, dice.between(2, 4)))
        document = self._document(staff, message_id, dice.pick(circle), subject, text, received)
        document["isRead"] = not (number < UNREAD_AMONG and dice.chance(55))
        document["importance"] = "high" if dice.chance(6) else "normal"
        if number % FLAGGED_EVERY == 0:
            due = moments.at(dice.between(-2, 30), 0) if dice.chance(50) else None
            document["flag"] = (
                {"flagStatus": "complete", "completedDateTime": outlook_moment(received)}
                if dice.chance(10)
                else _flag(due)
            )
        return document

    def _document(
        self, staff: Staff, message_id: str, sender: Colleague, subject: str, text: str, received: datetime
    ) -> Json:
        owner = self._directory.staff(staff)
        return {
            "@odata.etag": weak_etag(message_id, 0),
            "id": message_id,
            "createdDateTime": whole_second(received),
            "lastModifiedDateTime": whole_second(received + timedelta(seconds=2)),
            "changeKey": weak_etag(message_id, "key")[3:27],
            "categories": [],
            "receivedDateTime": whole_second(received),
            "sentDateTime": whole_second(received - timedelta(seconds=3)),
            "hasAttachments": False,
            "internetMessageId": f"<{digest(12, message_id).hex()}@nacka.example>",
            "subject": subject,
            "bodyPreview": text[:255],
            "importance": "normal",
            "parentFolderId": self.inbox_id(staff),
            "conversationId": outlook_id("conversation", message_id),
            "isDeliveryReceiptRequested": None,
            "isReadReceiptRequested": False,
            "isRead": False,
            "isDraft": False,
            "webLink": f"{OUTLOOK}/owa/?ItemID={quote(message_id)}&exvsurl=1&viewmodel=ReadMessageItem",
            "inferenceClassification": "focused",
            "body": {"contentType": "html", "content": f"<html><body><p>{text}</p></body></html>"},
            "sender": mail_address(sender),
            "from": mail_address(sender),
            "toRecipients": [mail_address(owner)],
            "ccRecipients": [],
            "bccRecipients": [],
            "replyTo": [],
            "flag": dict(NOT_FLAGGED),
        }


def _flag(due: datetime | None) -> Json:
    if due is None:
        return {"flagStatus": "flagged"}
    return {"flagStatus": "flagged", "startDateTime": outlook_moment(due), "dueDateTime": outlook_moment(due)}
