package com.enterprisesigning.bankid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BankID's texts ({@code docs/bankid.md#messages-to-the-user}). */
class UserMessageTest {
  private static final List<String> SWEDISH =
      """
      RFA1 Starta BankID-appen.
      RFA3 Åtgärden avbröts. Försök igen.
      RFA6 Åtgärden avbröts.
      RFA8 BankID-appen svarar inte. Kontrollera att den är startad och att du har internetanslutning. Försök sedan igen.
      RFA9 Skriv in din säkerhetskod i BankID-appen och välj Identifiera eller Skriv under.
      RFA13 Försöker starta BankID-appen.
      RFA15A Söker efter BankID. Säkerställ att du har ett giltigt BankID på den här datorn. Om du har ett BankID på kort, sätt in kortet i kortläsaren.
      RFA15B Söker efter BankID. Säkerställ att du har ett giltigt BankID på den här enheten.
      RFA16 Ditt BankID är för gammalt eller spärrat. Använd ett annat BankID eller skaffa ett nytt hos din bank.
      RFA17A Du verkar inte ha BankID-appen/programmet. Installera den och skaffa ett BankID hos din bank.
      RFA17B Misslyckades att läsa av QR-koden. Starta BankID-appen och läs av QR-koden.
      RFA21 En identifiering eller underskrift pågår.
      RFA22 Något gick fel. Försök igen.
      RFA23 Fotografera och läs av din ID-handling med BankID-appen.
      RFA24 Gör en ansiktsigenkänning i BankID-appen.
      RFA25 Välj hur du vill bekräfta din identitet i BankID-appen.
      RFA26 Kontrollen av din ID-handling misslyckades. Försök igen.
      RFA27 Ansiktsigenkänningen misslyckades. Försök igen.
      RFA28 Din enhet saknar den läsare som behövs för att kontrollera ID-handlingar.
      RFA29 Du har flera BankID på din enhet. Du behöver radera alla utom ett BankID för att kunna slutföra identifieringen. Det gör du under Meny - Inställningar i din BankID-app.
      RFA30 Bekräftelsen av din identitet misslyckades. Försök igen.
      """
          .lines()
          .toList();

  private static final List<String> ENGLISH =
      """
      RFA1 Start your BankID app.
      RFA3 The action was cancelled. Please try again.
      RFA6 The action was cancelled.
      RFA8 The BankID app is not responding. Please check that it's started and that you have internet access. Try again.
      RFA9 Enter your security code in the BankID app and select Identify or Sign.
      RFA13 Trying to start your BankID app.
      RFA15A Searching for BankID. Make sure you have a valid BankID on this computer. If you have a BankID on card, please insert the card into your card reader.
      RFA15B Searching for BankID. Make sure you have a valid BankID on this device.
      RFA16 Your BankID is blocked or too old. Please use another BankID or get a new one from your bank.
      RFA17A You don't seem to have the BankID app/program. Please install it and get a BankID from your bank.
      RFA17B Failed to scan the QR code. Start the BankID app and scan the QR code.
      RFA21 An identification or signing is in progress.
      RFA22 Something went wrong. Please try again.
      RFA23 Take a photo of, and scan, your ID document with the BankID app.
      RFA24 Complete a facial recognition in the BankID app.
      RFA25 Choose how you want to confirm your identity in the BankID app.
      RFA26 The check of your ID document failed. Please try again.
      RFA27 The facial recognition failed. Please try again.
      RFA28 Your device lacks the reader that is needed to check ID documents.
      RFA29 You have more than one BankID on your device. You need to delete all but one of them to complete the identification. You do that under Menu - Settings in your BankID app.
      RFA30 The confirmation of your identity failed. Please try again.
      """
          .lines()
          .toList();

  @Test
  void sv_isBankIdsText() {
    assertEquals(
        SWEDISH, Arrays.stream(UserMessage.values()).map(it -> it.name() + " " + it.sv()).toList());
  }

  @Test
  void en_isBankIdsText_orAFaithfulTranslation() {
    assertEquals(
        ENGLISH, Arrays.stream(UserMessage.values()).map(it -> it.name() + " " + it.en()).toList());
  }
}
