"""What the user's own words are kept for while they are written (``store/drafts.py``)."""

KEPT_AFTER_MS = 400
"""So long after the last key what is being written is put on the disk: each time is a write that is waited for."""
NEW_TASK_DRAFT = "new_task"
"""The title of a task that has not been made."""


def reply_draft(conversation: str) -> str:
    """A reply in a thread or a chat."""
    return f"reply:{conversation}"


def comment_draft(task_id: str) -> str:
    """A comment on a task."""
    return f"comment:{task_id}"


def answer_draft(event_id: str) -> str:
    """Words that go with the answer to an invitation."""
    return f"answer:{event_id}"
