<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Nothing once you close the app. Until then it is encrypted, with a key that is in memory only.</source>
        <translation>Inget när du har stängt appen. Till dess är det krypterat, med en nyckel som bara finns i minnet.</translation>
    </message>
    <message>
        <source>Encrypted, for you alone. The key is in the computer&apos;s keyring.</source>
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
        <translation>Din information</translation>
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
    <name>AboutTarget</name>
    <message>
        <source>Came {time}</source>
        <translation>Kom {time}</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>{done} of {all} in the checklist</source>
        <translation>{done} av {all} i checklistan</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>hela dagen</translation>
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
        <source>This computer has no keyring, so the app forgets everything when you close it. Ask IT for a keyring.</source>
        <translation>Datorn har ingen nyckelring, så appen glömmer allt när du stänger den. Be IT om en nyckelring.</translation>
    </message>
    <message>
        <source>You are signed in until you close the app</source>
        <translation>Du är inloggad tills du stänger appen</translation>
    </message>
    <message>
        <source>Sign out on this computer</source>
        <translation>Logga ut på den här datorn</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation>Delad dator</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Byt person</translation>
    </message>
    <message>
        <source>Lock the app</source>
        <translation>Lås appen</translation>
    </message>
    <message>
        <source>Nothing of yours is shown until you unlock it.</source>
        <translation>Inget av ditt visas förrän du låser upp.</translation>
    </message>
    <message>
        <source>Somebody else uses the computer. Your account is locked and everything stays here.</source>
        <translation>Någon annan använder datorn. Ditt konto låses och allt finns kvar här.</translation>
    </message>
    <message>
        <source>With a lock code you unlock the app at once, without a network too. It is asked at every start.</source>
        <translation>Med en låskod låser du upp appen direkt, också utan nät. Appen frågar efter den vid varje start.</translation>
    </message>
    <message>
        <source>The municipality&apos;s IT wants a lock code on this computer.</source>
        <translation>Kommunens IT kräver en låskod på den här datorn.</translation>
    </message>
    <message>
        <source>Remove the lock code</source>
        <translation>Ta bort låskoden</translation>
    </message>
    <message>
        <source>Then the app opens without a lock code, and unlocking takes a sign-in and a network.</source>
        <translation>Då öppnas appen utan låskod. För att låsa upp behöver du logga in, och då behövs nät.</translation>
    </message>
    <message>
        <source>Do without a lock code</source>
        <translation>Vara utan låskod</translation>
    </message>
    <message>
        <source>Lock code</source>
        <translation>Låskod</translation>
    </message>
    <message>
        <source>Change the lock code</source>
        <translation>Byt låskod</translation>
    </message>
    <message>
        <source>Choose a lock code</source>
        <translation>Välj en låskod</translation>
    </message>
    <message>
        <source>The lock code is saved.</source>
        <translation>Låskoden är sparad.</translation>
    </message>
    <message>
        <source>The lock code is removed.</source>
        <translation>Låskoden är borttagen.</translation>
    </message>
</context>
<context>
    <name>AccountPane</name>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>Help with signing in</source>
        <translation>Hjälp med inloggning</translation>
    </message>
    <message>
        <source>Use the account with which you open your mail and Teams at work.</source>
        <translation>Använd det konto som du öppnar din e-post och Teams med på jobbet.</translation>
    </message>
    <message>
        <source>If no page comes up in the browser, sign in with a code on your telephone instead.</source>
        <translation>Kommer ingen sida upp i webbläsaren? Logga in med en kod på telefonen i stället.</translation>
    </message>
    <message>
        <source>If no page comes up in the browser, open it again.</source>
        <translation>Om ingen sida kommer fram i webbläsaren, öppna den igen.</translation>
    </message>
    <message>
        <source>If you cannot sign in, the page says why and what to send to IT.</source>
        <translation>Om du inte kommer in står det på sidan varför och vad du kan skicka till IT.</translation>
    </message>
    <message>
        <source>We are contacting the sign-in service.</source>
        <translation>Vi tar kontakt med inloggningstjänsten.</translation>
    </message>
    <message>
        <source>The computer asks you who you are, in a window of its own. Then the app opens by itself.</source>
        <translation>Datorn frågar vem du är i ett eget fönster. Sedan öppnas appen av sig själv.</translation>
    </message>
    <message>
        <source>Continue in the sign-in window</source>
        <translation>Fortsätt i inloggningsfönstret</translation>
    </message>
    <message>
        <source>The sign-in succeeded. We are getting your workplace ready.</source>
        <translation>Inloggningen lyckades. Vi gör i ordning din arbetsplats.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Förbereder inloggningen</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Nästan klart</translation>
    </message>
    <message>
        <source>Welcome, {name}.</source>
        <translation>Välkommen, {name}.</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Du är inloggad</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Byt person</translation>
    </message>
</context>
<context>
    <name>AcknowledgeCard</name>
    <message>
        <source>Read and acknowledge</source>
        <translation>Läs och kvittera</translation>
    </message>
    <message>
        <source>To acknowledge</source>
        <translation>Att kvittera</translation>
    </message>
    <message>
        <source>Nothing to acknowledge. You are up to date.</source>
        <translation>Inget att kvittera. Du är i kapp.</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>an article</comment>
        <translation>Läs</translation>
    </message>
    <message>
        <source>To acknowledge ({count})</source>
        <translation>Att kvittera ({count})</translation>
    </message>
</context>
<context>
    <name>Acknowledging</name>
    <message>
        <source>You have acknowledged the article.</source>
        <translation>Du har kvitterat nyheten.</translation>
    </message>
    <message>
        <source>It has already been sent. An acknowledgement cannot be taken back.</source>
        <translation>Den är redan skickad. En kvittering kan inte tas tillbaka.</translation>
    </message>
</context>
<context>
    <name>AllTasks</name>
    <message>
        <source>All my tasks</source>
        <translation>Alla mina uppgifter</translation>
    </message>
    <message>
        <source>Back to the cards</source>
        <translation>Tillbaka till korten</translation>
    </message>
    <message>
        <source>Back to the cards (Alt+Left)</source>
        <translation>Tillbaka till korten (Alt+Vänster)</translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>%n är försenad</numerusform>
            <numerusform>%n är försenade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n öppen uppgift</numerusform>
            <numerusform>%n öppna uppgifter</numerusform>
        </translation>
    </message>
    <message>
        <source>No task waits for you.</source>
        <translation>Ingen uppgift väntar på dig.</translation>
    </message>
</context>
<context>
    <name>AnswerPopover</name>
    <message>
        <source>Answer with words</source>
        <translation>Svara med ord</translation>
    </message>
    <message>
        <source>Words to {name}</source>
        <translation>Ord till {name}</translation>
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
        <source>Changes all text in the app. The computer&apos;s own size is counted in.</source>
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
    <name>ArticleModel</name>
    <message>
        <source>Intranet</source>
        <translation>Intranätet</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Kvitterad</translation>
    </message>
    <message>
        <source>Acknowledge by {day}</source>
        <translation>Kvittera senast {day}</translation>
    </message>
    <message>
        <source>Do not forget: by {day}</source>
        <translation>Glöm inte: senast {day}</translation>
    </message>
    <message>
        <source>Do not forget: {what}, by {day}</source>
        <translation>Glöm inte: {what}, senast {day}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>oläst</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>sparad</translation>
    </message>
</context>
<context>
    <name>ArticleReader</name>
    <message>
        <source>No article chosen</source>
        <translation>Ingen nyhet vald</translation>
    </message>
    <message>
        <source>Choose an article in the list to read it here.</source>
        <translation>Välj en nyhet i listan för att läsa den här.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopiera länk</translation>
    </message>
    <message>
        <source>Remind me (Ctrl+R)</source>
        <translation>Påminn mig (Ctrl+R)</translation>
    </message>
    <message>
        <source>Why do I see this?</source>
        <translation>Varför ser jag detta?</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
    <message>
        <source>Open in the browser (Ctrl+Enter)</source>
        <translation>Öppna i webbläsaren (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The article&apos;s text</source>
        <translation>Nyhetens text</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Jag har läst</translation>
    </message>
    <message>
        <source>The article has been withdrawn since {day}.</source>
        <translation>Nyheten är avpublicerad sedan {day}.</translation>
    </message>
    <message>
        <source>Intranet</source>
        <translation>Intranätet</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minut</numerusform>
            <numerusform>%n&#xa0;minuter</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Sparad</translation>
    </message>
    <message>
        <source>Acknowledge by {day}. It works without a network.</source>
        <translation>Kvittera senast {day}. Det går bra utan nät.</translation>
    </message>
    <message>
        <source>Everybody concerned is to read this</source>
        <translation>Alla som berörs ska läsa det här</translation>
    </message>
    <message>
        <source>Leads to {host}</source>
        <translation>Leder till {host}</translation>
    </message>
    <message>
        <source>Not a safe address: it is not opened</source>
        <translation>Adressen är inte säker och öppnas inte</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Länken är kopierad.</translation>
    </message>
    <message>
        <source>Ask or correct</source>
        <translation>Fråga eller rätta</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>The whole week</source>
        <translation>Hela veckan</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Inget är bokat i dag eller i morgon.</translation>
    </message>
    <message>
        <source>Remind me …	Ctrl+R</source>
        <translation>Påminn mig …	Ctrl+R</translation>
    </message>
    <message>
        <source>Open in Outlook	Enter</source>
        <translation>Öppna i Outlook	Enter</translation>
    </message>
    <message>
        <source>Join the meeting	Ctrl+Enter</source>
        <translation>Gå med i mötet	Ctrl+Enter</translation>
    </message>
    <message>
        <source>Needs you: decide …</source>
        <translation>Behöver dig: avgör …</translation>
    </message>
    <message>
        <source>Take time of your own …	B</source>
        <translation>Boka egen tid …	B</translation>
    </message>
    <message>
        <source>Answer with words …</source>
        <translation>Svara med ord …</translation>
    </message>
</context>
<context>
    <name>CalendarSaving</name>
    <message>
        <source>Save as a calendar file</source>
        <translation>Spara som kalenderfil</translation>
    </message>
    <message>
        <source>Calendar file (*.ics)</source>
        <translation>Kalenderfil (*.ics)</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) saved in {file}.</source>
        <translation>
            <numerusform>%n påminnelse är sparad i {file}.</numerusform>
            <numerusform>%n påminnelser är sparade i {file}.</numerusform>
        </translation>
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
        <translation>Återställ</translation>
    </message>
    <message>
        <source>With a card in focus: Ctrl+Shift+arrows move it, Ctrl+Shift+Plus and Minus resize it.</source>
        <translation>Med ett kort i fokus: Ctrl+Skift+pilar flyttar det, Ctrl+Skift+Plus och Minus ändrar storlek.</translation>
    </message>
    <message>
        <source>Arrange the cards</source>
        <translation>Ordna korten</translation>
    </message>
    <message>
        <source>Move {card} earlier</source>
        <translation>Flytta {card} framåt</translation>
    </message>
    <message>
        <source>Move {card} later</source>
        <translation>Flytta {card} bakåt</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Earlier</source>
        <translation>Flytta framåt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Flytta bakåt</translation>
    </message>
    <message>
        <source>Taller</source>
        <translation>Gör högre</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Gör lägre</translation>
    </message>
    <message>
        <source>Two columns wide</source>
        <translation>Två kolumner brett</translation>
    </message>
    <message>
        <source>One column wide</source>
        <translation>En kolumn brett</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Hämta nu</translation>
    </message>
    <message>
        <source>Hide the card</source>
        <translation>Dölj kortet</translation>
    </message>
</context>
<context>
    <name>ChannelTile</name>
    <message>
        <source>Exists</source>
        <translation>Finns</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Finns inte</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Uppgift saknas</translation>
    </message>
</context>
<context>
    <name>CheckupPanel</name>
    <message>
        <source>Check this computer</source>
        <translation>Kontrollera datorn</translation>
    </message>
    <message>
        <source>Is something not working?</source>
        <translation>Är det något som inte fungerar?</translation>
    </message>
    <message>
        <source>Looks at the network, the sign-in, the keyring, the clock and what is saved here. It changes nothing, and nothing is sent to anybody.</source>
        <translation>Kontrollerar nätverket, inloggningen, nyckelringen, klockan och det som är sparat här. Inget ändras, och inget skickas till någon.</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>Felsökning</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Kontrollerar …</translation>
    </message>
    <message>
        <source>{done} of {of} steps</source>
        <translation>{done} av {of} steg</translation>
    </message>
    <message>
        <source>Copy for IT</source>
        <translation>Kopiera till IT</translation>
    </message>
    <message>
        <source>Save for IT</source>
        <translation>Spara till IT</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are as they should be.</source>
        <translation>
            <numerusform>%n sak är som den ska.</numerusform>
            <numerusform>%n saker är som de ska.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem hittades.</numerusform>
            <numerusform>%n problem hittades.</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>Inga problem hittades.</translation>
    </message>
    <message>
        <source>The result is copied. Send it to IT.</source>
        <translation>Resultatet är kopierat. Skicka det till IT.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Check of the computer {day}</source>
        <translation>Kontroll av datorn {day}</translation>
    </message>
    <message>
        <source>The result is saved in {file}.</source>
        <translation>Resultatet är sparat i {file}.</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Spara resultatet</translation>
    </message>
</context>
<context>
    <name>ChoiceModel</name>
    <message>
        <source>muted</source>
        <translation>tystad</translation>
    </message>
</context>
<context>
    <name>ChoosingCode</name>
    <message>
        <source>The same code again</source>
        <translation>Samma kod igen</translation>
    </message>
    <message>
        <source>Your lock code until now</source>
        <translation>Din nuvarande låskod</translation>
    </message>
    <message>
        <source>New lock code, at least six signs</source>
        <translation>Ny låskod, minst sex tecken</translation>
    </message>
    <message>
        <source>Remove the lock code</source>
        <translation>Ta bort låskoden</translation>
    </message>
    <message>
        <source>Save the lock code</source>
        <translation>Spara låskoden</translation>
    </message>
    <message>
        <source>Lock the account instead</source>
        <translation>Lås kontot i stället</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The two codes are not the same.</source>
        <translation>De två koderna är inte lika.</translation>
    </message>
    <message>
        <source>Remove your lock code</source>
        <translation>Ta bort din låskod</translation>
    </message>
    <message>
        <source>Change your lock code</source>
        <translation>Byt din låskod</translation>
    </message>
    <message>
        <source>Choose a lock code</source>
        <translation>Välj en låskod</translation>
    </message>
    <message>
        <source>Then the app opens without a lock code, and unlocking takes a sign-in and a network.</source>
        <translation>Då öppnas appen utan låskod. För att låsa upp behöver du logga in, och då behövs nät.</translation>
    </message>
    <message>
        <source>With the lock code you unlock the app at once, without a network too. Nobody can open what is kept here without it. If you forget it, what has not been sent is lost: we cannot bring it back, and neither can IT.</source>
        <translation>Med låskoden låser du upp appen direkt, också utan nät. Utan den kan ingen öppna det som finns här. Om du glömmer den går det som inte är skickat förlorat: varken vi eller IT kan få fram koden.</translation>
    </message>
    <message>
        <source>Your municipality&apos;s IT wants a lock code on this computer.</source>
        <translation>Kommunens IT kräver en låskod på den här datorn.</translation>
    </message>
</context>
<context>
    <name>ChoosingPerson</name>
    <message>
        <source>Somebody whose name is not noted</source>
        <translation>Någon vars namn inte är noterat</translation>
    </message>
    <message>
        <source>Unlocks with a lock code</source>
        <translation>Låser upp med låskod</translation>
    </message>
    <message>
        <source>Signs in again, needs a network</source>
        <translation>Loggar in igen, behöver nät</translation>
    </message>
    <message>
        <source>Who is going to use the computer?</source>
        <translation>Vem ska använda datorn?</translation>
    </message>
    <message>
        <source>We are looking up who is here.</source>
        <translation>Vi ser efter vilka som finns här.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Någon annan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Your account is locked meanwhile, and nothing of yours is shown.</source>
        <translation>Ditt konto är låst under tiden, och inget av ditt visas.</translation>
    </message>
    <message>
        <source>Nobody else has anything here. Somebody else can sign in.</source>
        <translation>Ingen annan har något här. Någon annan kan logga in.</translation>
    </message>
    <message>
        <source>They have things on this computer, locked.</source>
        <translation>De här personerna har något på datorn, låst.</translation>
    </message>
