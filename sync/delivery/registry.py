"""Which delivery belongs to which kind of wish."""

from collections.abc import Mapping

from sync.delivery.acknowledgement import deliver_acknowledgement
from sync.delivery.invitation_answer import deliver_invitation_answer
from sync.delivery.outcome import Delivery
from sync.delivery.remarks import deliver_remark
from sync.delivery.reply import deliver_reply
from sync.delivery.task_comment import deliver_comment
from sync.delivery.task_completion import deliver_task_completion
from sync.delivery.task_creation import deliver_new_task
from sync.delivery.task_due import deliver_due_change
from sync.delivery.time_given_back import deliver_time_given_back
from sync.delivery.time_reservation import deliver_time_reservation
from workplace_app.domain.intent import IntentKind

DELIVERIES: Mapping[IntentKind, Delivery] = {
    IntentKind.COMPLETE_TASK: deliver_task_completion,
    IntentKind.REOPEN_TASK: deliver_task_completion,
    IntentKind.CHANGE_DUE: deliver_due_change,
    IntentKind.COMMENT_TASK: deliver_comment,
    IntentKind.CREATE_TASK: deliver_new_task,
    IntentKind.RESERVE_TIME: deliver_time_reservation,
    IntentKind.GIVE_TIME_BACK: deliver_time_given_back,
    IntentKind.ANSWER_INVITATION: deliver_invitation_answer,
    IntentKind.REPLY: deliver_reply,
    IntentKind.ACKNOWLEDGE_ARTICLE: deliver_acknowledgement,
    IntentKind.ASK_QUESTION: deliver_remark,
    IntentKind.SEND_IDEA: deliver_remark,
    IntentKind.CORRECT_ERROR: deliver_remark,
}
