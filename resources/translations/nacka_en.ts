<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AllTasks</name>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>%n of them overdue</numerusform>
            <numerusform>%n of them overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleReader</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarSaving</name>
    <message numerus="yes">
        <source>%n reminder(s) saved in {file}.</source>
        <translation>
            <numerusform>%n reminder saved in {file}.</numerusform>
            <numerusform>%n reminders saved in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckupPanel</name>
    <message numerus="yes">
        <source>%n thing(s) are as they should be.</source>
        <translation>
            <numerusform>%n thing is as it should be.</numerusform>
            <numerusform>%n things are as they should be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisruptionNotes</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>disruptions</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgottenCounts</name>
    <message numerus="yes">
        <source>When it was locked %n thing(s) had not been sent.</source>
        <translation>
            <numerusform>When it was locked %n thing had not been sent.</numerusform>
            <numerusform>When it was locked %n things had not been sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCounts</name>
    <message numerus="yes">
        <source>Can be taken back for %n s</source>
        <translation>
            <numerusform>Can be taken back for %n s</numerusform>
            <numerusform>Can be taken back for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitCounts</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JourneyPage</name>
    <message numerus="yes">
        <source>%n step(s); a dashed ring is optional</source>
        <translation>
            <numerusform>%n step; a dashed ring is optional</numerusform>
            <numerusform>%n steps; a dashed ring is optional</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossCounts</name>
    <message numerus="yes">
        <source>%n thing(s) in the outbox that have not been sent</source>
        <translation>
            <numerusform>%n thing in the outbox that has not been sent</numerusform>
            <numerusform>%n things in the outbox that have not been sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that you have begun</source>
        <translation>
            <numerusform>%n text that you have begun</numerusform>
            <numerusform>%n texts that you have begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MutedPage</name>
    <message numerus="yes">
        <source>%n notification(s) are kept and not shown until you hear of them again.</source>
        <translation>
            <numerusform>%n notification is kept and not shown until you hear of it again.</numerusform>
            <numerusform>%n notifications are kept and not shown until you hear of them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationPane</name>
    <message numerus="yes">
        <source>%n notification(s) are done.</source>
        <translation>
            <numerusform>%n notification is done.</numerusform>
            <numerusform>%n notifications are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationsCard</name>
    <message numerus="yes">
        <source>All %n</source>
        <comment>notifications</comment>
        <translation>
            <numerusform>Show it</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenToAll</name>
    <message numerus="yes">
        <source>Search %n service(s), for example bygglov or förskola</source>
        <translation>
            <numerusform>Search %n service, for example bygglov or förskola</numerusform>
            <numerusform>Search %n services, for example bygglov or förskola</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>{name}, %n unread</source>
        <translation>
            <numerusform>{name}, %n unread</numerusform>
            <numerusform>{name}, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderNotice</name>
    <message numerus="yes">
        <source>%n reminder(s) have rung</source>
        <translation>
            <numerusform>%n reminder has rung</numerusform>
            <numerusform>%n reminders have rung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersScreen</name>
    <message numerus="yes">
        <source>%n has rung</source>
        <translation>
            <numerusform>%n has rung</numerusform>
            <numerusform>%n have rung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message numerus="yes">
        <source>%n reminder(s) have rung</source>
        <translation>
            <numerusform>%n reminder has rung</numerusform>
            <numerusform>%n reminders have rung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovedStage</name>
    <message numerus="yes">
        <source>%n thing(s) had not been sent and went with it.</source>
        <translation>
            <numerusform>%n thing had not been sent and went with it.</numerusform>
            <numerusform>%n things had not been sent and went with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>For %n day(s) after your sign-in was last confirmed, also without a network. Then it is locked until you sign in.</source>
        <translation>
            <numerusform>For %n day after your sign-in was last confirmed, also without a network. Then it is locked until you sign in.</numerusform>
            <numerusform>For %n days after your sign-in was last confirmed, also without a network. Then it is locked until you sign in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after your sign-in was last confirmed. What waits to be sent goes too.</source>
        <translation>
            <numerusform>%n day after your sign-in was last confirmed. What waits to be sent goes too.</numerusform>
            <numerusform>%n days after your sign-in was last confirmed. What waits to be sent goes too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) without use.</source>
        <translation>
            <numerusform>After %n minute without use.</numerusform>
            <numerusform>After %n minutes without use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from publishing. What you have saved stays.</source>
        <translation>
            <numerusform>%n day from publishing. What you have saved stays.</numerusform>
            <numerusform>%n days from publishing. What you have saved stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from when it was written.</source>
        <translation>
            <numerusform>%n day from when it was written.</numerusform>
            <numerusform>%n days from when it was written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s): what was sent, reminders and notifications that are done.</source>
        <translation>
            <numerusform>%n day: what was sent, reminders and notifications that are done.</numerusform>
            <numerusform>%n days: what was sent, reminders and notifications that are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of IT&apos;s settings is wrong and does not hold. Everything else holds.</source>
        <translation>
            <numerusform>%n of IT&apos;s settings is wrong and does not hold. Everything else holds.</numerusform>
            <numerusform>%n of IT&apos;s settings are wrong and do not hold. Everything else holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentNews</name>
    <message numerus="yes">
        <source>%n thing(s) sent {time}</source>
        <translation>
            <numerusform>%n thing sent {time}</numerusform>
            <numerusform>%n things sent {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message numerus="yes">
        <source>%n service(s) on this computer</source>
        <translation>
            <numerusform>%n service on this computer</numerusform>
            <numerusform>%n services on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinceWords</name>
    <message numerus="yes">
        <source>%n unread mail(s)</source>
        <translation>
            <numerusform>%n unread mail</numerusform>
            <numerusform>%n unread mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new task(s)</source>
        <translation>
            <numerusform>%n new task</numerusform>
            <numerusform>%n new tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) to acknowledge</source>
        <translation>
            <numerusform>%n article to acknowledge</numerusform>
            <numerusform>%n articles to acknowledge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) for you</source>
        <translation>
            <numerusform>%n article for you</numerusform>
            <numerusform>%n articles for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in your workspaces</source>
        <translation>
            <numerusform>%n event in your workspaces</numerusform>
            <numerusform>%n events in your workspaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n being sent</numerusform>
            <numerusform>%n being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) being sent</source>
        <translation>
            <numerusform>%n thing being sent</numerusform>
            <numerusform>%n things being sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepCounts</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message numerus="yes">
        <source>All %n task(s)</source>
        <translation>
            <numerusform>Show the task</numerusform>
            <numerusform>All %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemeTile</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeCounts</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimePopover</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCounts</name>
    <message numerus="yes">
        <source>%n thing(s) wait here to be sent, and are sent when you unlock.</source>
        <translation>
            <numerusform>%n thing waits here to be sent, and is sent when you unlock.</numerusform>
            <numerusform>%n things wait here to be sent, and are sent when you unlock.</numerusform>
        </translation>
    </message>
</context>
</TS>