</context>
<context>
    <name>CmsRow</name>
    <message>
        <source>Continue in the browser.</source>
        <translation>Fortsätt i webbläsaren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The intranet has a sign-in of its own, and you are not signed in there.</source>
        <translation>Intranätet har en egen inloggning, och du är inte inloggad där.</translation>
    </message>
    <message>
        <source>The intranet has a sign-in of its own. Signing out ends it too.</source>
        <translation>Intranätet har en egen inloggning. Den avslutas också när du loggar ut.</translation>
    </message>
    <message>
        <source>News for staff</source>
        <translation>Nyheter för medarbetare</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Dölj</translation>
    </message>
</context>
<context>
    <name>CommentPopover</name>
    <message>
        <source>It is added to the task&apos;s notes.</source>
        <translation>Den läggs till i uppgiftens anteckningar.</translation>
    </message>
    <message>
        <source>Comment on the task</source>
        <translation>Kommentera uppgiften</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Din kommentar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Skicka</translation>
    </message>
    <message>
        <source>Everybody in the plan can read it.</source>
        <translation>Alla i planen kan läsa den.</translation>
    </message>
    <message>
        <source>No network: the comment is sent when it is back. It can be taken back until then.</source>
        <translation>Inget nät: kommentaren skickas när det är tillbaka. Den kan tas tillbaka till dess.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Decide later</source>
        <translation>Avgör senare</translation>
    </message>
    <message>
        <source>Your version is sent.</source>
        <translation>Din version skickas.</translation>
    </message>
    <message>
        <source>It no longer needed you.</source>
        <translation>Det behövde dig inte längre.</translation>
    </message>
    <message>
        <source>The other version stands. Yours can be read in the outbox.</source>
        <translation>Den andra versionen gäller. Din går att läsa i utkorgen.</translation>
    </message>
    <message>
        <source>It is a task of yours now.</source>
        <translation>Det är en uppgift hos dig nu.</translation>
    </message>
    <message>
        <source>It was too late: it is already on its way.</source>
        <translation>Det var för sent: det är redan på väg.</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>as it is now</source>
        <translation>som nu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgon</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>På måndag</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nästa vecka</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Inget datum</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>En annan dag</translation>
    </message>
    <message>
        <source>One day earlier</source>
        <translation>En dag tidigare</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>En dag senare</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>Välj dagen</translation>
    </message>
    <message>
        <source>Another day …</source>
        <translation>En annan dag …</translation>
    </message>
</context>
<context>
    <name>DeadlineNote</name>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
</context>
<context>
    <name>DetailsForIT</name>
    <message>
        <source>Copy for IT</source>
        <translation>Kopiera till IT</translation>
    </message>
    <message>
        <source>Details for IT</source>
        <translation>Detaljer till IT</translation>
    </message>
    <message>
        <source>Give the app the delegated permission {scope} in Microsoft Graph, with consent for the whole organisation. The app notices by itself within two hours.</source>
        <translation>Ge appen den delegerade behörigheten {scope} i Microsoft Graph, med medgivande för hela organisationen. Appen märker det själv inom två timmar.</translation>
    </message>
    <message>
        <source>Give the app the permissions that it asks for, with consent for the whole organisation.</source>
        <translation>Ge appen de behörigheter som den begär, med medgivande för hela organisationen.</translation>
    </message>
    <message>
        <source>The app has the permission {scope}. See whether this person may read what it asks for in {service}.</source>
        <translation>Appen har behörigheten {scope}. Se efter om personen får läsa det som appen begär i {service}.</translation>
    </message>
    <message>
        <source>This is what happened, where and when.</source>
        <translation>Det här hände, i vilken tjänst och när.</translation>
    </message>
    <message>
        <source>The details are copied. Send them to IT.</source>
        <translation>Detaljerna är kopierade. Skicka dem till IT.</translation>
    </message>
    <message>
        <source>Mend what is named here. The command “workplace-app policy” shows what holds, and whence.</source>
        <translation>Rätta det som nämns här. Kommandot ”workplace-app policy” visar vad som gäller och varifrån det kommer.</translation>
    </message>
</context>
<context>
    <name>DisruptionNotes</name>
    <message>
        <source>We do not know whether more is disturbed.</source>
        <translation>Vi vet inte om något mer är stört.</translation>
    </message>
    <message>
        <source>We do not know whether anything is disturbed.</source>
        <translation>Vi vet inte om något är stört.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>i dag {time}</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>Mer om detta</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>disruptions</comment>
        <translation>
            <numerusform>%n till</numerusform>
            <numerusform>%n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePopover</name>
    <message>
        <source>Change the date</source>
        <translation>Ändra datum</translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Hela dagen</translation>
    </message>
    <message>
        <source>Online meeting</source>
        <translation>Digitalt möte</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} till {end}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>inställt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>slut</translation>
    </message>
</context>
<context>
    <name>Failed</name>
    <message>
        <source>Sign in with a code</source>
        <translation>Logga in med en kod</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Logga in igen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Show IT how</source>
        <translation>Visa IT hur</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Dölj detaljerna</translation>
    </message>
</context>
<context>
    <name>FeedsState</name>
    <message>
        <source>Fetching for the first time.</source>
        <translation>Hämtar för första gången.</translation>
    </message>
</context>
<context>
    <name>ForgottenCode</name>
    <message>
        <source>Without the lock code it cannot be opened</source>
        <translation>Utan låskoden går det inte att öppna</translation>
    </message>
    <message>
        <source>Neither we nor IT can bring the lock code back. You can begin anew: you sign in, what is kept here is removed, and all that is in Microsoft 365 is fetched again. What is only here is lost: what has not been sent, texts that you have begun, and reminders.</source>
        <translation>Varken vi eller IT kan få fram låskoden. Du kan börja om: du loggar in, det som finns här tas bort och allt som finns i Microsoft 365 hämtas igen. Det som bara finns här går förlorat: det som inte är skickat, texter du har börjat på och påminnelser.</translation>
    </message>
    <message>
        <source>Back to the lock code</source>
        <translation>Tillbaka till låskoden</translation>
    </message>
    <message>
        <source>Sign in and begin anew</source>
        <translation>Logga in och börja om</translation>
    </message>
</context>
<context>
    <name>ForgottenCounts</name>
    <message numerus="yes">
        <source>When it was locked %n thing(s) had not been sent.</source>
        <translation>
            <numerusform>När kontot låstes hade %n sak inte skickats.</numerusform>
            <numerusform>När kontot låstes hade %n saker inte skickats.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCounts</name>
    <message numerus="yes">
        <source>Can be taken back for %n s</source>
        <translation>
            <numerusform>Kan tas tillbaka i %n s</numerusform>
            <numerusform>Kan tas tillbaka i %n s</numerusform>
        </translation>
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
    <name>InBrowser</name>
    <message>
        <source>Sign in there, and the app opens by itself.</source>
        <translation>Logga in där, så öppnas appen av sig själv.</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Öppna webbläsaren igen</translation>
    </message>
    <message>
        <source>No page in the browser? Open it again.</source>
        <translation>Ingen sida i webbläsaren? Öppna den igen.</translation>
    </message>
    <message>
        <source>Sign in with a code instead</source>
        <translation>Logga in med en kod i stället</translation>
    </message>
    <message>
        <source>Continue in the browser</source>
        <translation>Fortsätt i webbläsaren</translation>
    </message>
    <message>
        <source>No page in the browser? Open it again, or sign in on your telephone instead.</source>
        <translation>Ingen sida i webbläsaren? Öppna den igen, eller logga in på telefonen i stället.</translation>
    </message>
</context>
<context>
    <name>InnerLinks</name>
    <message>
        <source>What the link leads to is not here. It may be gone, or be somebody else&apos;s.</source>
        <translation>Det länken leder till finns inte här. Det kan vara borta, eller vara någon annans.</translation>
    </message>
    <message>
        <source>The link leads to what is seen after signing in. Sign in, then open it again.</source>
        <translation>Länken leder till något som syns efter inloggning. Logga in och öppna den igen.</translation>
    </message>
    <message>
        <source>Another program tried to open something that is no link, and it was not opened.</source>
        <translation>Ett annat program försökte öppna något som inte är en länk. Det öppnades inte.</translation>
    </message>
    <message>
        <source>The link leads to a place that is not here.</source>
        <translation>Länken leder till en sida som inte finns här.</translation>
    </message>
</context>
<context>
    <name>IntentActs</name>
    <message>
        <source>Choose a version …</source>
        <translation>Välj version …</translation>
    </message>
    <message>
        <source>Decide …</source>
        <translation>Bestäm …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Kopiera texten</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Kopiera raden</translation>
    </message>
    <message>
        <source>Go to what it is about</source>
        <translation>Gå till det som det gäller</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>Texten är kopierad.</translation>
    </message>
    <message>
        <source>It is taken back. It was not sent.</source>
        <translation>Det är tillbakataget. Det hann inte skickas.</translation>
    </message>
    <message>
        <source>It is taken back and not sent again. It may have arrived before.</source>
        <translation>Det är taget tillbaka och skickas inte igen. Det kan ha kommit fram tidigare.</translation>
    </message>
    <message>
        <source>It was too late: it is already on its way.</source>
        <translation>Det var för sent: det är redan på väg.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>It is undone. What undoes it is on its way.</source>
        <translation>Det är ångrat. Ändringen är på väg.</translation>
    </message>
    <message>
        <source>It can no longer be undone.</source>
        <translation>Det går inte längre att ångra.</translation>
    </message>
    <message>
        <source>It is taken back. It can still be read here.</source>
        <translation>Det är tillbakataget. Det går att läsa här.</translation>
    </message>
</context>
<context>
    <name>IntentDetails</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>You did this {time}</source>
        <translation>Du gjorde det här {time}</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Vad som har hänt</translation>
    </message>
</context>
<context>
    <name>IntentModel</name>
    <message>
        <source>Needs you</source>
        <translation>Behöver dig</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Skickat i dag</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>We do not know whether it arrived</source>
        <translation>Vi vet inte om det kom fram</translation>
    </message>
    <message>
        <source>Waits for a network</source>
        <translation>Väntar på nät</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Waits for your choice</source>
        <translation>Väntar på ditt val</translation>
    </message>
    <message>
        <source>Let go or taken back</source>
        <translation>Inte skickat</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>You have accepted.</source>
        <translation>Du har tackat ja.</translation>
    </message>
    <message>
        <source>You have answered maybe.</source>
        <translation>Du har svarat kanske.</translation>
    </message>
    <message>
        <source>You have declined.</source>
        <translation>Du har tackat nej.</translation>
    </message>
    <message>
        <source>The answer has already been sent. Give another one instead.</source>
        <translation>Svaret är redan skickat. Svara något annat i stället.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Tacka ja</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Kanske</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Tacka nej</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>tackat ja</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>kanske</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>tackat nej</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>obesvarad</translation>
    </message>
    <message>
        <source>the answer needs you</source>
        <translation>svaret behöver dig</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>väntar</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>väntar på att skickas</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>behöver dig</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>skickat</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>skickas</translation>
    </message>
</context>
<context>
    <name>JourneyPage</name>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
    <message>
        <source>Remind me (Ctrl+R)</source>
        <translation>Påminn mig (Ctrl+R)</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Resor</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s); a dashed ring is optional</source>
        <translation>
            <numerusform>%n steg. Streckad ring betyder valfritt.</numerusform>
            <numerusform>%n steg. Streckad ring betyder valfritt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask, suggest or correct</source>
        <translation>Fråga, föreslå eller rätta</translation>
    </message>
</context>
<context>
    <name>JourneyView</name>
    <message>
        <source>Journey: {title}</source>
        <translation>Resa: {title}</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Single letters</source>
        <translation>Enstaka bokstäver</translation>
    </message>
    <message>
        <source>D, C, E, S, M, R, J, K, N and B act on the chosen row. Turn it off if you dictate or use switches.</source>
        <translation>D, C, E, S, M, R, J, K, N och B gäller den valda raden. Stäng av om du dikterar eller styr datorn med brytare.</translation>
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
    <name>LeavingOpen</name>
    <message>
        <source>Unlocking needs a sign-in</source>
        <translation>För att låsa upp måste du logga in</translation>
    </message>
    <message>
        <source>You have no lock code, so unlocking takes a sign-in with your work account, and that needs a network. With a lock code you unlock at once, without a network too.</source>
        <translation>Du har ingen låskod. För att låsa upp loggar du in med ditt arbetskonto, och då behövs nät. Med en låskod låser du upp direkt, också utan nät.</translation>
    </message>
    <message>
        <source>What is here ends with the app</source>
        <translation>Det som finns här försvinner med appen</translation>
    </message>
    <message>
        <source>This computer has no keyring, so what is kept here lasts only until the app is closed, locked or not. What has not been sent is then lost. You unlock by signing in, which needs a network.</source>
        <translation>Den här datorn har ingen nyckelring. Det som finns här försvinner när appen stängs, låst eller inte, och då går det som inte är skickat förlorat. Du låser upp genom att logga in, och då behövs nät.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stanna kvar</translation>
    </message>
    <message>
        <source>Choose a lock code</source>
        <translation>Välj en låskod</translation>
    </message>
    <message>
        <source>Lock all the same</source>
        <translation>Lås ändå</translation>
    </message>
</context>
<context>
    <name>LockedOut</name>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
</context>
<context>
    <name>LockedStage</name>
    <message>
        <source>Sign in again</source>
        <translation>Logga in igen</translation>
    </message>
    <message>
        <source>{name} is locked</source>
        <translation>{name} är låst</translation>
    </message>
    <message>
        <source>Locked {since}.</source>
        <translation>Låst {since}.</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Byt person</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås upp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Låser upp</translation>
    </message>
    <message>
        <source>A reminder rang at {time}. Unlock to see it.</source>
        <translation>En påminnelse ringde {time}. Lås upp för att se den.</translation>
    </message>
    <message>
        <source>What is kept here is locked.</source>
        <translation>Det som finns här är låst.</translation>
    </message>
    <message>
        <source>Locked {since}, since nobody used the app.</source>
        <translation>Låst {since}, eftersom ingen använde appen.</translation>
    </message>
    <message>
        <source>There is no network, so {name} cannot sign in now. Everything is still here, locked.</source>
        <translation>Det finns inget nät, så {name} kan inte logga in nu. Allt finns kvar här, låst.</translation>
    </message>
    <message>
        <source>Your lock code</source>
        <translation>Din låskod</translation>
    </message>
    <message>
        <source>I have forgotten the lock code</source>
        <translation>Jag har glömt låskoden</translation>
    </message>
    <message>
        <source>There is no lock code for this account, so unlocking needs a network.</source>
        <translation>Kontot har ingen låskod, så det behövs nät för att låsa upp.</translation>
    </message>
    <message>
        <source>Write your lock code.</source>
        <translation>Skriv din låskod.</translation>
    </message>
    <message>
        <source>You are signed in. What is kept here opens with your lock code.</source>
        <translation>Du är inloggad. Det som finns här öppnas med din låskod.</translation>
    </message>
    <message>
        <source>You signed in as somebody else than {name}. Nothing was opened.</source>
        <translation>Du loggade in som någon annan än {name}. Inget öppnades.</translation>
    </message>
</context>
<context>
    <name>LossCounts</name>
    <message numerus="yes">
        <source>%n thing(s) in the outbox that have not been sent</source>
        <translation>
            <numerusform>%n sak i utkorgen som inte är skickad</numerusform>
            <numerusform>%n saker i utkorgen som inte är skickade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that you have begun</source>
        <translation>
            <numerusform>%n text som du har börjat på</numerusform>
            <numerusform>%n texter som du har börjat på</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n påminnelse</numerusform>
            <numerusform>%n påminnelser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>The message has been removed.</source>
        <translation>Meddelandet är borttaget.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>MutedPage</name>
    <message>
        <source>You hear no more of</source>
        <translation>Du får inga aviseringar om</translation>
    </message>
    <message>
        <source>Nothing is muted. In Workspaces, M mutes the kind of notification that is chosen.</source>
        <translation>Inget är tystat. I Ytor tystar M den sorts avisering som är vald.</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) are kept and not shown until you hear of them again.</source>
        <translation>
            <numerusform>%n avisering finns kvar. Den visas när du inte tystar den längre.</numerusform>
            <numerusform>%n aviseringar finns kvar. De visas när du inte tystar dem längre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hear of it again</source>
        <translation>Sluta tysta</translation>
    </message>
    <message>
        <source>Hear of it again: {what}</source>
        <translation>Sluta tysta: {what}</translation>
    </message>
    <message>
        <source>From all workspaces</source>
        <translation>Från alla ytor</translation>
    </message>
    <message>
        <source>Everything from this sender</source>
        <translation>Allt från den här avsändaren</translation>
    </message>
    <message>
        <source>a workspace that is no longer here</source>
        <translation>en yta som inte finns kvar</translation>
    </message>
    <message>
        <source>Everything in the workspace</source>
        <translation>Allt i ytan</translation>
    </message>
    <message>
        <source>You hear of {what} again.</source>
        <translation>Du får aviseringar om {what} igen.</translation>
    </message>
