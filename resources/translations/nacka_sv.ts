<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>Encrypted, for you alone. The key is in the computer's keyring.</source>
            <translation>Krypterat, bara för dig. Nyckeln ligger i datorns nyckelring.</translation>
        </message>
        <message>
            <source>This app</source>
            <translation>Appen</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>Set up for</source>
            <translation>Inställd för</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licens</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Dina uppgifter</translation>
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation>Det som sparas på datorn</translation>
        </message>
        <message>
            <source>What leaves it</source>
            <translation>Det som lämnar den</translation>
        </message>
        <message>
            <source>Only what you do yourself: a ticked task, an answer. No statistics.</source>
            <translation>Bara det du själv gör: en avbockad uppgift, ett svar. Ingen statistik.</translation>
        </message>
    </context>
    <context>
        <name>AccountPage</name>
        <message>
            <source>Sign in</source>
            <translation>Logga in</translation>
        </message>
        <message>
            <source>You see what is open to all: public services and public news.</source>
            <translation>Du ser det som är öppet för alla: tjänster och nyheter.</translation>
        </message>
        <message>
            <source>You are not signed in</source>
            <translation>Du är inte inloggad</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Logga ut</translation>
        </message>
        <message>
            <source>Everything that is kept here is removed, also what waits to be sent. In Microsoft 365 nothing changes.</source>
            <translation>Allt som finns här tas bort, också det som väntar på att skickas. I Microsoft 365 ändras inget.</translation>
        </message>
        <message>
            <source>Sign out on this computer</source>
            <translation>Logga ut på den här datorn</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
    </context>
    <context>
        <name>AcknowledgeCard</name>
        <message>
            <source>Read and acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to acknowledge. You are up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To acknowledge ({count})</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Follow the computer</source>
            <translation>Följ datorn</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Ljust</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mörkt</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hög kontrast</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>Density of lists</source>
            <translation>Täthet i listor</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Tät</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Airy</source>
            <translation>Luftig</translation>
        </message>
        <message>
            <source>Less motion</source>
            <translation>Mindre rörelse</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textstorlek</translation>
        </message>
        <message>
            <source>Reset the appearance</source>
            <translation>Återställ utseendet</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Text and motion</source>
            <translation>Text och rörelse</translation>
        </message>
        <message>
            <source>Changes all text in the app. The computer's own size is counted in.</source>
            <translation>Ändrar all text i appen. Datorns egen storlek räknas med.</translation>
        </message>
        <message>
            <source>How much air there is between the rows</source>
            <translation>Hur mycket luft det är mellan raderna</translation>
        </message>
        <message>
            <source>Turns off everything that glides and fades.</source>
            <translation>Stänger av allt som glider och tonar.</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Appens språk</translation>
        </message>
    </context>
    <context>
        <name>Application</name>
        <message>
            <source>Settings</source>
            <translation type="vanished">Inställningar</translation>
        </message>
        <message>
            <source>Sign out and remove what is kept here</source>
            <translation type="vanished">Logga ut och ta bort det som finns här</translation>
        </message>
    </context>
    <context>
        <name>ArticleModel</name>
        <message>
            <source>Intranet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge by {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unread</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ArticleReader</name>
        <message>
            <source>No article chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an article in the list to read it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why do I see this?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in the browser (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article's text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have read this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article has been withdrawn since {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intranet</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation type="unfinished">
                <numerusform>%n minut</numerusform>
                <numerusform>%n minuter</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge by {day}. It works without a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leads to {host}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a safe address: it is not opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link is copied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CalendarCard</name>
        <message>
            <source>Calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is booked today or tomorrow.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Menu of the card {title}</source>
            <translation>Meny för kortet {title}</translation>
        </message>
        <message>
            <source>fetching …</source>
            <translation>hämtar …</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>okänt</translation>
        </message>
        <message>
            <source>{title}, updated {age}</source>
            <translation>{title}, uppdaterat {age}</translation>
        </message>
    </context>
    <context>
        <name>CardChooser</name>
        <message>
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a card in focus: Ctrl+Shift+arrows move it, Ctrl+Shift+Plus and Minus resize it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrange the cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {card} earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {card} later</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardMenu</name>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shorter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two columns wide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One column wide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the card</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChannelTile</name>
        <message>
            <source>Exists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChoiceModel</name>
        <message>
            <source>muted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DisruptionNotes</name>
        <message>
            <source>today {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More about this</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventModel</name>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>over</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HitCounts</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n till</numerusform>
                <numerusform>%n till</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JourneyPage</name>
        <message numerus="yes">
            <source>%n step(s); a dashed ring is optional</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>JourneyView</name>
        <message>
            <source>Journey: {title}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyboardPage</name>
        <message>
            <source>Single letters</source>
            <translation>Enstaka bokstäver</translation>
        </message>
        <message>
            <source>E, S, M and K act on the chosen row. Turn it off if you dictate or use switches.</source>
            <translation>E, S, M och K gör något med den valda raden. Stäng av om du dikterar eller styr med kontakter.</translation>
        </message>
        <message>
            <source>Reset the keyboard</source>
            <translation>Återställ tangentbordet</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Bokstäver</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>The computer has no program that opens the link.</source>
            <translation type="vanished">Datorn har inget program som öppnar länken.</translation>
        </message>
        <message>
            <source>There is no link to open.</source>
            <translation type="vanished">Det finns ingen länk att öppna.</translation>
        </message>
        <message>
            <source>The link is not a safe web address and was not opened.</source>
            <translation type="vanished">Länken är ingen säker webbadress och öppnades inte.</translation>
        </message>
    </context>
    <context>
        <name>NewsCard</name>
        <message>
            <source>News for you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All news</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No news for you in the last months.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NewsScreen</name>
        <message>
            <source>News</source>
            <translation type="unfinished">Nyheter</translation>
        </message>
        <message>
            <source>Fetch news (F5)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <comment>news</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <comment>news</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which news</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen by your unit and your groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all by date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No news for you. All news are one choice away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no news.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have saved no article. Ctrl+D saves the one you read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to acknowledge. You are up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article is no longer saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have acknowledged the article.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge the article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all news by date</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NotificationModel</name>
        <message>
            <source>Tasks and calendar</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done (E)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later (S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NotificationsCard</name>
        <message>
            <source>New in my workspaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing new. You are up to date.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <comment>notifications</comment>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Search everything</source>
            <translation>Sök i allt</translation>
        </message>
        <message>
            <source>Search tasks, news, services, colleagues …</source>
            <translation>Sök uppgifter, nyheter, tjänster, kollegor …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Stäng</translation>
        </message>
        <message>
            <source>Narrow to</source>
            <translation>Begränsa till</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>Träffar</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Välj</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Visa</translation>
        </message>
        <message>
            <source>Narrow</source>
            <translation>Begränsa</translation>
        </message>
        <message>
            <source>{key} opens on the web</source>
            <translation>{key} öppnar på webben</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n träff</numerusform>
                <numerusform>%n träffar</numerusform>
            </translation>
        </message>
        <message>
            <source>at least {count} hits</source>
            <translation>minst {count} träffar</translation>
        </message>
        <message>
            <source>Nothing on the computer answers ”{words}”. Try fewer or other words.</source>
            <translation>Inget på datorn passar ”{words}”. Prova färre eller andra ord.</translation>
        </message>
    </context>
    <context>
        <name>PersonButton</name>
        <message>
            <source>Account of {name}</source>
            <translation>Konto för {name}</translation>
        </message>
    </context>
    <context>
        <name>Place</name>
        <message>
            <source>Today</source>
            <translation>Idag</translation>
        </message>
        <message>
            <source>News</source>
            <translation>Nyheter</translation>
        </message>
        <message>
            <source>Workspaces</source>
            <translation>Ytor</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>Tjänster</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>Kollegor</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
    </context>
    <context>
        <name>QrCode</name>
        <message>
            <source>QR code for {address}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QuickTasksCard</name>
        <message>
            <source>Do</source>
            <comment>quick tasks</comment>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Places</source>
            <translation>Platser</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Fästa</translation>
        </message>
    </context>
    <context>
        <name>RailItem</name>
        <message numerus="yes">
            <source>{name}, %n unread</source>
            <translation>
                <numerusform>{name}, %n oläst</numerusform>
                <numerusform>{name}, %n olästa</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchButton</name>
        <message>
            <source>Search</source>
            <translation>Sök</translation>
        </message>
        <message>
            <source>Search everything, Ctrl+K</source>
            <translation>Sök i allt, Ctrl+K</translation>
        </message>
    </context>
    <context>
        <name>ServiceModel</name>
        <message>
            <source>E-service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>journey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pinned</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServicePage</name>
        <message>
            <source>Show it to whoever you help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open on {host}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No page is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the link by mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpin (Ctrl+D)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pin (Ctrl+D)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link has not answered since {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared with the site {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fees and opening hours may have changed: check them on the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Journey: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {number} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link is copied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServicesCard</name>
        <message>
            <source>My services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pin a service with Ctrl+D, and it stands here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServicesScreen</name>
        <message>
            <source>Themes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Services</source>
            <translation type="unfinished">Tjänster</translation>
        </message>
        <message>
            <source>Filter services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter, for example bygglov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No service chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one in the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the themes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Journeys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A–Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pinned</source>
            <translation type="unfinished">Fästa</translation>
        </message>
        <message>
            <source>Company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} is no longer pinned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} is pinned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pin or unpin the service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the service in the browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the service's link</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>Appearance and legibility</source>
            <translation>Utseende och läsbarhet</translation>
        </message>
        <message>
            <source>Account and signing in</source>
            <translation>Konto och inloggning</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Tangentbord</translation>
        </message>
        <message>
            <source>About the app</source>
            <translation>Om appen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Changes take effect at once. There is no button for saving.</source>
            <translation>Ändringar gäller direkt. Det finns ingen knapp för att spara.</translation>
        </message>
    </context>
    <context>
        <name>Skeleton</name>
        <message>
            <source>Fetching</source>
            <translation>Hämtar</translation>
        </message>
    </context>
    <context>
        <name>StatusCounts</name>
        <message numerus="yes">
            <source>%n thing(s) need you</source>
            <translation>
                <numerusform>%n sak behöver dig</numerusform>
                <numerusform>%n saker behöver dig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n väntar</numerusform>
                <numerusform>%n väntar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) being sent</source>
            <translation>
                <numerusform>%n sak skickas</numerusform>
                <numerusform>%n saker skickas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Status</source>
            <translation>Läge</translation>
        </message>
    </context>
    <context>
        <name>StepRow</name>
        <message>
            <source>You are here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs step {numbers}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TaskModel</name>
        <message>
            <source>Inbox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needs you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>being sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <comment>heading of tasks</comment>
            <translation type="unfinished">Idag</translation>
        </message>
        <message>
            <source>Later this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <comment>heading of tasks</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No date</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TasksCard</name>
        <message>
            <source>My tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No task waits for you.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>All %n task(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>being sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task is done.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TimeCounts</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minut</numerusform>
                <numerusform>%n minuter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n sekund</numerusform>
                <numerusform>%n sekunder</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Toasts</name>
        <message>
            <source>Undo</source>
            <translation>Ångra</translation>
        </message>
    </context>
    <context>
        <name>TodayCard</name>
        <message>
            <source>There is nothing here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TodayScreen</name>
        <message>
            <source>Arrange the cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished">Idag</translation>
        </message>
        <message>
            <source>The card {name} is hidden.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset the cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cards are as at first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ToolsCard</name>
        <message>
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IT has not listed any tools.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Workplace</name>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Sign out and remove what is kept here</source>
            <translation>Logga ut och ta bort det som finns här</translation>
        </message>
    </context>
    <context>
        <name>_Handle</name>
        <message>
            <source>Width of the panes</source>
            <translation>Kolumnernas bredd</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>Search everything</source>
            <translation>Sök i allt</translation>
        </message>
        <message>
            <source>Fetch what is new here</source>
            <translation>Hämta nytt här</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ångra</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bakåt</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Framåt</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Nästa del av fönstret</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Förra delen av fönstret</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tangenter</translation>
        </message>
        <message>
            <source>Go to {place}</source>
            <translation>Gå till {place}</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Större text</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Mindre text</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Normal text</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>today</source>
            <translation>i dag</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>i går</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>i morgon</translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation>{day} {month}</translation>
        </message>
        <message>
            <source>{weekday} {day} {month}</source>
            <comment>long day</comment>
            <translation>{weekday} {day} {month}</translation>
        </message>
        <message>
            <source>in {minutes} min</source>
            <translation>om {minutes} min</translation>
        </message>
        <message>
            <source> and </source>
            <translation> och </translation>
        </message>
    </context>
    <context>
        <name>freshness</name>
        <message>
            <source>We do not know.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>We do not know yet. Nothing has been fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is how things stood {time}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>keys</name>
        <message>
            <source>Everywhere</source>
            <translation>Överallt</translation>
        </message>
        <message>
            <source>Search everything, and commands</source>
            <translation>Sök i allt, och kommandon</translation>
        </message>
        <message>
            <source>The places of the rail</source>
            <translation>Platserna till vänster</translation>
        </message>
        <message>
            <source>Next pane; with Shift the one before</source>
            <translation>Nästa del av fönstret, med Skift den förra</translation>
        </message>
        <message>
            <source>Fetch what is new here</source>
            <translation>Hämta nytt här</translation>
        </message>
        <message>
            <source>Undo the last act</source>
            <translation>Ångra det senaste</translation>
        </message>
        <message>
            <source>Back; Alt+Right forward</source>
            <translation>Bakåt, med Alt+Höger framåt</translation>
        </message>
        <message>
            <source>Larger text; Ctrl+Minus smaller, Ctrl+0 normal</source>
            <translation>Större text, Ctrl+Minus mindre, Ctrl+0 normal</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Inställningar</translation>
        </message>
        <message>
            <source>Close what floats, else clear the selection</source>
            <translation>Stäng det som ligger ovanpå, annars avmarkera</translation>
        </message>
        <message>
            <source>In a list</source>
            <translation>I en lista</translation>
        </message>
        <message>
            <source>Move; Home and End to the ends, Tab leaves the list</source>
            <translation>Flytta, med Home och End till ändarna, Tabb lämnar listan</translation>
        </message>
        <message>
            <source>Open here; Ctrl+Enter in the browser or Teams</source>
            <translation>Öppna här, med Ctrl+Enter i webbläsaren eller Teams</translation>
        </message>
        <message>
            <source>Tick the task</source>
            <translation>Bocka av uppgiften</translation>
        </message>
        <message>
            <source>Handled</source>
            <translation>Klart</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Senare</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Tysta</translation>
        </message>
        <message>
            <source>Acknowledge, in the reader</source>
            <translation>Kvittera, i läsaren</translation>
        </message>
        <message>
            <source>Pin or save</source>
            <translation>Fäst eller spara</translation>
        </message>
        <message>
            <source>Menu of the row or the card</source>
            <translation>Radens eller kortets meny</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message>
            <source>The computer has no program that opens the link.</source>
            <translation>Datorn har inget program som öppnar länken.</translation>
        </message>
        <message>
            <source>There is no link to open.</source>
            <translation>Det finns ingen länk att öppna.</translation>
        </message>
        <message>
            <source>The link is not a safe web address and was not opened.</source>
            <translation>Länken är ingen säker webbadress och öppnades inte.</translation>
        </message>
    </context>
    <context>
        <name>palette</name>
        <message>
            <source>Everything</source>
            <translation>Allt</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>Tjänster</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Uppgifter</translation>
        </message>
        <message>
            <source>News</source>
            <translation>Nyheter</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Filer</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>Kollegor</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>Gör</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Uppgift</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Händelse</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Nyhet</translation>
        </message>
        <message>
            <source>Notification</source>
            <translation>Avisering</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Yta</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meddelande</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fil</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Tjänst</translation>
        </message>
        <message>
            <source>Journey</source>
            <translation>Resa</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Kollega</translation>
        </message>
        <message>
            <source>Tool</source>
            <translation>Verktyg</translation>
        </message>
        <message>
            <source>Disruption</source>
            <translation>Driftinformation</translation>
        </message>
        <message>
            <source>Services and journeys</source>
            <translation>Tjänster och resor</translation>
        </message>
        <message>
            <source>Tasks and calendar</source>
            <translation>Uppgifter och kalender</translation>
        </message>
        <message>
            <source>News and disruptions</source>
            <translation>Nyheter och driftinformation</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Verktyg</translation>
        </message>
        <message>
            <source>Workspaces and files</source>
            <translation>Ytor och filer</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
    </context>
    <context>
        <name>problems</name>
        <message>
            <source>The directory</source>
            <translation>Katalogen</translation>
        </message>
        <message>
            <source>The intranet</source>
            <translation>Intranätet</translation>
        </message>
        <message>
            <source>The service catalogue</source>
            <translation>Tjänstekatalogen</translation>
        </message>
        <message>
            <source>The sign-in service</source>
            <translation>Inloggningstjänsten</translation>
        </message>
        <message>
            <source>The service</source>
            <translation>Tjänsten</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Logga in igen</translation>
        </message>
        <message>
            <source>Show IT how</source>
            <translation>Visa IT hur</translation>
        </message>
        <message>
            <source>{service} asks us to wait until {time}.</source>
            <translation>{service} ber oss vänta till {time}.</translation>
        </message>
        <message>
            <source>We try again then.</source>
            <translation>Vi försöker då.</translation>
        </message>
        <message>
            <source>There is no network.</source>
            <translation>Det finns inget nät.</translation>
        </message>
        <message>
            <source>What you see is from the last time, and you can go on working.</source>
            <translation>Det du ser är från förra gången, och du kan fortsätta arbeta.</translation>
        </message>
        <message>
            <source>We try again when the network is back.</source>
            <translation>Vi försöker igen när nätet är tillbaka.</translation>
        </message>
        <message>
            <source>The network wants you to sign in to it first.</source>
            <translation>Nätet vill att du loggar in på det först.</translation>
        </message>
        <message>
            <source>Nothing is fetched until then.</source>
            <translation>Inget hämtas innan dess.</translation>
        </message>
        <message>
            <source>Open a web page and sign in to the network.</source>
            <translation>Öppna en webbsida och logga in på nätet.</translation>
        </message>
        <message>
            <source>{service} did not answer in time.</source>
            <translation>{service} svarade inte i tid.</translation>
        </message>
        <message>
            <source>We try again soon.</source>
            <translation>Vi försöker snart igen.</translation>
        </message>
        <message>
            <source>{service} asks us to wait.</source>
            <translation>{service} ber oss vänta.</translation>
        </message>
        <message>
            <source>{service} is not answering right now.</source>
            <translation>{service} svarar inte just nu.</translation>
        </message>
        <message>
            <source>The computer's keyring is locked.</source>
            <translation>Datorns nyckelring är låst.</translation>
        </message>
        <message>
            <source>The key to your saved data is there.</source>
            <translation>Där finns nyckeln till det du har sparat.</translation>
        </message>
        <message>
            <source>Unlock the keyring and try again.</source>
            <translation>Lås upp nyckelringen och försök igen.</translation>
        </message>
        <message>
            <source>Another program is using the saved data.</source>
            <translation>Ett annat program använder det du har sparat.</translation>
        </message>
        <message>
            <source>Sign in again to fetch what is new.</source>
            <translation>Logga in igen för att hämta nytt.</translation>
        </message>
        <message>
            <source>Everything you have is still here.</source>
            <translation>Allt du har finns kvar.</translation>
        </message>
        <message>
            <source>The sign-in was cancelled.</source>
            <translation>Inloggningen avbröts.</translation>
        </message>
        <message>
            <source>You can start it again whenever you want.</source>
            <translation>Du kan börja om när du vill.</translation>
        </message>
        <message>
            <source>The sign-in took too long and was stopped.</source>
            <translation>Inloggningen tog för lång tid och stoppades.</translation>
        </message>
        <message>
            <source>Start it again.</source>
            <translation>Börja om.</translation>
        </message>
        <message>
            <source>Your employer wants you to confirm who you are.</source>
            <translation>Din arbetsgivare vill att du visar vem du är igen.</translation>
        </message>
        <message>
            <source>Sign in again.</source>
            <translation>Logga in igen.</translation>
        </message>
        <message>
            <source>This computer does not meet your employer's rules for access.</source>
            <translation>Datorn uppfyller inte arbetsgivarens regler för åtkomst.</translation>
        </message>
        <message>
            <source>Ask IT what is missing.</source>
            <translation>Fråga IT vad som saknas.</translation>
        </message>
        <message>
            <source>That account belongs to another organisation.</source>
            <translation>Det kontot hör till en annan organisation.</translation>
        </message>
        <message>
            <source>Sign in with your work account.</source>
            <translation>Logga in med ditt arbetskonto.</translation>
        </message>
        <message>
            <source>You signed in with another account than the one that is open here.</source>
            <translation>Du loggade in med ett annat konto än det som är öppet här.</translation>
        </message>
        <message>
            <source>Sign in with the same account, or sign out first.</source>
            <translation>Logga in med samma konto, eller logga ut först.</translation>
        </message>
        <message>
            <source>The account is blocked.</source>
            <translation>Kontot är spärrat.</translation>
        </message>
        <message>
            <source>What was kept here has been removed.</source>
            <translation>Det som fanns här är borttaget.</translation>
        </message>
        <message>
            <source>Ask IT.</source>
            <translation>Fråga IT.</translation>
        </message>
        <message>
            <source>You do not have access to {service} yet.</source>
            <translation>Du har inte åtkomst till {service} än.</translation>
        </message>
        <message>
            <source>IT has to approve the app.</source>
            <translation>IT behöver godkänna appen.</translation>
        </message>
        <message>
            <source>You do not have access to this in {service}.</source>
            <translation>Du har inte åtkomst till det här i {service}.</translation>
        </message>
        <message>
            <source>Ask whoever owns it, or IT.</source>
            <translation>Fråga den som äger det, eller IT.</translation>
        </message>
        <message>
            <source>The app is not set up right for your organisation.</source>
            <translation>Appen är inte rätt inställd för din organisation.</translation>
        </message>
        <message>
            <source>IT has to correct the configuration.</source>
            <translation>IT behöver rätta inställningarna.</translation>
        </message>
        <message>
            <source>The computer's clock is wrong.</source>
            <translation>Datorns klocka går fel.</translation>
        </message>
        <message>
            <source>Signing in needs the right time.</source>
            <translation>Inloggningen behöver rätt tid.</translation>
        </message>
        <message>
            <source>Set the clock and try again.</source>
            <translation>Ställ klockan och försök igen.</translation>
        </message>
        <message>
            <source>The connection to {service} is not secure.</source>
            <translation>Anslutningen till {service} är inte säker.</translation>
        </message>
        <message>
            <source>Somebody may be listening, so nothing was sent.</source>
            <translation>Någon kan lyssna, så inget har skickats.</translation>
        </message>
        <message>
            <source>Ask IT if the network inspects traffic.</source>
            <translation>Fråga IT om nätet granskar trafiken.</translation>
        </message>
        <message>
            <source>The network's proxy did not let us through.</source>
            <translation>Nätets proxy släppte inte igenom oss.</translation>
        </message>
        <message>
            <source>No web browser could be opened.</source>
            <translation>Det gick inte att öppna någon webbläsare.</translation>
        </message>
        <message>
            <source>Sign in with a code on another device.</source>
            <translation>Logga in med en kod på en annan enhet.</translation>
        </message>
        <message>
            <source>This computer has no keyring.</source>
            <translation>Datorn har ingen nyckelring.</translation>
        </message>
        <message>
            <source>So nothing is saved: when you close the app, it forgets.</source>
            <translation>Därför sparas inget: när du stänger appen glömmer den.</translation>
        </message>
        <message>
            <source>Ask IT for a keyring.</source>
            <translation>Be IT om en nyckelring.</translation>
        </message>
        <message>
            <source>The key to your saved data is gone.</source>
            <translation>Nyckeln till det du har sparat är borta.</translation>
        </message>
        <message>
            <source>Nobody can read that data any more, not you either.</source>
            <translation>Ingen kan läsa det längre, inte du heller.</translation>
        </message>
        <message>
            <source>Sign in again and everything is fetched anew.</source>
            <translation>Logga in igen, så hämtas allt på nytt.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Datorn är full.</translation>
        </message>
        <message>
            <source>What is new is not saved until there is room.</source>
            <translation>Det nya sparas inte förrän det finns plats.</translation>
        </message>
        <message>
            <source>Make room on the computer.</source>
            <translation>Gör plats på datorn.</translation>
        </message>
        <message>
            <source>The saved data is damaged.</source>
            <translation>Det som är sparat är skadat.</translation>
        </message>
        <message>
            <source>What you have written is kept apart and safe.</source>
            <translation>Det du själv har skrivit ligger för sig och är kvar.</translation>
        </message>
        <message>
            <source>Sign in again and the rest is fetched anew.</source>
            <translation>Logga in igen, så hämtas resten på nytt.</translation>
        </message>
        <message>
            <source>The saved data was written by a newer version of the app.</source>
            <translation>Det som är sparat kommer från en nyare version av appen.</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>Inget är ändrat.</translation>
        </message>
        <message>
            <source>Ask IT for the newest version.</source>
            <translation>Be IT om den senaste versionen.</translation>
        </message>
        <message>
            <source>{service} sent an answer that we could not read.</source>
            <translation>{service} skickade ett svar som vi inte kunde läsa.</translation>
        </message>
        <message>
            <source>What you had is still here.</source>
            <translation>Det du hade finns kvar.</translation>
        </message>
        <message>
            <source>We try again later.</source>
            <translation>Vi försöker senare.</translation>
        </message>
        <message>
            <source>One thing from {service} could not be read.</source>
            <translation>En sak från {service} gick inte att läsa.</translation>
        </message>
        <message>
            <source>Everything else is here.</source>
            <translation>Allt annat är här.</translation>
        </message>
        <message>
            <source>This no longer exists in {service}.</source>
            <translation>Det här finns inte längre i {service}.</translation>
        </message>
        <message>
            <source>{service} did not accept what we asked.</source>
            <translation>{service} tog inte emot det vi bad om.</translation>
        </message>
        <message>
            <source>The fault is ours and has been noted.</source>
            <translation>Felet är vårt och är antecknat.</translation>
        </message>
        <message>
            <source>{service} pointed to an address that we do not trust.</source>
            <translation>{service} pekade på en adress som vi inte litar på.</translation>
        </message>
        <message>
            <source>Nothing was sent there.</source>
            <translation>Inget har skickats dit.</translation>
        </message>
        <message>
            <source>IT can see which in the log.</source>
            <translation>IT ser i loggen vilken.</translation>
        </message>
        <message>
            <source>{service} said that everything is gone.</source>
            <translation>{service} sa att allt är borta.</translation>
        </message>
        <message>
            <source>We do not believe that yet, so what you had is still here.</source>
            <translation>Det tror vi inte på än, så det du hade finns kvar.</translation>
        </message>
        <message>
            <source>We ask again soon.</source>
            <translation>Vi frågar snart igen.</translation>
        </message>
        <message>
            <source>Something went wrong in the app.</source>
            <translation>Något gick fel i appen.</translation>
        </message>
        <message>
            <source>What you have is still here.</source>
            <translation>Det du har finns kvar.</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message>
            <source>Worked out on this computer. Nothing leaves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You see this since it &lt;b&gt;has to be acknowledged&lt;/b&gt;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You see this since &lt;b&gt;{unit}&lt;/b&gt; wrote it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You see this since it is meant for &lt;b&gt;{name}&lt;/b&gt;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You see this since it is meant for &lt;b&gt;everybody&lt;/b&gt;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is meant for &lt;b&gt;{names}&lt;/b&gt;; you find it in the list of all.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>screen</name>
        <message numerus="yes">
            <source>%n new task(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) to acknowledge</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) for you</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) in your workspaces</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Since {when}:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>status</name>
        <message>
            <source>Fetching for the first time: {done} of {total}</source>
            <translation>Hämtar för första gången: {done} av {total}</translation>
        </message>
        <message>
            <source>Fetching what is new</source>
            <translation>Hämtar nytt</translation>
        </message>
        <message>
            <source>No network, nothing fetched yet</source>
            <translation>Inget nät, inget är hämtat än</translation>
        </message>
        <message>
            <source>No network, as of {time}</source>
            <translation>Inget nät, läget är från {time}</translation>
        </message>
        <message>
            <source>Nothing fetched yet</source>
            <translation>Inget är hämtat än</translation>
        </message>
        <message>
            <source>Updated {time}</source>
            <translation>Uppdaterad {time}</translation>
        </message>
    </context>
</TS>