</context>
<context>
    <name>MyQuestionsScreen</name>
    <message>
        <source>Fetch answers (F5)</source>
        <translation>Hämta svar (F5)</translation>
    </message>
    <message>
        <source>Open an article or a service and choose Ask or correct. It stands here, and so does the answer.</source>
        <translation>Öppna en nyhet eller en tjänst och välj Fråga eller rätta. Det du skriver står här, och svaret också.</translation>
    </message>
    <message>
        <source>Show services</source>
        <translation>Visa tjänster</translation>
    </message>
    <message>
        <source>You have asked nothing yet</source>
        <translation>Du har inte frågat något än</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose something that you have written.</source>
        <translation>Välj något som du har skrivit.</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>Mina frågor</translation>
    </message>
    <message>
        <source>Show what it is about	Ctrl+Enter</source>
        <translation>Visa vad den gäller	Ctrl+Enter</translation>
    </message>
    <message>
        <source>Take back	Delete</source>
        <translation>Ta tillbaka	Delete</translation>
    </message>
    <message>
        <source>Write more about it</source>
        <translation>Skriv mer om det</translation>
    </message>
    <message>
        <source>Show what it is about</source>
        <translation>Visa vad den gäller</translation>
    </message>
</context>
<context>
    <name>NewTaskPopover</name>
    <message>
        <source>New task</source>
        <translation>Ny uppgift</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Vad ska göras</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>En annan dag</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Inget datum</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>last day</comment>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgon</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Save the task</source>
        <translation>Spara uppgiften</translation>
    </message>
    <message>
        <source>Is kept in To Do</source>
        <translation>Sparas i To Do</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Skriv vad som ska göras.</translation>
    </message>
</context>
<context>
    <name>NewTasks</name>
    <message>
        <source>The task was already in To Do. It is ticked off there.</source>
        <translation>Uppgiften fanns redan i To Do. Den kryssas av där.</translation>
    </message>
    <message>
        <source>The task is on its way to To Do. Tick it off when it is there.</source>
        <translation>Uppgiften är på väg till To Do. Kryssa av den när den är där.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Ny uppgift</translation>
    </message>
    <message>
        <source>New task (Ctrl+N)</source>
        <translation>Ny uppgift (Ctrl+N)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>The task is saved.</source>
        <translation>Uppgiften är sparad.</translation>
    </message>
    <message>
        <source>The task is saved, with {day} as its last day.</source>
        <translation>Uppgiften är sparad, med {day} som sista dag.</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>News for you</source>
        <translation>Nyheter för dig</translation>
    </message>
    <message>
        <source>All news</source>
        <translation>Alla nyheter</translation>
    </message>
    <message>
        <source>No news for you in the last months.</source>
        <translation>Inga nyheter för dig de senaste månaderna.</translation>
    </message>
</context>
<context>
    <name>NewsScreen</name>
    <message>
        <source>News</source>
        <translation>Nyheter</translation>
    </message>
    <message>
        <source>Fetch news (F5)</source>
        <translation>Hämta nyheter (F5)</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>För mig</translation>
    </message>
    <message>
        <source>All</source>
        <comment>news</comment>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>news</comment>
        <translation>Sparat</translation>
    </message>
    <message>
        <source>To acknowledge</source>
        <translation>Att kvittera</translation>
    </message>
    <message>
        <source>Which news</source>
        <translation>Vilka nyheter</translation>
    </message>
    <message>
        <source>Chosen by your unit and your groups</source>
        <translation>Urval efter din enhet och dina grupper</translation>
    </message>
    <message>
        <source>Show all by date</source>
        <translation>Visa efter datum</translation>
    </message>
    <message>
        <source>No news for you. The rest is under All.</source>
        <translation>Inga nyheter för dig. De andra finns under Alla.</translation>
    </message>
    <message>
        <source>There is no news.</source>
        <translation>Det finns inga nyheter.</translation>
    </message>
    <message>
        <source>You have saved no article. Ctrl+D saves the one you read.</source>
        <translation>Du har inte sparat någon nyhet. Ctrl+D sparar den du läser.</translation>
    </message>
    <message>
        <source>Nothing to acknowledge. You are up to date.</source>
        <translation>Inget att kvittera. Du är i kapp.</translation>
    </message>
    <message>
        <source>The article is no longer saved.</source>
        <translation>Nyheten är inte längre sparad.</translation>
    </message>
    <message>
        <source>The article is saved.</source>
        <translation>Nyheten är sparad.</translation>
    </message>
    <message>
        <source>Save the article</source>
        <translation>Spara nyheten</translation>
    </message>
    <message>
        <source>Acknowledge the article</source>
        <translation>Kvittera nyheten</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Kopiera länken</translation>
    </message>
    <message>
        <source>Show all news by date</source>
        <translation>Visa alla nyheter efter datum</translation>
    </message>
</context>
<context>
    <name>NobodyToSignInTo</name>
    <message>
        <source>Show the services</source>
        <translation>Visa tjänsterna</translation>
    </message>
    <message>
        <source>Public services and news are here, for everybody. They work without a network too.</source>
        <translation>Kommunens tjänster och nyheter finns här, för alla. De fungerar också utan nät.</translation>
    </message>
    <message>
        <source>You cannot sign in yet: this computer has not been told which organisation you work for. IT does that with a configuration file.</source>
        <translation>Du kan inte logga in än: datorn vet inte vilken organisation du arbetar för. Det ordnar IT med en inställningsfil.</translation>
    </message>
    <message>
        <source>What is open to all is here.</source>
        <translation>Det som är öppet för alla finns här.</translation>
    </message>
</context>
<context>
    <name>NotificationKinds</name>
    <message>
        <source>mentions of you</source>
        <translation>omnämnanden av dig</translation>
    </message>
    <message>
        <source>messages in channels</source>
        <translation>inlägg i kanaler</translation>
    </message>
    <message>
        <source>chat messages</source>
        <translation>chattmeddelanden</translation>
    </message>
    <message>
        <source>new files</source>
        <translation>nya filer</translation>
    </message>
    <message>
        <source>changed files</source>
        <translation>ändrade filer</translation>
    </message>
    <message>
        <source>new pages</source>
        <translation>nya sidor</translation>
    </message>
    <message>
        <source>new tasks</source>
        <translation>nya uppgifter</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>inbjudningar</translation>
    </message>
    <message>
        <source>conversations in groups</source>
        <translation>gruppkonversationer</translation>
    </message>
</context>
<context>
    <name>NotificationModel</name>
    <message>
        <source>{who} mentioned you</source>
        <translation>{who} nämnde dig</translation>
    </message>
    <message>
        <source>{who} in {title}</source>
        <translation>{who} i {title}</translation>
    </message>
    <message>
        <source>New file: {title}</source>
        <translation>Ny fil: {title}</translation>
    </message>
    <message>
        <source>{title} has changed</source>
        <translation>{title} är ändrad</translation>
    </message>
    <message>
        <source>New page: {title}</source>
        <translation>Ny sida: {title}</translation>
    </message>
    <message>
        <source>New task for you</source>
        <translation>Ny uppgift till dig</translation>
    </message>
    <message>
        <source>Invitation from {who}</source>
        <translation>Inbjudan från {who}</translation>
    </message>
    <message>
        <source>{who} wrote: {title}</source>
        <translation>{who} skrev: {title}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Någon</translation>
    </message>
    <message>
        <source>a workspace</source>
        <translation>en yta</translation>
    </message>
    <message>
        <source>You are mentioned in {title}</source>
        <translation>Du är nämnd i {title}</translation>
    </message>
    <message>
        <source>You are a member of the team</source>
        <translation>Du är med i teamet</translation>
    </message>
    <message>
        <source>You take part in the chat</source>
        <translation>Du är med i chatten</translation>
    </message>
    <message>
        <source>You follow the site</source>
        <translation>Du följer webbplatsen</translation>
    </message>
    <message>
        <source>{who} assigned the task to you</source>
        <translation>{who} gav dig uppgiften</translation>
    </message>
    <message>
        <source>You are invited and have not answered</source>
        <translation>Du är inbjuden och har inte svarat</translation>
    </message>
    <message>
        <source>You are a member of the group</source>
        <translation>Du är med i gruppen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>SharePoint site</source>
        <translation>SharePoint-webbplats</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatt</translation>
    </message>
    <message>
        <source>Tasks and calendar</source>
        <translation>Uppgifter och kalender</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n oläst</numerusform>
            <numerusform>%n olästa</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>att hantera</translation>
    </message>
    <message>
        <source>Done (E)</source>
        <translation>Klart (E)</translation>
    </message>
    <message>
        <source>Later (S)</source>
        <translation>Senare (S)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
</context>
<context>
    <name>NotificationPage</name>
    <message>
        <source>Why do I see this?</source>
        <translation>Varför ser jag detta?</translation>
    </message>
    <message>
        <source>Tasks and calendar</source>
        <translation>Uppgifter och kalender</translation>
    </message>
    <message>
        <source>Open in Teams</source>
        <translation>Öppna i Teams</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>act</comment>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>act</comment>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Mute {kind} (M)</source>
        <translation>Tysta {kind} (M)</translation>
    </message>
    <message>
        <source>Mute</source>
        <comment>act</comment>
        <translation>Tysta</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Hämta igen</translation>
    </message>
    <message>
        <source>The thread was fetched {time}</source>
        <translation>Tråden hämtad {time}</translation>
    </message>
    <message>
        <source>The thread has not been fetched. Teams is read only when you ask.</source>
        <translation>Tråden är inte hämtad. Teams läses bara när du ber om det.</translation>
    </message>
    <message>
        <source>The municipality&apos;s IT has turned off reading here. Open it in Teams to see what is said.</source>
        <translation>Kommunens IT har stängt av läsning här. Öppna i Teams för att se vad som sägs.</translation>
    </message>
</context>
<context>
    <name>NotificationPane</name>
    <message>
        <source>Notifications</source>
        <translation>Aviseringar</translation>
    </message>
    <message>
        <source>To handle</source>
        <translation>Att hantera</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>notifications</comment>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>notifications</comment>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Which notifications</source>
        <translation>Vilka aviseringar</translation>
    </message>
    <message>
        <source>Mark all done</source>
        <translation>Klart alla</translation>
    </message>
    <message>
        <source>Nothing to handle. You are up to date.</source>
        <translation>Inget att hantera. Du är i kapp.</translation>
    </message>
    <message>
        <source>Nothing is put off.</source>
        <translation>Inget väntar till senare.</translation>
    </message>
    <message>
        <source>Nothing has been done here lately.</source>
        <translation>Inget har blivit klart här på sistone.</translation>
    </message>
    <message>
        <source>{what} is done.</source>
        <translation>Klart: {what}</translation>
    </message>
    <message>
        <source>{what} is to be handled again.</source>
        <translation>Att hantera igen: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) are done.</source>
        <translation>
            <numerusform>%n avisering är klar.</numerusform>
            <numerusform>%n aviseringar är klara.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me …	Ctrl+R</source>
        <translation>Påminn mig …	Ctrl+R</translation>
    </message>
    <message>
        <source>Mute {title}	M</source>
        <translation>Tysta {title}	M</translation>
    </message>
    <message>
        <source>You hear no more of {what}.</source>
        <translation>Nu hör du inte mer om {what}.</translation>
    </message>
    <message>
        <source>Done	E</source>
        <translation>Klart	E</translation>
    </message>
    <message>
        <source>To handle again	E</source>
        <translation>Hantera igen	E</translation>
    </message>
    <message>
        <source>Later …	S</source>
        <translation>Senare …	S</translation>
    </message>
    <message>
        <source>Open outside	Enter</source>
        <translation>Öppna utanför appen	Enter</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>ytan</translation>
    </message>
    <message>
        <source>Mute {title}</source>
        <translation>Tysta {title}</translation>
    </message>
    <message>
        <source>{what} comes back {time}.</source>
        <translation>{what} kommer tillbaka {time}.</translation>
    </message>
</context>
<context>
    <name>NotificationsCard</name>
    <message>
        <source>New in my workspaces</source>
        <translation>Nytt i mina ytor</translation>
    </message>
    <message>
        <source>Nothing new. You are up to date.</source>
        <translation>Inget nytt. Du är i kapp.</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <comment>notifications</comment>
        <translation>
            <numerusform>Visa den</numerusform>
            <numerusform>Alla %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineNote</name>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <source>No network. You can go on working: everything is sent in order when it is back.</source>
        <translation>Inget nät. Du kan fortsätta arbeta. Allt skickas i ordning när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The network is back. What waits is sent in order.</source>
        <translation>Nätet är tillbaka. Det som väntar skickas i ordning.</translation>
    </message>
</context>
<context>
    <name>OpenToAll</name>
    <message>
        <source>Search the services</source>
        <translation>Sök bland tjänsterna</translation>
    </message>
    <message>
        <source>Services that match</source>
        <translation>Tjänster som passar</translation>
    </message>
    <message>
        <source>Public news</source>
        <translation>Nyheter för alla</translation>
    </message>
    <message>
        <source>All news</source>
        <translation>Alla nyheter</translation>
    </message>
    <message>
        <source>News from the municipality</source>
        <translation>Nyheter från kommunen</translation>
    </message>
    <message>
        <source>Open to all</source>
        <translation>Öppet för alla</translation>
    </message>
    <message>
        <source>You can use this without signing in.</source>
        <translation>Det här kan du använda utan att logga in.</translation>
    </message>
    <message numerus="yes">
        <source>Search %n service(s), for example bygglov or förskola</source>
        <translation>
            <numerusform>Sök bland %n tjänst, till exempel bygglov eller förskola</numerusform>
            <numerusform>Sök bland %n tjänster, till exempel bygglov eller förskola</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no public news right now.</source>
        <translation>Det finns inga nyheter just nu.</translation>
    </message>
    <message>
        <source>No service on this computer matches “{words}”. Try another word.</source>
        <translation>Ingen tjänst på datorn passar ”{words}”. Prova ett annat ord.</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>What you have done and what is on its way</source>
        <translation>Det du har gjort och det som är på väg</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Allt är skickat</translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation>Inget väntar på datorn.</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Utkorg</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Spara som fil</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>Save the outbox as a file</source>
        <translation>Spara utkorgen som fil</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Inget valt</translation>
    </message>
    <message>
        <source>Choose a notification or a workspace.</source>
        <translation>Välj en avisering eller en yta.</translation>
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
        <translation>Sök bland uppgifter, nyheter, tjänster och kollegor</translation>
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
        <source>Nothing on the computer matches “{words}”. Try fewer or other words.</source>
        <translation>Inget på datorn passar ”{words}”. Prova färre eller andra ord.</translation>
    </message>
    <message>
        <source>Nothing under {part} matches “{words}”. Look under {everything}.</source>
        <translation>Inget under {part} passar ”{words}”. Titta under {everything}.</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Colleagues</source>
        <translation>Kollegor</translation>
    </message>
    <message>
        <source>Search colleagues</source>
        <translation>Sök kollegor</translation>
    </message>
    <message>
        <source>Name, title or unit</source>
        <translation>Namn, titel eller enhet</translation>
    </message>
    <message>
        <source>Fetch the directory (F5)</source>
        <translation>Hämta katalogen (F5)</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Ingen vald</translation>
    </message>
    <message>
        <source>Choose a colleague in the list.</source>
        <translation>Välj en kollega i listan.</translation>
    </message>
    <message>
        <source>Nobody in the directory matches “{words}”.</source>
        <translation>Ingen i katalogen passar ”{words}”.</translation>
    </message>
    <message>
        <source>The directory is empty.</source>
        <translation>Katalogen är tom.</translation>
    </message>
    <message>
        <source>Directory from {time}</source>
        <translation>Katalogen är från {time}</translation>
    </message>
    <message>
        <source>Chat with the colleague in Teams</source>
        <translation>Chatta med kollegan i Teams</translation>
    </message>
    <message>
        <source>Call the colleague</source>
        <translation>Ring kollegan</translation>
    </message>
    <message>
        <source>Send mail to the colleague</source>
        <translation>Mejla kollegan</translation>
    </message>
    <message>
        <source>Copy the contact details</source>
        <translation>Kopiera kontaktuppgifterna</translation>
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
    <name>PersonMenu</name>
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
    <name>PersonPage</name>
    <message>
        <source>Chat in Teams</source>
        <translation>Chatta i Teams</translation>
    </message>
    <message>
        <source>Copy contact</source>
        <translation>Kopiera kontakt</translation>
    </message>
    <message>
        <source>Copy name and contact details (Ctrl+C)</source>
        <translation>Kopiera namn och kontaktuppgifter (Ctrl+C)</translation>
    </message>
    <message>
        <source>Remind me (Ctrl+R)</source>
        <translation>Påminn mig (Ctrl+R)</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Send mail</source>
        <translation>Mejla</translation>
    </message>
    <message>
        <source>The directory has no phone number and no mail address.</source>
        <translation>Katalogen har varken telefonnummer eller e-postadress.</translation>
    </message>
    <message>
        <source>Show the unit</source>
        <translation>Visa enheten</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Place of work</source>
        <translation>Arbetsplats</translation>
    </message>
    <message>
        <source>Show manager</source>
        <translation>Visa chefen</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Visa {name}</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Chef</translation>
    </message>
    <message>
        <source>Colleagues in the same unit</source>
        <translation>Kollegor på samma enhet</translation>
    </message>
    <message>
        <source>The contact details are copied.</source>
        <translation>Kontaktuppgifterna är kopierade.</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>Workspace</source>
        <translation>Yta</translation>
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
        <source>Reminders</source>
        <translation>Påminnelser</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>Mina frågor</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code for {address}</source>
        <translation>QR-kod till {address}</translation>
    </message>
</context>
<context>
    <name>QuestionModel</name>
    <message>
        <source>On their way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>With the municipality</source>
        <translation>Hos kommunen</translation>
    </message>
    <message>
        <source>Answered and closed</source>
        <translation>Besvarade och avslutade</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>You, {time}</source>
        <translation>Du, {time}</translation>
    </message>
    <message>
        <source>The page that this is about has been withdrawn. Your words are kept here.</source>
        <translation>Sidan som det här gäller är avpublicerad. Din text finns kvar här.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>The municipality</source>
        <translation>Kommunen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Show what it is about</source>
        <translation>Visa vad den gäller</translation>
    </message>
    <message>
        <source>Write more about it</source>
        <translation>Skriv mer om det</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>QuickTasksCard</name>
    <message>
        <source>Do</source>
        <comment>quick tasks</comment>
        <translation>Gör</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fästa</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account of {name}</source>
        <translation>Konto för {name}</translation>
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
    <name>RemarkDialog</name>
    <message>
        <source>Ask, suggest or correct</source>
        <translation>Fråga, föreslå eller rätta</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Vad vill du göra?</translation>
    </message>
    <message>
        <source>Write in the mail program</source>
        <translation>Skriv i mejlprogrammet</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Skicka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>What you write is kept if you close.</source>
        <translation>Texten finns kvar om du stänger.</translation>
    </message>
    <message>
        <source>There is no network. It is kept here and sent when the network is back.</source>
        <translation>Det finns inget nät. Texten sparas här och skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>Your mail program opens with the text filled in, and nothing is sent before you send it there. The answer comes to your mail.</source>
        <translation>Ditt mejlprogram öppnas med texten ifylld, och inget skickas förrän du skickar det där. Svaret kommer till din mejl.</translation>
    </message>
    <message>
        <source>Those who answer for the page read this. Your name goes along, so that they can answer you. The answer comes to My questions.</source>
        <translation>De som ansvarar för sidan läser det här. Ditt namn följer med, så att de kan svara dig. Svaret kommer till Mina frågor.</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{count} av {most} tecken</translation>
    </message>
</context>
<context>
    <name>RemarkWriting</name>
    <message>
        <source>Ask about this page</source>
        <translation>Fråga om sidan</translation>
    </message>
    <message>
        <source>Suggest something about this page</source>
        <translation>Föreslå något om sidan</translation>
    </message>
    <message>
        <source>Correct an error on this page</source>
        <translation>Rätta ett fel på sidan</translation>
    </message>
    <message>
        <source>It was too late: it is already on its way.</source>
        <translation>Det var för sent: den är redan på väg.</translation>
    </message>
    <message>
        <source>The text is too long to be filled in: paste it in the mail.</source>
        <translation>Texten är för lång för att fyllas i: klistra in den i mejlet.</translation>
    </message>
    <message>
        <source>The mail is open in your mail program. The text is kept here too.</source>
        <translation>Mejlet är öppet i ditt mejlprogram. Texten finns kvar här också.</translation>
    </message>
    <message>
        <source>Remove it here</source>
        <translation>Ta bort den här</translation>
    </message>
</context>
<context>
    <name>RemindPopover</name>
    <message>
        <source>Change the reminder</source>
        <translation>Ändra påminnelsen</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
    <message>
        <source>Choose day and time</source>
        <translation>Välj dag och tid</translation>
    </message>
    <message>
        <source>What you want to be reminded of</source>
        <translation>Vad du vill bli påmind om</translation>
    </message>
    <message>
        <source>Remind me of …</source>
        <translation>Påminn mig om …</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klockslag</translation>
    </message>
    <message>
        <source>One day earlier</source>
        <translation>En dag tidigare</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>En dag senare</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation>Den tiden har passerat. Välj en senare.</translation>
    </message>
    <message>
        <source>Write what you want to be reminded of.</source>
        <translation>Skriv vad du vill bli påmind om.</translation>
    </message>
</context>
<context>
    <name>ReminderActs</name>
    <message>
        <source>You are reminded {time}.</source>
        <translation>Du får en påminnelse {time}.</translation>
    </message>
    <message>
        <source>It rings again {time}.</source>
        <translation>Den ringer igen {time}.</translation>
    </message>
    <message>
        <source>{what} is done.</source>
        <translation>{what} är klar.</translation>
    </message>
    <message>
        <source>{what} is not done.</source>
        <translation>{what} är inte klar.</translation>
    </message>
    <message>
        <source>The reminder is deleted.</source>
        <translation>Påminnelsen är borttagen.</translation>
    </message>
</context>
<context>
    <name>ReminderModel</name>
    <message>
        <source>done</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>has rung</source>
        <translation>har ringt</translation>
    </message>
    <message>
        <source>Have rung</source>
        <translation>Har ringt</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>heading of reminders</comment>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <comment>heading of reminders</comment>
        <translation>I morgon</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>heading of reminders</comment>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>heading of reminders</comment>
        <translation>Klara</translation>
    </message>
</context>
<context>
    <name>ReminderNotice</name>
    <message>
        <source>Close; it stays among the reminders (Esc)</source>
        <translation>Stäng; den finns kvar bland påminnelserna (Esc)</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Visa dem</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a reminder</comment>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a reminder</comment>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Reminder, {time}</source>
        <translation>Påminnelse, {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) have rung</source>
        <translation>
            <numerusform>%n påminnelse har ringt</numerusform>
            <numerusform>%n påminnelser har ringt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %n till</numerusform>
            <numerusform>och %n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message>
        <source>Reminders</source>
        <translation>Påminnelser</translation>
    </message>
    <message>
        <source>All reminders</source>
        <translation>Alla påminnelser</translation>
    </message>
    <message>
        <source>No reminder waits.</source>
        <translation>Ingen påminnelse väntar.</translation>
    </message>
</context>
<context>
    <name>RemindersScreen</name>
    <message>
        <source>New reminder</source>
        <translation>Ny påminnelse</translation>
    </message>
    <message>
        <source>Save as .ics</source>
        <translation>Spara som .ics</translation>
    </message>
    <message>
        <source>No reminders</source>
        <translation>Inga påminnelser</translation>
    </message>
    <message>
        <source>Ctrl+R reminds you of what is chosen: an article, a task, a service, a colleague.</source>
        <translation>Ctrl+R påminner dig om det som är valt: en nyhet, en uppgift, en tjänst, en kollega.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Påminnelser</translation>
    </message>
    <message numerus="yes">
        <source>%n has rung</source>
        <translation>
            <numerusform>%n har ringt</numerusform>
            <numerusform>%n har ringt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n väntar</numerusform>
            <numerusform>%n väntar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Inget väntar</translation>
    </message>
    <message>
        <source>Open	Enter</source>
        <translation>Öppna	Enter</translation>
    </message>
    <message>
        <source>Not done	E</source>
        <translation>Inte klar	E</translation>
    </message>
    <message>
        <source>Done	E</source>
        <translation>Klar	E</translation>
    </message>
    <message>
        <source>Snooze	S</source>
        <translation>Senare	S</translation>
    </message>
    <message>
        <source>Change …	F2</source>
        <translation>Ändra …	F2</translation>
    </message>
    <message>
        <source>Save as .ics …</source>
        <translation>Spara som .ics …</translation>
    </message>
    <message>
        <source>Delete	Delete</source>
        <translation>Ta bort	Delete</translation>
    </message>
    <message>
        <source>Save all reminders as .ics</source>
        <translation>Spara alla påminnelser som .ics</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message numerus="yes">
        <source>%n reminder(s) have rung</source>
        <translation>
            <numerusform>%n påminnelse har ringt</numerusform>
            <numerusform>%n påminnelser har ringt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovedStage</name>
    <message>
        <source>Sign in with your work account</source>
        <translation>Logga in med ditt arbetskonto</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) had not been sent and went with it.</source>
        <translation>
            <numerusform>%n sak hade inte skickats och försvann också.</numerusform>
            <numerusform>%n saker hade inte skickats och försvann också.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was here has been removed</source>
        <translation>Det som fanns här är borttaget</translation>
    </message>
    <message>
        <source>The account is blocked. What was here has been removed.</source>
        <translation>Kontot är spärrat. Det som fanns här är borttaget.</translation>
    </message>
    <message>
        <source>Ask IT if you think that this is wrong.</source>
        <translation>Fråga IT om du tror att det är fel.</translation>
    </message>
    <message>
        <source>Nobody had signed in to the account with a network for as long as IT allows.</source>
        <translation>Ingen hade loggat in på kontot med nät på så länge som IT tillåter.</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>It is too late to take the reply back: it is on its way.</source>
        <translation>Det är för sent att ta tillbaka svaret: det är på väg.</translation>
    </message>
    <message>
        <source>The reply is taken back. It was not sent.</source>
        <translation>Svaret är tillbakataget. Det hann inte skickas.</translation>
    </message>
    <message>
        <source>Reply</source>
        <comment>act</comment>
        <translation>Svara</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>act</comment>
        <translation>Skicka</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>act</comment>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Reply in {place}</source>
        <translation>Svar i {place}</translation>
    </message>
    <message>
        <source>The reply is sent when the network is back.</source>
        <translation>Svaret skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The reply is sent.</source>
        <translation>Svaret skickas.</translation>
    </message>
    <message>
        <source>No network. The reply is sent when it is back.</source>
        <translation>Inget nät. Svaret skickas när det är tillbaka.</translation>
    </message>
    <message>
        <source>It is sent as plain text, with your name.</source>
        <translation>Det skickas som vanlig text, med ditt namn.</translation>
    </message>
    <message>
        <source>Go on with the reply</source>
        <translation>Fortsätt på svaret</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Without a network or a sign-in</source>
        <translation>Utan nät eller inloggning</translation>
    </message>
    <message>
        <source>Signing in and locking</source>
        <translation>Inloggning och lås</translation>
    </message>
    <message>
        <source>How long things are kept here</source>
        <translation>Hur länge saker sparas här</translation>
    </message>
    <message>
        <source>Copy the rules</source>
        <translation>Kopiera reglerna</translation>
    </message>
    <message>
        <source>The rules are copied.</source>
        <translation>Reglerna är kopierade.</translation>
    </message>
    <message>
        <source>Decided by the municipality&apos;s IT</source>
        <translation>Bestäms av kommunens IT</translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s) after your sign-in was last confirmed, also without a network. Then it is locked until you sign in.</source>
        <translation>
            <numerusform>I %n dag efter att din inloggning senast bekräftades, också utan nät. Sedan är det låst tills du loggar in.</numerusform>
            <numerusform>I %n dagar efter att din inloggning senast bekräftades, också utan nät. Sedan är det låst tills du loggar in.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only while your sign-in can be confirmed. Without a network it is locked.</source>
        <translation>Bara när din inloggning kan bekräftas. Utan nät är det låst.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after your sign-in was last confirmed. What waits to be sent goes too.</source>
        <translation>
            <numerusform>%n dag efter att din inloggning senast bekräftades. Det som väntar på att skickas försvinner också.</numerusform>
            <numerusform>%n dagar efter att din inloggning senast bekräftades. Det som väntar på att skickas försvinner också.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is kept can be opened</source>
        <translation>Det som är sparat går att öppna</translation>
    </message>
    <message>
        <source>What is kept is removed from the computer</source>
        <translation>Det som är sparat tas bort från datorn</translation>
    </message>
    <message>
        <source>In your browser.</source>
        <translation>I din webbläsare.</translation>
    </message>
    <message>
        <source>With the computer&apos;s own sign-in where it has one, else in your browser.</source>
        <translation>Med datorns egen inloggning där den finns, annars i din webbläsare.</translation>
    </message>
    <message>
        <source>Can be used where there is no browser.</source>
        <translation>Går att använda där det inte finns någon webbläsare.</translation>
    </message>
    <message>
        <source>Cannot be used.</source>
        <translation>Går inte att använda.</translation>
    </message>
    <message>
        <source>You have to choose one.</source>
        <translation>Du måste välja en.</translation>
    </message>
    <message>
        <source>You decide if you want one.</source>
        <translation>Du väljer själv om du vill ha en.</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) without use.</source>
        <translation>
            <numerusform>Efter %n minut utan att du använder den.</numerusform>
            <numerusform>Efter %n minuter utan att du använder den.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not by itself.</source>
        <translation>Inte av sig själv.</translation>
    </message>
    <message>
        <source>You sign in</source>
        <translation>Du loggar in</translation>
    </message>
    <message>
        <source>A code on another device</source>
        <translation>Kod på en annan enhet</translation>
    </message>
    <message>
        <source>Lock code</source>
        <translation>Låskod</translation>
    </message>
    <message>
        <source>The app is locked</source>
        <translation>Appen låses</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from publishing. What you have saved stays.</source>
        <translation>
            <numerusform>%n dag från publiceringen. Det du har sparat blir kvar.</numerusform>
            <numerusform>%n dagar från publiceringen. Det du har sparat blir kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from when it was written.</source>
        <translation>
            <numerusform>%n dag från att det skrevs.</numerusform>
            <numerusform>%n dagar från att det skrevs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read and not kept here. You find it in Teams and Outlook.</source>
        <translation>Läses inte och sparas inte här. Du hittar dem i Teams och Outlook.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s): what was sent, reminders and notifications that are done.</source>
        <translation>
            <numerusform>%n dag: det som är skickat, påminnelser och aviseringar som är klara.</numerusform>
            <numerusform>%n dagar: det som är skickat, påminnelser och aviseringar som är klara.</numerusform>
        </translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nyheter</translation>
    </message>
    <message>
        <source>Talk in channels, chats and groups</source>
        <translation>Samtal i kanaler, chattar och grupper</translation>
    </message>
    <message>
        <source>What you have done</source>
        <translation>Det du har gjort klart</translation>
    </message>
    <message numerus="yes">
        <source>%n of IT&apos;s settings is wrong and does not hold. Everything else holds.</source>
        <translation>
            <numerusform>%n av IT:s inställningar är fel och gäller inte. Allt annat gäller.</numerusform>
            <numerusform>%n av IT:s inställningar är fel och gäller inte. Allt annat gäller.</numerusform>
        </translation>
    </message>
    <message>
        <source>For IT</source>
        <translation>Till IT</translation>
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
    <name>SentNews</name>
    <message numerus="yes">
        <source>%n thing(s) sent {time}</source>
        <translation>
            <numerusform>%n sak skickad {time}</numerusform>
            <numerusform>%n saker skickade {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
</context>
<context>
    <name>ServiceModel</name>
    <message>
        <source>E-service</source>
        <translation>E-tjänst</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Blankett</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webbsida</translation>
    </message>
    <message>
        <source>journey</source>
        <translation>resa</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fäst</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Show it to whoever you help</source>
        <translation>Visa för den du hjälper</translation>
    </message>
    <message>
        <source>Open on {host}</source>
        <translation>Öppna på {host}</translation>
    </message>
    <message>
        <source>No page is known</source>
        <translation>Ingen sida är känd</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopiera länk</translation>
    </message>
    <message>
        <source>Unpin (Ctrl+D)</source>
        <translation>Lossa (Ctrl+D)</translation>
    </message>
    <message>
        <source>Pin (Ctrl+D)</source>
        <translation>Fäst (Ctrl+D)</translation>
    </message>
    <message>
        <source>Mail the link</source>
        <translation>Mejla länken</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fäst</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lossa</translation>
    </message>
    <message>
        <source>Remind me (Ctrl+R)</source>
        <translation>Påminn mig (Ctrl+R)</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Påminn mig</translation>
    </message>
    <message>
        <source>The link has not answered since {day}.</source>
        <translation>Länken svarar inte sedan {day}.</translation>
    </message>
    <message>
        <source>Compared with the site {day}.</source>
        <translation>Uppgifterna jämfördes med webbplatsen {day}.</translation>
    </message>
    <message>
        <source>Fees and opening hours may have changed: check them on the page.</source>
        <translation>Avgifter och öppettider kan ha ändrats. Se efter på sidan.</translation>
    </message>
    <message>
        <source>Before this</source>
        <translation>Före det här</translation>
    </message>
    <message>
        <source>Journey: {title}</source>
        <translation>Resa: {title}</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Steg {number} av {all}</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>Hör ihop med</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Länken är kopierad.</translation>
    </message>
    <message>
        <source>Ask, suggest or correct</source>
        <translation>Fråga, föreslå eller rätta</translation>
    </message>
</context>
<context>
    <name>ServicesCard</name>
    <message>
        <source>My services</source>
        <translation>Mina tjänster</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alla tjänster</translation>
    </message>
    <message>
        <source>Pin a service with Ctrl+D, and it is shown here.</source>
        <translation>Fäst en tjänst med Ctrl+D, så visas den här.</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Themes</source>
        <translation>Teman</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjänster</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Filtrera tjänster</translation>
    </message>
    <message>
        <source>Filter, for example bygglov</source>
        <translation>Filtrera, till exempel bygglov</translation>
    </message>
    <message>
        <source>No service chosen</source>
        <translation>Ingen tjänst vald</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Välj en i listan.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Resor</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Ö</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fästa</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bolag</translation>
    </message>
    <message>
        <source>Nothing here matches “{words}”. Try another word, or a part of it.</source>
        <translation>Inget här passar ”{words}”. Prova ett annat ord, eller en del av det.</translation>
    </message>
    <message>
        <source>Nothing is pinned. Ctrl+D pins the service that is shown.</source>
        <translation>Inget är fäst. Ctrl+D fäster den tjänst som visas.</translation>
    </message>
    <message>
        <source>{place}: choose another</source>
        <translation>{place}: välj något annat</translation>
    </message>
    <message>
        <source>{title} is no longer pinned.</source>
        <translation>{title} är inte längre fäst.</translation>
    </message>
    <message>
        <source>{title} is pinned.</source>
        <translation>{title} är fäst.</translation>
    </message>
    <message>
        <source>Pin or unpin the service</source>
        <translation>Fäst eller lossa tjänsten</translation>
    </message>
    <message>
        <source>Open the service in the browser</source>
        <translation>Öppna tjänsten i webbläsaren</translation>
    </message>
    <message>
        <source>Copy the service&apos;s link</source>
        <translation>Kopiera tjänstens länk</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Muted notifications</source>
        <translation>Tystade aviseringar</translation>
    </message>
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
    <message>
        <source>Rules on this computer</source>
        <translation>Regler på den här datorn</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) on this computer</source>
        <translation>
            <numerusform>%n tjänst på datorn</numerusform>
            <numerusform>%n tjänster på datorn</numerusform>
        </translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Inte inloggad</translation>
    </message>
</context>
<context>
    <name>SigningOut</name>
    <message>
        <source>This is lost if you sign out</source>
        <translation>Det här försvinner om du loggar ut</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Fortsätt vara inloggad</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Visa utkorgen</translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation>Logga ut ändå</translation>
    </message>
    <message>
        <source>What is kept here cannot be read: some of it may not be sent</source>
        <translation>Det som finns här går inte att läsa: allt kanske inte är skickat</translation>
    </message>
    <message>
        <source>There is no network, so nothing can be sent now. If you stay signed in it is sent when the network is back. The outbox can be saved as a file.</source>
        <translation>Det finns inget nät, så inget kan skickas nu. Om du är kvar skickas det när nätet är tillbaka. Utkorgen går att spara som fil.</translation>
    </message>
    <message>
        <source>If you stay signed in it is sent as soon as that is possible. The outbox can be saved as a file.</source>
        <translation>Om du är kvar skickas det så snart det går. Utkorgen går att spara som fil.</translation>
    </message>
    <message>
        <source>It is kept on this computer only. In Microsoft 365 nothing changes.</source>
        <translation>Det finns bara på den här datorn. I Microsoft 365 ändras inget.</translation>
    </message>
</context>
<context>
    <name>SinceWords</name>
    <message numerus="yes">
        <source>%n unread mail(s)</source>
        <translation>
            <numerusform>%n oläst mejl</numerusform>
            <numerusform>%n olästa mejl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new task(s)</source>
        <translation>
            <numerusform>%n ny uppgift</numerusform>
            <numerusform>%n nya uppgifter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) to acknowledge</source>
        <translation>
            <numerusform>%n nyhet att kvittera</numerusform>
            <numerusform>%n nyheter att kvittera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) for you</source>
        <translation>
            <numerusform>%n nyhet för dig</numerusform>
            <numerusform>%n nyheter för dig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in your workspaces</source>
        <translation>
            <numerusform>%n händelse i dina ytor</numerusform>
            <numerusform>%n händelser i dina ytor</numerusform>
        </translation>
    </message>
    <message>
        <source>Since {when}:</source>
        <translation>Sedan {when}:</translation>
    </message>
    <message>
        <source>nothing new.</source>
        <translation>inget nytt.</translation>
    </message>
    <message>
        <source>and</source>
        <translation>och</translation>
    </message>
    <message>
        <source>Show what is new</source>
        <translation>Visa det nya</translation>
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
    <name>Stage</name>
    <message>
        <source>Continue without signing in</source>
        <translation>Fortsätt utan att logga in</translation>
    </message>
    <message>
        <source>Continue with what is kept here</source>
        <translation>Fortsätt med det som finns här</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
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
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n behöver dig</numerusform>
            <numerusform>%n behöver dig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n skickas</numerusform>
            <numerusform>%n skickas</numerusform>
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
    <name>StepCounts</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n steg</numerusform>
            <numerusform>%n steg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>You are here</source>
        <translation>Du är här</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Valfritt</translation>
    </message>
    <message>
        <source>Needs step {numbers}</source>
        <translation>Kräver steg {numbers}</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>The new task is taken back. It was not sent.</source>
        <translation>Den nya uppgiften är tillbakatagen. Den hann inte skickas.</translation>
    </message>
    <message>
        <source>It was too late: it is already on its way.</source>
        <translation>Det var för sent: den är redan på väg.</translation>
    </message>
    <message>
        <source>Take back	Delete</source>
        <translation>Ta tillbaka	Delete</translation>
    </message>
    <message>
        <source>Remind me …	Ctrl+R</source>
        <translation>Påminn mig …	Ctrl+R</translation>
    </message>
    <message>
        <source>Flagged mail is changed in Outlook.</source>
        <translation>Flaggad e-post ändras i Outlook.</translation>
    </message>
    <message>
        <source>Needs you: decide …</source>
        <translation>Behöver dig: bestäm …</translation>
    </message>
    <message>
        <source>Not done	Space</source>
        <translation>Inte klar	Mellanslag</translation>
    </message>
    <message>
        <source>Done	Space</source>
        <translation>Klar	Mellanslag</translation>
    </message>
    <message>
        <source>Change the date …	D</source>
        <translation>Ändra datum …	D</translation>
    </message>
    <message>
        <source>Comment …	C</source>
        <translation>Kommentera …	C</translation>
    </message>
    <message>
        <source>Open where it is kept	Enter</source>
        <translation>Öppna där den finns	Enter</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Kopiera länken</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Länken är kopierad.</translation>
    </message>
    <message>
        <source>Take time in the calendar …</source>
        <translation>Boka tid i kalendern …</translation>
    </message>
</context>
<context>
    <name>TaskModel</name>
    <message>
        <source>Inbox</source>
        <translation>Inkorgen</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>behöver dig</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>skickas</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>väntar</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>late</source>
        <translation>försenad</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Försenat</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>heading of tasks</comment>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Later this week</source>
        <translation>Senare i veckan</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>heading of tasks</comment>
        <translation>Senare</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Utan datum</translation>
    </message>
</context>
<context>
    <name>TaskTicking</name>
    <message>
        <source>Flagged mail is marked as done in Outlook.</source>
        <translation>Flaggad e-post markeras som klar i Outlook.</translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation>Uppgiften är klar.</translation>
    </message>
</context>
<context>
    <name>TaskWishes</name>
    <message>
        <source>The task no longer has a date.</source>
        <translation>Uppgiften har inte längre något datum.</translation>
    </message>
    <message>
        <source>The task is due {day}.</source>
        <translation>Uppgiften förfaller {day}.</translation>
    </message>
    <message>
        <source>The comment is sent.</source>
        <translation>Kommentaren skickas.</translation>
    </message>
    <message>
        <source>The comment is taken back. Its words are kept as a draft.</source>
        <translation>Kommentaren är tillbakatagen. Texten finns kvar som utkast.</translation>
    </message>
    <message>
        <source>It was too late: the comment has been sent.</source>
        <translation>Det var för sent: kommentaren är skickad.</translation>
    </message>
    <message>
        <source>The comment is sent when the network is back.</source>
        <translation>Kommentaren skickas när nätet är tillbaka.</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>My tasks</source>
        <translation>Mina uppgifter</translation>
    </message>
    <message>
        <source>No task waits for you.</source>
        <translation>Ingen uppgift väntar på dig.</translation>
    </message>
    <message numerus="yes">
        <source>All %n task(s)</source>
        <translation>
            <numerusform>Visa uppgiften</numerusform>
            <numerusform>Alla %n uppgifter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemeTile</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n tjänst</numerusform>
            <numerusform>%n tjänster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <translation>
            <numerusform>%n svar</numerusform>
            <numerusform>%n svar</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply</source>
        <comment>act</comment>
        <translation>Svara</translation>
    </message>
    <message>
        <source>{words}: open the thread</source>
        <translation>{words}: öppna tråden</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Se varför</translation>
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
    <name>TimeLeft</name>
    <message>
        <source>We wait another {time}.</source>
        <translation>Vi väntar i {time} till.</translation>
    </message>
</context>
<context>
    <name>TimePopover</name>
    <message>
        <source>Take time in the calendar</source>
        <translation>Boka tid i kalendern</translation>
    </message>
    <message>
        <source>What the time is for</source>
        <translation>Vad tiden är till för</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hur länge</translation>
    </message>
    <message>
        <source>One day earlier</source>
        <translation>En dag tidigare</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>En dag senare</translation>
    </message>
    <message>
        <source>Take the time</source>
        <translation>Boka tiden</translation>
    </message>
    <message>
        <source>Write what the time is for.</source>
        <translation>Skriv vad tiden är till för.</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation>Den tiden har passerat. Välj en senare.</translation>
    </message>
</context>
<context>
    <name>TimeTaking</name>
    <message>
        <source>The time is taken: {when}.</source>
        <translation>Tiden är bokad: {when}.</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Visa utkorgen</translation>
    </message>
    <message>
        <source>The time was already in the calendar. It is removed.</source>
        <translation>Tiden fanns redan i kalendern. Den tas bort.</translation>
    </message>
    <message>
        <source>The time is on its way to the calendar. Undo it in the outbox when it has arrived.</source>
        <translation>Tiden är på väg till kalendern. Ångra den i utkorgen när den är framme.</translation>
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
        <translation>Här finns inget.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Arrange the cards</source>
        <translation>Ordna korten</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Idag</translation>
    </message>
    <message>
        <source>The card {name} is hidden.</source>
        <translation>Kortet {name} är dolt.</translation>
    </message>
    <message>
        <source>All my tasks</source>
        <translation>Alla mina uppgifter</translation>
    </message>
    <message>
        <source>Reset the cards</source>
        <translation>Återställ korten</translation>
    </message>
    <message>
        <source>The cards are as they were at first.</source>
        <translation>Korten är som från början.</translation>
    </message>
</context>
<context>
    <name>ToolsCard</name>
    <message>
        <source>Tools</source>
        <translation>Verktyg</translation>
    </message>
    <message>
        <source>IT has not listed any tools.</source>
        <translation>IT har inte lagt in några verktyg.</translation>
    </message>
</context>
<context>
    <name>WaitingCounts</name>
    <message numerus="yes">
        <source>%n thing(s) wait here to be sent, and are sent when you unlock.</source>
        <translation>
            <numerusform>%n sak väntar här och skickas när du låser upp.</numerusform>
            <numerusform>%n saker väntar här och skickas när du låser upp.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Sign in with your work account</source>
        <translation>Logga in med arbetskontot</translation>
    </message>
    <message>
        <source>Sign in with a code</source>
        <translation>Logga in med en kod</translation>
    </message>
    <message>
        <source>On another device, for example your telephone</source>
        <translation>På en annan enhet, till exempel telefonen</translation>
    </message>
    <message>
        <source>Tasks, calendar, news, workspaces and the municipality&apos;s services in one window.</source>
        <translation>Uppgifter, kalender, nyheter, ytor och kommunens tjänster i ett fönster.</translation>
    </message>
    <message>
        <source>Sign in once.
Then the day is gathered.</source>
        <translation>Logga in en gång.
Sedan är dagen samlad.</translation>
    </message>
    <message>
        <source>You sign in in your web browser. The app never sees your password.</source>
        <translation>Inloggningen sker i din webbläsare. Appen ser aldrig ditt lösenord.</translation>
    </message>
    <message>
        <source>What you fetch is encrypted, for you only, until you close the app.</source>
        <translation>Det du hämtar krypteras, bara för dig, tills du stänger appen.</translation>
    </message>
    <message>
        <source>What you fetch is kept encrypted on this computer, for you only.</source>
        <translation>Det du hämtar sparas krypterat, bara för dig, på den här datorn.</translation>
    </message>
    <message>
        <source>After the first time the app opens at once, without a network too.</source>
        <translation>Efter första gången öppnas appen direkt, även utan nät.</translation>
    </message>
</context>
<context>
    <name>WithCode</name>
    <message>
        <source>Open {address} on your telephone or another computer, and type the code there.</source>
        <translation>Öppna {address} på telefonen eller en annan dator och skriv koden där.</translation>
    </message>
    <message>
        <source>The code: {code}</source>
        <translation>Koden: {code}</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Kopiera koden</translation>
    </message>
    <message>
        <source>Open the page here</source>
        <translation>Öppna sidan här</translation>
    </message>
    <message>
        <source>Point the camera of the telephone at the square.</source>
        <translation>Rikta telefonens kamera mot rutan.</translation>
    </message>
    <message>
        <source>Type the code on another device</source>
        <translation>Skriv koden på en annan enhet</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>Koden är kopierad.</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message>
        <source>Channels</source>
        <translation>Kanaler</translation>
    </message>
    <message>
        <source>Latest files</source>
        <translation>Senaste filerna</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Hämta igen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation>Gör till favorit</translation>
    </message>
    <message>
        <source>Mute the workspace</source>
        <translation>Tysta ytan</translation>
    </message>
    <message>
        <source>Mute</source>
        <comment>act</comment>
        <translation>Tysta</translation>
    </message>
    <message>
        <source>Unmute the workspace</source>
        <translation>Sluta tysta ytan</translation>
    </message>
    <message>
        <source>Unmute</source>
        <comment>act</comment>
        <translation>Sluta tysta</translation>
    </message>
    <message>
        <source>Fetched {time}</source>
        <translation>Hämtad {time}</translation>
    </message>
    <message>
        <source>Nothing is said here.</source>
        <translation>Inget är sagt här.</translation>
    </message>
    <message>
        <source>Choose a channel to read it. Teams is read only when you look.</source>
        <translation>Välj en kanal för att läsa den. Teams läses bara när du tittar.</translation>
    </message>
    <message>
        <source>All threads</source>
        <translation>Alla trådar</translation>
    </message>
    <message>
        <source>The municipality&apos;s IT has turned off reading here. Open it in Teams to see what is said.</source>
        <translation>Kommunens IT har stängt av läsning här. Öppna i Teams för att se vad som sägs.</translation>
    </message>
    <message>
        <source>The municipality&apos;s IT has turned off reading here. Open it in Outlook instead.</source>
        <translation>Kommunens IT har stängt av läsning här. Öppna i Outlook i stället.</translation>
    </message>
</context>
<context>
    <name>WorkspacesScreen</name>
    <message>
        <source>Workspaces</source>
        <translation>Ytor</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>Alla ytor</translation>
    </message>
    <message>
        <source>Show the workspace</source>
        <translation>Visa ytan</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriter</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chattar</translation>
    </message>
    <message>
        <source>SharePoint sites</source>
        <translation>SharePoint-webbplatser</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>{place}: choose another</source>
        <translation>{place}: välj något annat</translation>
    </message>
    <message>
        <source>{title} is no longer a favourite.</source>
        <translation>{title} är inte längre favorit.</translation>
    </message>
    <message>
        <source>{title} is a favourite.</source>
        <translation>{title} är favorit.</translation>
    </message>
    <message>
        <source>Mark all notifications as done</source>
        <translation>Gör alla aviseringar klara</translation>
    </message>
    <message>
        <source>Favourite or not</source>
        <translation>Favorit eller inte</translation>
    </message>
    <message>
        <source>Mute the workspace or not</source>
        <translation>Tysta ytan eller inte</translation>
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
    <name>access</name>
    <message>
        <source>Open without a network until {day}</source>
        <translation>Öppet utan nät till {day}</translation>
    </message>
    <message>
        <source>Open until {day}</source>
        <translation>Öppet till {day}</translation>
    </message>
    <message>
        <source>The sign-in service answered last {time}. Each time it does, the days begin anew. Then everything is locked, not removed, until you sign in with a network.</source>
        <translation>Inloggningstjänsten svarade senast {time}. Varje gång den gör det börjar dagarna om. Därefter låses allt, men tas inte bort, tills du loggar in med nät.</translation>
    </message>
</context>
<context>
    <name>acknowledgement</name>
    <message>
        <source>Acknowledged {time}</source>
        <translation>Kvitterad {time}</translation>
    </message>
    <message>
        <source>Kept on this computer. It is not sent anywhere.</source>
        <translation>Sparad på den här datorn. Den skickas ingenstans.</translation>
    </message>
    <message>
        <source>Arrived {time}.</source>
        <translation>Framme {time}.</translation>
    </message>
    <message>
        <source>It could not be sent. {why} See the outbox.</source>
        <translation>Den gick inte att skicka. {why} Se utkorgen.</translation>
    </message>
    <message>
        <source>It is sent when the network is back.</source>
        <translation>Skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>It has not been received yet, and is sent again.</source>
        <translation>Den är inte mottagen än, och skickas igen.</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>Skickas.</translation>
    </message>
</context>
<context>
    <name>checkup</name>
    <message>
        <source>There is no network: nothing could be reached.</source>
        <translation>Det finns inget nätverk: inget gick att nå.</translation>
    </message>
    <message>
        <source>Connect to a network. What is saved can be used meanwhile.</source>
        <translation>Anslut till ett nätverk. Det som är sparat går att använda så länge.</translation>
    </message>
    <message>
        <source>The network wants you to sign in to it first.</source>
        <translation>Nätverket vill att du loggar in på det först.</translation>
    </message>
    <message>
        <source>Open a web page and sign in to the network.</source>
        <translation>Öppna en webbsida och logga in på nätverket.</translation>
    </message>
    <message>
        <source>{answered} of {asked} addresses answered.</source>
        <translation>{answered} av {asked} adresser svarade.</translation>
    </message>
    <message>
        <source>No address is configured, so none was asked.</source>
        <translation>Ingen adress är inställd, så ingen tillfrågades.</translation>
    </message>
    <message>
        <source>It answers ({seconds} s).</source>
        <translation>Den svarar ({seconds} s).</translation>
    </message>
    <message>
        <source>It answers slowly ({seconds} s).</source>
        <translation>Den svarar långsamt ({seconds} s).</translation>
    </message>
    <message>
        <source>See whether a proxy or a filter on the way is busy.</source>
        <translation>Se om en proxy eller ett filter på vägen är överbelastat.</translation>
    </message>
    <message>
        <source>It is the issuer that the configuration names.</source>
        <translation>Den är den utfärdare som inställningarna anger.</translation>
    </message>
    <message>
        <source>It says that it is {issuer}; the configuration has {expected}.</source>
        <translation>Den säger sig vara {issuer}; inställningarna har {expected}.</translation>
    </message>
    <message>
        <source>Correct the address of the issuer, or the tenant, in the configuration.</source>
        <translation>Rätta utfärdarens adress, eller klientorganisationen, i inställningarna.</translation>
    </message>
    <message>
        <source>What it answers describes no issuer, so nobody can sign in there.</source>
        <translation>Svaret beskriver ingen utfärdare, så ingen kan logga in där.</translation>
    </message>
    <message>
        <source>Correct the address of the issuer in the configuration.</source>
        <translation>Rätta utfärdarens adress i inställningarna.</translation>
    </message>
    <message>
        <source>The tenant of the configuration is not known there.</source>
        <translation>Klientorganisationen i inställningarna är inte känd där.</translation>
    </message>
    <message>
        <source>Correct tenant_id in the configuration.</source>
        <translation>Rätta tenant_id i inställningarna.</translation>
    </message>
    <message>
        <source>Something on the way stops it with a web page of its own ({status}).</source>
        <translation>Något på vägen stoppar den med en egen webbsida ({status}).</translation>
    </message>
    <message>
        <source>Let {subject} through in the proxy or the filter.</source>
        <translation>Släpp igenom {subject} i proxyn eller filtret.</translation>
    </message>
    <message>
        <source>This could not be checked: the check itself failed ({error}).</source>
        <translation>Detta kunde inte kontrolleras: själva kontrollen gick fel ({error}).</translation>
    </message>
    <message>
        <source>Report it to those who make the app.</source>
        <translation>Rapportera det till dem som gör appen.</translation>
    </message>
    <message>
        <source>This could not be checked within {seconds} seconds.</source>
        <translation>Detta hann inte kontrolleras på {seconds} sekunder.</translation>
    </message>
    <message>
        <source>Run it again when the computer has less to do.</source>
        <translation>Kör igen när datorn har mindre att göra.</translation>
    </message>
    <message>
        <source>It cannot be reached: its name is not known here, or nobody answers.</source>
        <translation>Den går inte att nå: namnet är inte känt här, eller så svarar ingen.</translation>
    </message>
    <message>
        <source>Check the name server, the firewall and the address in the configuration.</source>
        <translation>Kontrollera namnservern, brandväggen och adressen i inställningarna.</translation>
    </message>
    <message>
        <source>A web page answers in its place: the network&apos;s own sign-in, or a filter&apos;s.</source>
        <translation>En webbsida svarar i dess ställe: nätverkets egen inloggning, eller ett filters.</translation>
    </message>
    <message>
        <source>Sign in to the network in a browser, or let {subject} through.</source>
        <translation>Logga in på nätverket i en webbläsare, eller släpp igenom {subject}.</translation>
    </message>
    <message>
        <source>It did not answer within {seconds} seconds.</source>
        <translation>Den svarade inte inom {seconds} sekunder.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, see what stops it on the way.</source>
        <translation>Försök igen. Om det fortsätter, se vad som stoppar den på vägen.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted here.</source>
        <translation>Dess certifikat är inte betrott här.</translation>
    </message>
    <message>
        <source>Is the traffic inspected? Then the inspector&apos;s authority has to be in the system&apos;s trust.</source>
        <translation>Granskas trafiken? Då måste granskarens utfärdare finnas bland dem som systemet litar på.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet: this computer&apos;s clock is behind.</source>
        <translation>Dess certifikat gäller inte än: datorns klocka går efter.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself.</source>
        <translation>Låt systemet ställa klockan självt.</translation>
    </message>
    <message>
        <source>The proxy does not let it through.</source>
        <translation>Proxyn släpper inte igenom den.</translation>
    </message>
    <message>
        <source>The app signs in to no proxy: let {subject} through without.</source>
        <translation>Appen loggar inte in på någon proxy: släpp igenom {subject} utan inloggning.</translation>
    </message>
    <message>
        <source>There is nothing at the configured address.</source>
        <translation>Det finns inget på den inställda adressen.</translation>
    </message>
    <message>
        <source>Correct the address in the configuration.</source>
        <translation>Rätta adressen i inställningarna.</translation>
    </message>
    <message>
        <source>It answers with something else than it should.</source>
        <translation>Den svarar med något annat än den ska.</translation>
    </message>
    <message>
        <source>Check the address in the configuration.</source>
        <translation>Kontrollera adressen i inställningarna.</translation>
    </message>
    <message>
        <source>It answers that it cannot serve right now.</source>
        <translation>Den svarar att den inte kan ta emot just nu.</translation>
    </message>
    <message>
        <source>Try again later. If it stays so, ask those who run it.</source>
        <translation>Försök igen senare. Om det fortsätter, fråga dem som driver den.</translation>
    </message>
    <message>
        <source>Version {program} on {system}, Python {python}.</source>
        <translation>Version {program} på {system}, Python {python}.</translation>
    </message>
    <message>
        <source>The app is set up for {name}.</source>
        <translation>Appen är inställd för {name}.</translation>
    </message>
    <message>
        <source>The app is not set up for a municipality: nobody can sign in.</source>
        <translation>Appen är inte inställd för någon kommun: ingen kan logga in.</translation>
    </message>
    <message>
        <source>Put a configuration file where IT&apos;s are read, or name one with --configuration.</source>
        <translation>Lägg en inställningsfil där IT:s filer läses, eller ange en med --configuration.</translation>
    </message>
    <message>
        <source>The configuration cannot be used: {why}.</source>
        <translation>Inställningarna går inte att använda: {why}.</translation>
    </message>
    <message>
        <source>Correct the file. Without it only public services are shown.</source>
        <translation>Rätta filen. Utan den visas bara tjänster för alla.</translation>
    </message>
    <message>
        <source>The extra certificate authorities in this file are trusted too.</source>
        <translation>De extra certifikatutfärdarna i filen är också betrodda.</translation>
    </message>
    <message>
        <source>The file of extra certificate authorities cannot be used.</source>
        <translation>Filen med extra certifikatutfärdare går inte att använda.</translation>
    </message>
    <message>
        <source>See that it is there, readable, and holds certificates in PEM.</source>
        <translation>Se till att den finns, går att läsa och innehåller certifikat i PEM.</translation>
    </message>
    <message>
        <source>Reached without a proxy.</source>
        <translation>Nås utan proxy.</translation>
    </message>
    <message>
        <source>Reached by way of the proxy {proxy}.</source>
        <translation>Nås genom proxyn {proxy}.</translation>
    </message>
    <message>
        <source>The system names a proxy script (PAC) at {script}, which the app does not read.</source>
        <translation>Systemet anger ett proxyskript (PAC) på {script}, som appen inte läser.</translation>
    </message>
    <message>
        <source>Name the proxy itself in the system&apos;s settings, or in HTTPS_PROXY.</source>
        <translation>Ange själva proxyn i systemets inställningar, eller i HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>The certificate is signed by {by}, whom everybody trusts.</source>
        <translation>Certifikatet är utfärdat av {by}, som alla litar på.</translation>
    </message>
    <message>
        <source>The certificate is signed by {by}, whom this computer trusts and not everybody.</source>
        <translation>Certifikatet är utfärdat av {by}, som den här datorn litar på men inte alla.</translation>
    </message>
    <message>
        <source>The traffic is opened on its way: the certificate is signed by {by}.</source>
        <translation>Trafiken öppnas på vägen: certifikatet är utfärdat av {by}.</translation>
    </message>
    <message>
        <source>It works. If sign-in makes trouble, exempt this address from inspection.</source>
        <translation>Det fungerar. Om inloggningen krånglar, undanta adressen från granskning.</translation>
    </message>
    <message>
        <source>Who signed the certificate could not be told.</source>
        <translation>Det gick inte att se vem som utfärdat certifikatet.</translation>
    </message>
    <message>
        <source>The clock is right, to within a minute.</source>
        <translation>Klockan går rätt, på minuten när.</translation>
    </message>
    <message>
        <source>The clock differs from the servers&apos; by {time}.</source>
        <translation>Klockan skiljer sig från servrarnas med {time}.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Sign-in fails from five minutes on.</source>
        <translation>Låt systemet ställa klockan självt. Från fem minuter går det inte att logga in.</translation>
    </message>
    <message>
        <source>The clock is so far behind that a server&apos;s certificate is not valid yet.</source>
        <translation>Klockan går så mycket efter att en servers certifikat inte gäller än.</translation>
    </message>
    <message>
        <source>The clock was set while it was being looked at.</source>
        <translation>Klockan ställdes om medan den kontrollerades.</translation>
    </message>
    <message>
        <source>Run it again. If it says so again, see who sets the time.</source>
        <translation>Kör igen. Om det står så igen, se vem som ställer klockan.</translation>
    </message>
    <message>
        <source>No server told the time, so the clock could not be checked.</source>
        <translation>Ingen server sa vad klockan är, så den kunde inte kontrolleras.</translation>
    </message>
    <message>
        <source>The keyring kept a key and gave it back.</source>
        <translation>Nyckelringen sparade en nyckel och gav den tillbaka.</translation>
    </message>
    <message>
        <source>The keyring did not answer within {seconds} seconds.</source>
        <translation>Nyckelringen svarade inte inom {seconds} sekunder.</translation>
    </message>
    <message>
        <source>It may be asking for its password in a window of its own.</source>
        <translation>Den kanske frågar efter sitt lösenord i ett eget fönster.</translation>
    </message>
    <message>
        <source>Nobody has signed in on this computer, so nothing is kept.</source>
        <translation>Ingen har loggat in på den här datorn, så inget är sparat.</translation>
    </message>
    <message>
        <source>The file is whole: every page was read ({size} MB).</source>
        <translation>Filen är hel: varje sida lästes ({size} MB).</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Filen är skadad.</translation>
    </message>
    <message>
        <source>Start the app: it sets the file aside and fetches again what can be fetched.</source>
        <translation>Starta appen: den lägger undan filen och hämtar igen det som går att hämta.</translation>
    </message>
    <message>
        <source>The file is of an older version of the app ({version}, now {current}).</source>
        <translation>Filen är från en äldre version av appen ({version}, nu {current}).</translation>
    </message>
    <message>
        <source>Start the app once: it brings the file up to date.</source>
        <translation>Starta appen en gång, så uppdaterar den filen.</translation>
    </message>
    <message>
        <source>Files are missing: {files}.</source>
        <translation>Filer saknas: {files}.</translation>
    </message>
    <message>
        <source>Start the app and sign in again.</source>
        <translation>Starta appen och logga in igen.</translation>
    </message>
    <message>
        <source>The key is sealed with its owner&apos;s code, so the files were not opened.</source>
        <translation>Nyckeln är förseglad med ägarens kod, så filerna öppnades inte.</translation>
    </message>
    <message>
        <source>The key to what is saved could not be had.</source>
        <translation>Nyckeln till det som är sparat gick inte att få.</translation>
    </message>
    <message>
        <source>See what is said of the keyring.</source>
        <translation>Se vad som står om nyckelringen.</translation>
    </message>
    <message>
        <source>Others who use this computer can reach this. It is encrypted.</source>
        <translation>Andra som använder datorn kommer åt detta. Det är krypterat.</translation>
    </message>
    <message>
        <source>Take their rights away (chmod 700 for the folder, 600 for files).</source>
        <translation>Ta bort deras rättigheter (chmod 700 för mappen, 600 för filer).</translation>
    </message>
    <message>
        <source>There is room on the disk: {free} MB.</source>
        <translation>Det finns plats på disken: {free} MB.</translation>
    </message>
    <message>
        <source>There is little room on the disk: {free} MB.</source>
        <translation>Det är ont om plats på disken: {free} MB.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Frigör utrymme.</translation>
    </message>
    <message>
        <source>All {count} permissions were granted at the last sign-in.</source>
        <translation>Alla {count} behörigheter gavs vid den senaste inloggningen.</translation>
    </message>
    <message>
        <source>This permission was not granted. {lost}</source>
        <translation>Den här behörigheten gavs inte. {lost}</translation>
    </message>
    <message>
        <source>Give it in Entra ID with consent for the organisation, or leave it out of the scopes.</source>
        <translation>Ge den i Entra ID med medgivande för organisationen, eller stryk den bland scopes.</translation>
    </message>
    <message>
        <source>Nobody is signed in, so what IT has consented to is not known here.</source>
        <translation>Ingen är inloggad, så det är inte känt här vad IT har godkänt.</translation>
    </message>
    <message>
        <source>Sign in, then run it again.</source>
        <translation>Logga in och kör sedan igen.</translation>
    </message>
    <message>
        <source>No policy of IT&apos;s governs this computer.</source>
        <translation>Ingen IT-policy styr den här datorn.</translation>
    </message>
    <message>
        <source>IT&apos;s policy decides {count} settings.</source>
        <translation>IT:s policy bestämmer {count} inställningar.</translation>
    </message>
    <message>
        <source>A setting is not obeyed: {why}.</source>
        <translation>En inställning används inte: {why}.</translation>
    </message>
    <message>
        <source>Correct it where it was set.</source>
        <translation>Rätta det där det sattes.</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Appen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Inställningar från IT</translation>
    </message>
    <message>
        <source>IT&apos;s policy</source>
        <translation>IT:s policy</translation>
    </message>
    <message>
        <source>Network and services</source>
        <translation>Nätverk och tjänster</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certifikat</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klocka</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Nyckelring</translation>
    </message>
    <message>
        <source>What is saved here</source>
        <translation>Det som är sparat här</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Behörigheter</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bra</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observera</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>cms_sign_in</name>
    <message>
        <source>Continue in the browser to sign in for the news.</source>
        <translation>Fortsätt i webbläsaren för att logga in för nyheterna.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>You are signed in for the news.</source>
        <translation>Du är inloggad för nyheterna.</translation>
    </message>
    <message>
        <source>You are not signed in for the news. Everything else works.</source>
        <translation>Du är inte inloggad för nyheterna. Allt annat fungerar.</translation>
    </message>
    <message>
        <source>You are not signed in for the news. {why}</source>
        <translation>Du är inte inloggad för nyheterna. {why}</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>The lock code needs at least {count} signs.</source>
        <translation>Låskoden behöver minst {count} tecken.</translation>
    </message>
    <message>
        <source>The lock code is too long.</source>
        <translation>Låskoden är för lång.</translation>
    </message>
    <message>
        <source>The lock code is too easy to guess. Choose another one.</source>
        <translation>Låskoden är för lätt att gissa. Välj en annan.</translation>
    </message>
    <message>
        <source>Try again in {time}.</source>
        <translation>Försök igen om {time}.</translation>
    </message>
    <message>
        <source>Wrong lock code.</source>
        <translation>Fel låskod.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Search everything</source>
        <translation>Sök i allt</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Visa utkorgen</translation>
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
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Gå till {place}</translation>
    </message>
    <message>
        <source>Remind me of what is chosen …</source>
        <translation>Påminn mig om det valda …</translation>
    </message>
    <message>
        <source>New reminder …</source>
        <translation>Ny påminnelse …</translation>
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
        <translation>Normal textstorlek</translation>
    </message>
    <message>
        <source>Go to the reminder that rings</source>
        <translation>Gå till påminnelsen som ringer</translation>
    </message>
    <message>
        <source>Lock the app</source>
        <translation>Lås appen</translation>
    </message>
    <message>
        <source>Switch person …</source>
        <translation>Byt person …</translation>
    </message>
</context>
<context>
    <name>conflict</name>
    <message>
        <source>Due</source>
        <translation>Förfaller</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Tilldelad</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Slutar</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ditt svar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Tackat ja</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Kanske</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Tackat nej</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Inte besvarad</translation>
    </message>
    <message>
        <source>You called the meeting</source>
        <translation>Du har kallat till mötet</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Inte angivet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <source>Two people have changed the same task</source>
        <translation>Två personer har ändrat samma uppgift</translation>
    </message>
    <message>
        <source>The meeting is cancelled</source>
        <translation>Mötet är inställt</translation>
    </message>
    <message>
        <source>The meeting has been moved</source>
        <translation>Mötet har flyttats</translation>
    </message>
    <message>
        <source>The meeting has been changed</source>
        <translation>Mötet har ändrats</translation>
    </message>
    <message>
        <source>What you wrote to is no longer there</source>
        <translation>Det du skrev till finns inte kvar</translation>
    </message>
    <message>
        <source>Somebody else has changed the same thing</source>
        <translation>Någon annan har ändrat samma sak</translation>
    </message>
    <message>
        <source>The task has been removed in {service} by {name}</source>
        <translation>Uppgiften är borttagen i {service} av {name}</translation>
    </message>
    <message>
        <source>The task has been removed in {service}</source>
        <translation>Uppgiften är borttagen i {service}</translation>
    </message>
    <message>
        <source>You, {time}, without a network</source>
        <translation>Du, {time}, utan nät</translation>
    </message>
    <message>
        <source>You, {time}</source>
        <translation>Du, {time}</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Det du skrev</translation>
    </message>
    <message>
        <source>What you answered</source>
        <translation>Det du svarade</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Din ändring</translation>
    </message>
    <message>
        <source>Make a task of it</source>
        <translation>Gör en uppgift av det</translation>
    </message>
    <message>
        <source>Answer all the same</source>
        <translation>Svara ändå</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Behåll min</translation>
    </message>
    <message>
        <source>In {service} now</source>
        <translation>I {service} nu</translation>
    </message>
    <message>
        <source>In the calendar now</source>
        <translation>I kalendern nu</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Där nu</translation>
    </message>
    <message>
        <source>Let the answer go</source>
        <translation>Skicka inte svaret</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Skicka det inte</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>Behåll den andra</translation>
    </message>
    <message>
        <source>Keep {name}’</source>
        <comment>name ends in s</comment>
        <translation>Behåll {name}</translation>
    </message>
    <message>
        <source>Keep {name}’s</source>
        <translation>Behåll {name}s</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Någon annan</translation>
    </message>
    <message>
        <source>{who}, {time}</source>
        <translation>{who}, {time}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Inställt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>Your words stay in the outbox to be copied, whichever you choose.</source>
        <translation>Din text finns kvar i utkorgen, vilket du än väljer.</translation>
    </message>
    <message>
        <source>Your version can still be read in the outbox, whichever you choose.</source>
        <translation>Din version finns kvar i utkorgen, vilket du än väljer.</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>skiljer sig</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Inbjudna</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anteckningar</translation>
    </message>
    <message>
        <source>The time has been changed in the calendar</source>
        <translation>Tiden har ändrats i kalendern</translation>
    </message>
    <message>
        <source>The time that you gave back</source>
        <translation>Tiden som du tog bort</translation>
    </message>
    <message>
        <source>Remove it all the same</source>
        <translation>Ta bort ändå</translation>
    </message>
    <message>
        <source>Let it stay</source>
        <translation>Låt den vara kvar</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation>Den andra versionen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Återkommer</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Bifogade filer</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Those who are invited are told that the meeting is cancelled, if you remove it.</source>
        <translation>De som är inbjudna får veta att mötet är inställt, om du tar bort det.</translation>
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
    <name>dialogue</name>
    <message>
        <source>Ask</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Föreslå</translation>
    </message>
    <message>
        <source>Correct an error</source>
        <translation>Rätta ett fel</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Rättelse</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Vad undrar du?</translation>
    </message>
    <message>
        <source>What do you suggest?</source>
        <translation>Vad föreslår du?</translation>
    </message>
    <message>
        <source>What is wrong, and what is right?</source>
        <translation>Vad är fel, och vad är rätt?</translation>
    </message>
    <message>
        <source>The question is sent when the network is back.</source>
        <translation>Frågan skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The idea is sent when the network is back.</source>
        <translation>Förslaget skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The correction is sent when the network is back.</source>
        <translation>Rättelsen skickas när nätet är tillbaka.</translation>
    </message>
    <message>
        <source>The question is being sent.</source>
        <translation>Frågan skickas.</translation>
    </message>
    <message>
        <source>The idea is being sent.</source>
        <translation>Förslaget skickas.</translation>
    </message>
    <message>
        <source>The correction is being sent.</source>
        <translation>Rättelsen skickas.</translation>
    </message>
    <message>
        <source>Question: {title}</source>
        <translation>Fråga: {title}</translation>
    </message>
    <message>
        <source>Idea: {title}</source>
        <translation>Förslag: {title}</translation>
    </message>
    <message>
        <source>Correction: {title}</source>
        <translation>Rättelse: {title}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottagen</translation>
    </message>
    <message>
        <source>Somebody is looking at it</source>
        <translation>Någon tittar på den</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvarad</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Avslutad</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Behöver dig</translation>
    </message>
    <message>
        <source>Arrived {time}</source>
        <translation>Framme {time}</translation>
    </message>
    <message>
        <source>Sent when the network is back</source>
        <translation>Skickas när nätet är tillbaka</translation>
    </message>
    <message>
        <source>Waits, is tried again</source>
        <translation>Väntar, försöker igen</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>new answer</source>
        <translation>nytt svar</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>We do not know.</source>
        <translation>Vi vet inte.</translation>
    </message>
    <message>
        <source>It is read again when you ask for it.</source>
        <translation>Det hämtas igen när du ber om det.</translation>
    </message>
    <message>
        <source>We do not know yet. Nothing has been fetched.</source>
        <translation>Vi vet inte än. Inget har hämtats.</translation>
    </message>
    <message>
        <source>This is how things stood {time}.</source>
        <translation>Det här är läget {time}.</translation>
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
        <source>Remind me of what is chosen</source>
        <translation>Påminn mig om det som är valt</translation>
    </message>
    <message>
        <source>Go to the reminder that rings</source>
        <translation>Gå till påminnelsen som ringer</translation>
    </message>
    <message>
        <source>New task on Today, new reminder in Reminders</source>
        <translation>Ny uppgift på Idag, ny påminnelse i Påminnelser</translation>
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
        <source>Handled; the reminder is done</source>
        <translation>Klart, också för en påminnelse</translation>
    </message>
    <message>
        <source>Later; snooze the reminder</source>
        <translation>Senare; snooza påminnelsen</translation>
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
        <source>Take back what is not sent; delete the reminder</source>
        <translation>Ta tillbaka det som inte är skickat; ta bort påminnelsen</translation>
    </message>
    <message>
        <source>Change the reminder</source>
        <translation>Ändra påminnelsen</translation>
    </message>
    <message>
        <source>Copy, in the outbox and among colleagues</source>
        <translation>Kopiera, i utkorgen och bland kollegor</translation>
    </message>
    <message>
        <source>Copy the link or the contact details</source>
        <translation>Kopiera länken eller kontaktuppgifterna</translation>
    </message>
    <message>
        <source>Menu of the row or the card</source>
        <translation>Radens eller kortets meny</translation>
    </message>
    <message>
        <source>Another date for the task</source>
        <translation>Ett annat datum för uppgiften</translation>
    </message>
    <message>
        <source>Comment on the task</source>
        <translation>Kommentera uppgiften</translation>
    </message>
    <message>
        <source>Reply, in Workspaces</source>
        <translation>Svara, i Ytor</translation>
    </message>
    <message>
        <source>Accept, maybe, decline, in the calendar</source>
        <translation>Tacka ja, kanske, tacka nej, i kalendern</translation>
    </message>
    <message>
        <source>Take time of your own, in the calendar</source>
        <translation>Boka egen tid, i kalendern</translation>
    </message>
    <message>
        <source>Send what you have written</source>
        <translation>Skicka det du har skrivit</translation>
    </message>
    <message>
        <source>This table</source>
        <translation>Den här tabellen</translation>
    </message>
    <message>
        <source>Lock the app</source>
        <translation>Lås appen</translation>
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
    <name>outbox</name>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Take back (Delete)</source>
        <translation>Ta tillbaka (Delete)</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Klar: {what}</translation>
    </message>
    <message>
        <source>Open again: {what}</source>
        <translation>Öppna igen: {what}</translation>
    </message>
    <message>
        <source>Another date: {what}</source>
        <translation>Annat datum: {what}</translation>
    </message>
    <message>
        <source>New task: {what}</source>
        <translation>Ny uppgift: {what}</translation>
    </message>
    <message>
        <source>Time reserved: {what}</source>
        <translation>Tid bokad: {what}</translation>
    </message>
    <message>
        <source>Answer to the invitation: {what}</source>
        <translation>Svar på inbjudan: {what}</translation>
    </message>
    <message>
        <source>Read: {what}</source>
        <translation>Läst: {what}</translation>
    </message>
    <message>
        <source>Reply in {what}</source>
        <translation>Svar i {what}</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Behöver dig</translation>
    </message>
    <message>
        <source>Waits until {time}</source>
        <translation>Väntar till {time}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>Choose a version … (Enter)</source>
        <translation>Välj version … (Retur)</translation>
    </message>
    <message>
        <source>Copy the text (Ctrl+C)</source>
        <translation>Kopiera texten (Ctrl+C)</translation>
    </message>
    <message>
        <source>Comment on {what}</source>
        <translation>Kommentar till {what}</translation>
    </message>
    <message>
        <source>Question about {what}</source>
        <translation>Fråga om {what}</translation>
    </message>
    <message>
        <source>Idea about {what}</source>
        <translation>Förslag om {what}</translation>
    </message>
    <message>
        <source>Correction of {what}</source>
        <translation>Rättelse av {what}</translation>
    </message>
    <message>
        <source>Accepted: {what}</source>
        <translation>Tackat ja: {what}</translation>
    </message>
    <message>
        <source>Perhaps: {what}</source>
        <translation>Kanske: {what}</translation>
    </message>
    <message>
        <source>Declined: {what}</source>
        <translation>Tackat nej: {what}</translation>
    </message>
    <message>
        <source>something that is no longer here</source>
        <translation>något som inte finns kvar</translation>
    </message>
    <message>
        <source>Move to {day}: {what}</source>
        <translation>Flytta till {day}: {what}</translation>
    </message>
    <message>
        <source>No date: {what}</source>
        <translation>Inget sista datum: {what}</translation>
    </message>
    <message>
        <source>{title}: “{words}”</source>
        <translation>{title}: ”{words}”</translation>
    </message>
    <message>
        <source>acknowledged with the time {time}</source>
        <translation>kvitteras med tiden {time}</translation>
    </message>
    <message>
        <source>last day {day}</source>
        <translation>sista dag {day}</translation>
    </message>
    <message>
        <source>From {old} to {new}</source>
        <translation>Från {old} till {new}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>inget datum</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Inget datum</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Arrived {time}</source>
        <translation>Framme {time}</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Går inte att läsa</translation>
    </message>
    <message>
        <source>We do not know whether it arrived. We look before we send it again.</source>
        <translation>Vi vet inte om det kom fram. Vi tittar efter innan vi skickar igen.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Vi vet inte</translation>
    </message>
    <message>
        <source>It is sent when you have decided about “{what}”.</source>
        <translation>Skickas när du har bestämt om ”{what}”.</translation>
    </message>
    <message>
        <source>Waits for a network</source>
        <translation>Väntar på nät</translation>
    </message>
    <message>
        <source>Choose a version</source>
        <translation>Välj version</translation>
    </message>
    <message>
        <source>Let go {time}</source>
        <translation>Bortvald {time}</translation>
    </message>
    <message>
        <source>Taken back {time}</source>
        <translation>Tillbakataget {time}</translation>
    </message>
    <message>
        <source>What was saved cannot be read, so it is not sent. You can remove it.</source>
        <translation>Det som sparades går inte att läsa och skickas därför inte. Du kan ta bort det.</translation>
    </message>
    <message>
        <source>No answer came</source>
        <translation>Inget svar kom</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Framme</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Tillbakataget</translation>
    </message>
    <message>
        <source>Saved on the computer</source>
        <translation>Sparat på datorn</translation>
    </message>
    <message>
        <source>The outbox is saved in {file}.</source>
        <translation>Utkorgen är sparad i {file}.</translation>
    </message>
    <message>
        <source>Outbox {day}</source>
        <translation>Utkorg {day}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Save the outbox</source>
        <translation>Spara utkorgen</translation>
    </message>
    <message>
        <source>Undo (Delete)</source>
        <translation>Ångra (Delete)</translation>
    </message>
    <message>
        <source>Time given back: {what}</source>
        <translation>Tid borttagen: {what}</translation>
    </message>
    <message>
        <source>A comment that has been sent cannot be taken back.</source>
        <translation>En skickad kommentar kan inte tas tillbaka.</translation>
    </message>
    <message>
        <source>A reply that has been sent can only be removed in Teams.</source>
        <translation>Ett skickat svar kan bara tas bort i Teams.</translation>
    </message>
    <message>
        <source>An answer is changed by giving another one.</source>
        <translation>Ett svar ändras genom att du svarar på nytt.</translation>
    </message>
    <message>
        <source>An acknowledgement cannot be taken back.</source>
        <translation>En kvittering kan inte tas tillbaka.</translation>
    </message>
    <message>
        <source>What the municipality has received cannot be taken back.</source>
        <translation>Det som kommunen har fått kan inte tas tillbaka.</translation>
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
        <source>Reminder</source>
        <translation>Påminnelse</translation>
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
        <source>Reminders</source>
        <translation>Påminnelser</translation>
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
    <name>permissions</name>
    <message>
        <source>Nobody can sign in; the app shows public services and news only.</source>
        <translation>Ingen kan logga in; appen visar bara tjänster och nyheter för alla.</translation>
    </message>
    <message>
        <source>The directory is empty without User.Read.All too, and tasks do not say who gave them.</source>
        <translation>Katalogen är tom om inte heller User.Read.All finns, och uppgifter säger inte vem som gett dem.</translation>
    </message>
    <message>
        <source>The directory shows names and mail addresses only, and the user&apos;s page names no manager.</source>
        <translation>Katalogen visar bara namn och e-postadresser, och användarens sida nämner ingen chef.</translation>
    </message>
    <message>
        <source>Groups are missing among the workspaces. Teams, sites and chats are there.</source>
        <translation>Grupper saknas bland ytorna. Team, webbplatser och chattar finns där.</translation>
    </message>
    <message>
        <source>There are no tasks from Planner and To Do, and none can be made or ticked.</source>
        <translation>Det finns inga uppgifter från Planner och To Do, och inga går att skapa eller bocka av.</translation>
    </message>
    <message>
        <source>The day has no calendar. With Calendars.Read in its place it is shown but not answered.</source>
        <translation>Dagen har ingen kalender. Med Calendars.Read i stället visas den men går inte att svara på.</translation>
    </message>
    <message>
        <source>Flagged mail is missing among the tasks, and unread mail is not counted.</source>
        <translation>Flaggad e-post saknas bland uppgifterna, och oläst e-post räknas inte.</translation>
    </message>
    <message>
        <source>Flagged mail is ticked off in Outlook; in the outbox the wish says what IT would have to give.</source>
        <translation>Flaggad e-post bockas av i Outlook; i utkorgen står vad IT skulle behöva godkänna.</translation>
    </message>
    <message>
        <source>Teams are missing among the workspaces.</source>
        <translation>Team saknas bland ytorna.</translation>
    </message>
    <message>
        <source>Teams are there without their channels; channels that are known already stay.</source>
        <translation>Team finns utan sina kanaler; kanaler som redan är kända finns kvar.</translation>
    </message>
    <message>
        <source>Channels are listed, and say that IT has not let the app read them.</source>
        <translation>Kanaler står i listan och säger att IT inte låtit appen läsa dem.</translation>
    </message>
    <message>
        <source>A reply stays with its words in the outbox, which says what IT has to give.</source>
        <translation>Ett svar ligger kvar med sina ord i utkorgen, som säger vad IT behöver godkänna.</translation>
    </message>
    <message>
        <source>Chats are missing among the workspaces.</source>
        <translation>Chattar saknas bland ytorna.</translation>
    </message>
    <message>
        <source>Sites, their news and their files are missing.</source>
        <translation>Webbplatser, deras nyheter och filer saknas.</translation>
    </message>
    <message>
        <source>Groups are listed, and say that IT has not let the app read them.</source>
        <translation>Grupper står i listan och säger att IT inte låtit appen läsa dem.</translation>
    </message>
    <message>
        <source>A comment stays with its words in the outbox, which says what IT has to give.</source>
        <translation>En kommentar ligger kvar med sina ord i utkorgen, som säger vad IT behöver godkänna.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>the directory</source>
        <translation>katalogen</translation>
    </message>
    <message>
        <source>the intranet</source>
        <translation>intranätet</translation>
    </message>
    <message>
        <source>the service catalogue</source>
        <translation>tjänstekatalogen</translation>
    </message>
    <message>
        <source>the municipality</source>
        <translation>kommunen</translation>
    </message>
    <message>
        <source>the sign-in service</source>
        <translation>inloggningstjänsten</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>tjänsten</translation>
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
        <source>Sign in for the news</source>
        <translation>Logga in för nyheterna</translation>
    </message>
    <message>
        <source>Show IT how</source>
        <translation>Visa IT hur</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Det stämmer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
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
        <source>{service} wants you to sign in.</source>
        <translation>{service} vill att du loggar in.</translation>
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
        <source>The computer&apos;s keyring is locked.</source>
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
        <source>Your employer&apos;s rules for access stopped the sign-in.</source>
        <translation>Arbetsgivarens regler för åtkomst stoppade inloggningen.</translation>
    </message>
    <message>
        <source>Ask IT which rule it is.</source>
        <translation>Fråga IT vilken regel det är.</translation>
    </message>
    <message>
        <source>This computer does not meet your employer&apos;s rules for access.</source>
        <translation>Datorn uppfyller inte arbetsgivarens regler för åtkomst.</translation>
    </message>
    <message>
        <source>Ask IT what is missing.</source>
        <translation>Fråga IT vad som saknas.</translation>
    </message>
    <message>
        <source>Your employer&apos;s rules do not let this app in.</source>
        <translation>Arbetsgivarens regler släpper inte in den här appen.</translation>
    </message>
    <message>
        <source>You have not been given this app yet.</source>
        <translation>Du har inte fått den här appen ännu.</translation>
    </message>
    <message>
        <source>Ask IT to give it to your account.</source>
        <translation>Be IT att ge den till ditt konto.</translation>
    </message>
    <message>
        <source>Your employer wants you to have a second way to prove who you are.</source>
        <translation>Arbetsgivaren vill att du har ett andra sätt att visa vem du är.</translation>
    </message>
    <message>
        <source>Sign in again, and the browser shows you how.</source>
        <translation>Logga in igen, så visar webbläsaren hur du gör.</translation>
    </message>
    <message>
        <source>Your password has to be changed.</source>
        <translation>Ditt lösenord måste bytas.</translation>
    </message>
    <message>
        <source>Sign in again, and change it in the browser.</source>
        <translation>Logga in igen och byt det i webbläsaren.</translation>
    </message>
    <message>
        <source>The sign-in was stopped as a precaution.</source>
        <translation>Inloggningen stoppades för säkerhets skull.</translation>
    </message>
    <message>
        <source>It looked unusual. Everything you have is still here.</source>
        <translation>Den såg ovanlig ut. Allt du har finns kvar här.</translation>
    </message>
    <message>
        <source>Ask IT to look at your account.</source>
        <translation>Be IT att titta på ditt konto.</translation>
    </message>
    <message>
        <source>The account is locked for a while.</source>
        <translation>Kontot är låst en stund.</translation>
    </message>
    <message>
        <source>That happens after several wrong passwords. Everything you have is still here.</source>
        <translation>Det händer efter flera felaktiga lösenord. Allt du har finns kvar här.</translation>
    </message>
    <message>
        <source>Wait a while and sign in again. Ask IT if that does not help.</source>
        <translation>Vänta en stund och logga in igen. Fråga IT om det inte hjälper.</translation>
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
        <source>Your sign-in has been ended from elsewhere.</source>
        <translation>Din inloggning har avslutats från annat håll.</translation>
    </message>
    <message>
        <source>Everything you have is still here, locked.</source>
        <translation>Allt du har finns kvar här, låst.</translation>
    </message>
    <message>
        <source>Sign in again to open it.</source>
        <translation>Logga in igen för att öppna det.</translation>
    </message>
    <message>
        <source>It is a long time since you signed in with a network.</source>
        <translation>Det är länge sedan du loggade in med nät.</translation>
    </message>
    <message>
        <source>The account is blocked.</source>
        <translation>Kontot är spärrat.</translation>
    </message>
    <message>
        <source>Nothing new is fetched until it is opened again.</source>
        <translation>Inget nytt hämtas förrän det öppnas igen.</translation>
    </message>
    <message>
        <source>You sign in there, so it is needed.</source>
        <translation>Du loggar in där, så den behövs.</translation>
    </message>
    <message>
        <source>Open a web browser and try again. Ask IT if that does not help.</source>
        <translation>Öppna en webbläsare och försök igen. Fråga IT om det inte hjälper.</translation>
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
        <source>Somebody else has changed the same thing.</source>
        <translation>Någon annan har ändrat samma sak.</translation>
    </message>
    <message>
        <source>Choose which version is to stand.</source>
        <translation>Välj vilken version som ska gälla.</translation>
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
        <source>The computer&apos;s clock is wrong.</source>
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
        <source>The network&apos;s proxy did not let us through.</source>
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
        <source>The computer&apos;s disk could not be used.</source>
        <translation>Datorns disk gick inte att använda.</translation>
    </message>
    <message>
        <source>What was saved before is still there. What is new is not saved.</source>
        <translation>Det som redan var sparat finns kvar. Det som är nytt är inte sparat.</translation>
    </message>
    <message>
        <source>Make room on the computer and try again. Ask IT if that does not help.</source>
        <translation>Gör plats på datorn och försök igen. Fråga IT om det inte hjälper.</translation>
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
        <source>We do not believe that yet, so what you had is still here.</source>
        <translation>Det tror vi inte på än, så det du hade finns kvar.</translation>
    </message>
    <message>
        <source>We ask again soon. If you know that it is so, say it here.</source>
        <translation>Vi frågar snart igen. Om du vet att det stämmer kan du säga det här.</translation>
    </message>
    <message>
        <source>Something went wrong in the app.</source>
        <translation>Något gick fel i appen.</translation>
    </message>
    <message>
        <source>What you have is still here.</source>
        <translation>Det du har finns kvar.</translation>
    </message>
    <message>
        <source>{service} said that much of it is gone.</source>
        <translation>{service} sa att mycket är borta.</translation>
    </message>
    <message>
        <source>the intranet&apos;s sign-in service</source>
        <translation>intranätets inloggningstjänst</translation>
    </message>
    <message>
        <source>The computer&apos;s keyring does not answer.</source>
        <translation>Datorns nyckelring svarar inte.</translation>
    </message>
    <message>
        <source>See if it asks you for something, and try again.</source>
        <translation>Se efter om den frågar dig om något och försök igen.</translation>
    </message>
    <message>
        <source>The key in the computer&apos;s keyring does not fit your saved data.</source>
        <translation>Nyckeln i datorns nyckelring passar inte till det du har sparat.</translation>
    </message>
    <message>
        <source>Nothing has been removed. Whoever has the right key can still open it.</source>
        <translation>Inget har tagits bort. Den som har rätt nyckel kan fortfarande öppna det.</translation>
    </message>
    <message>
        <source>Sign in again and everything is fetched anew. Ask IT about what you had written.</source>
        <translation>Logga in igen så hämtas allt på nytt. Fråga IT om det du hade skrivit.</translation>
    </message>
    <message>
        <source>You are signed out and your saved data is removed.</source>
        <translation>Du är utloggad och det du hade sparat är borttaget.</translation>
    </message>
    <message>
        <source>Its key is still in the computer&apos;s keyring, where it opens nothing.</source>
        <translation>Nyckeln ligger kvar i datorns nyckelring, men öppnar inget.</translation>
    </message>
    <message>
        <source>You need not do anything.</source>
        <translation>Du behöver inte göra något.</translation>
    </message>
    <message>
        <source>The account is locked on this computer.</source>
        <translation>Kontot är låst på den här datorn.</translation>
    </message>
    <message>
        <source>Unlock it in the app&apos;s window.</source>
        <translation>Lås upp det i appens fönster.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Worked out on this computer. Nothing leaves it.</source>
        <translation>Räknat på datorn. Inget lämnar den.</translation>
    </message>
    <message>
        <source>You see this because it &lt;b&gt;has to be acknowledged&lt;/b&gt;.</source>
        <translation>Du ser nyheten för att den &lt;b&gt;ska kvitteras&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>You see this because &lt;b&gt;{unit}&lt;/b&gt; wrote it.</source>
        <translation>Du ser nyheten för att &lt;b&gt;{unit}&lt;/b&gt; skrev den.</translation>
    </message>
    <message>
        <source>You see this because it is meant for &lt;b&gt;{name}&lt;/b&gt;.</source>
        <translation>Du ser nyheten för att den gäller &lt;b&gt;{name}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>You see this because it is meant for &lt;b&gt;everybody&lt;/b&gt;.</source>
        <translation>Du ser nyheten för att den gäller &lt;b&gt;alla&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>It is meant for &lt;b&gt;{names}&lt;/b&gt;; you find it in the list of all.</source>
        <translation>Den gäller &lt;b&gt;{names}&lt;/b&gt;. Du hittar den i listan över alla.</translation>
    </message>
</context>
<context>
    <name>reminders</name>
    <message>
        <source>The day before</source>
        <comment>an event</comment>
        <translation>Dagen före</translation>
    </message>
    <message>
        <source>In the morning of that day</source>
        <comment>an event</comment>
        <translation>På morgonen samma dag</translation>
    </message>
    <message>
        <source>In 5 minutes</source>
        <translation>Om 5 minuter</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Om en timme</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>I eftermiddag</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>I morgon bitti</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>På måndag</translation>
    </message>
    <message>
        <source>The day before the last day</source>
        <translation>Dagen före sista dag</translation>
    </message>
    <message>
        <source>On the last day</source>
        <translation>Sista dagen</translation>
    </message>
    <message>
        <source>Not done (E)</source>
        <translation>Inte klar (E)</translation>
    </message>
    <message>
        <source>Done (E)</source>
        <translation>Klar (E)</translation>
    </message>
    <message>
        <source>Snooze (S)</source>
        <translation>Senare (S)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>uppskjuten</translation>
    </message>
    <message>
        <source>Done {day}</source>
        <translation>Klar {day}</translation>
    </message>
    <message>
        <source>has rung {time}</source>
        <translation>har ringt {time}</translation>
    </message>
    <message>
        <source>was set for {time}</source>
        <translation>gällde {time}</translation>
    </message>
</context>
<context>
    <name>return_pages</name>
    <message>
        <source>You can close this tab and go back to the app.</source>
        <translation>Du kan stänga fliken och gå tillbaka till appen.</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Du är inloggad</translation>
    </message>
    <message>
        <source>The app goes on by itself.</source>
        <translation>Appen fortsätter av sig själv.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Du är inte inloggad</translation>
    </message>
    <message>
        <source>The app says what happened and what you can do.</source>
        <translation>I appen står det vad som hände och vad du kan göra.</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>Choose another place</source>
        <translation>Välj en annan plats</translation>
    </message>
    <message>
        <source>The file was not saved: the disk is full.</source>
        <translation>Filen sparades inte: disken är full.</translation>
    </message>
    <message>
        <source>The file was not saved: you may not write in that folder.</source>
        <translation>Filen sparades inte: du får inte skriva i den mappen.</translation>
    </message>
    <message>
        <source>The file was not saved: the folder is not there.</source>
        <translation>Filen sparades inte: mappen finns inte.</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}.</source>
        <translation>Filen sparades inte: {reason}.</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Kept only until you close the app</source>
        <translation>Sparas bara tills du stänger</translation>
    </message>
    <message>
        <source>Kept for now</source>
        <translation>Sparas tillfälligt</translation>
    </message>
    <message>
        <source>Fetching for the first time: {done} of {total}</source>
        <translation>Hämtar för första gången: {done} av {total}</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>Hämtar nytt</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Hämtar</translation>
    </message>
    <message>
        <source>No network, nothing fetched yet</source>
        <translation>Inget nät, inget är hämtat än</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Inget nät</translation>
    </message>
    <message>
        <source>No network, as of {time}</source>
        <translation>Inget nät, läget är från {time}</translation>
    </message>
    <message>
        <source>Nothing can be fetched</source>
        <translation>Inget kan hämtas</translation>
    </message>
    <message>
        <source>Not fetching</source>
        <translation>Hämtar inte</translation>
    </message>
    <message>
        <source>Nothing new is fetched, as of {time}</source>
        <translation>Inget nytt hämtas, läget är från {time}</translation>
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
