package com.enterprisesigning.bankid;

/**
 * The messages that BankID recommends for the user, by BankID's codes ({@code
 * docs/bankid.md#messages-to-the-user}). BankID's English for RFA24 to RFA30 was not found; those
 * texts are this service's own translation.
 */
public enum UserMessage {
  RFA1("Starta BankID-appen.", "Start your BankID app."),
  RFA3("Åtgärden avbröts. Försök igen.", "The action was cancelled. Please try again."),
  RFA6("Åtgärden avbröts.", "The action was cancelled."),
  RFA8(
      "BankID-appen svarar inte. Kontrollera att den är startad och att du har"
          + " internetanslutning. Försök sedan igen.",
      "The BankID app is not responding. Please check that it's started and that you have internet"
          + " access. Try again."),
  RFA9(
      "Skriv in din säkerhetskod i BankID-appen och välj Identifiera eller Skriv under.",
      "Enter your security code in the BankID app and select Identify or Sign."),
  RFA13("Försöker starta BankID-appen.", "Trying to start your BankID app."),
  RFA15A(
      "Söker efter BankID. Säkerställ att du har ett giltigt BankID på den här datorn. Om du har"
          + " ett BankID på kort, sätt in kortet i kortläsaren.",
      "Searching for BankID. Make sure you have a valid BankID on this computer. If you have a"
          + " BankID on card, please insert the card into your card reader."),
  RFA15B(
      "Söker efter BankID. Säkerställ att du har ett giltigt BankID på den här enheten.",
      "Searching for BankID. Make sure you have a valid BankID on this device."),
  RFA16(
      "Ditt BankID är för gammalt eller spärrat. Använd ett annat BankID eller skaffa ett nytt hos"
          + " din bank.",
      "Your BankID is blocked or too old. Please use another BankID or get a new one from your"
          + " bank."),
  RFA17A(
      "Du verkar inte ha BankID-appen/programmet. Installera den och skaffa ett BankID hos din"
          + " bank.",
      "You don't seem to have the BankID app/program. Please install it and get a BankID from your"
          + " bank."),
  RFA17B(
      "Misslyckades att läsa av QR-koden. Starta BankID-appen och läs av QR-koden.",
      "Failed to scan the QR code. Start the BankID app and scan the QR code."),
  RFA21(
      "En identifiering eller underskrift pågår.", "An identification or signing is in progress."),
  RFA22("Något gick fel. Försök igen.", "Something went wrong. Please try again."),
  RFA23(
      "Fotografera och läs av din ID-handling med BankID-appen.",
      "Take a photo of, and scan, your ID document with the BankID app."),
  RFA24(
      "Gör en ansiktsigenkänning i BankID-appen.",
      "Complete a facial recognition in the BankID app."),
  RFA25(
      "Välj hur du vill bekräfta din identitet i BankID-appen.",
      "Choose how you want to confirm your identity in the BankID app."),
  RFA26(
      "Kontrollen av din ID-handling misslyckades. Försök igen.",
      "The check of your ID document failed. Please try again."),
  RFA27(
      "Ansiktsigenkänningen misslyckades. Försök igen.",
      "The facial recognition failed. Please try again."),
  RFA28(
      "Din enhet saknar den läsare som behövs för att kontrollera ID-handlingar.",
      "Your device lacks the reader that is needed to check ID documents."),
  RFA29(
      "Du har flera BankID på din enhet. Du behöver radera alla utom ett BankID för att kunna"
          + " slutföra identifieringen. Det gör du under Meny - Inställningar i din BankID-app.",
      "You have more than one BankID on your device. You need to delete all but one of them to"
          + " complete the identification. You do that under Menu - Settings in your BankID app."),
  RFA30(
      "Bekräftelsen av din identitet misslyckades. Försök igen.",
      "The confirmation of your identity failed. Please try again.");

  private final String sv;
  private final String en;

  UserMessage(String sv, String en) {
    this.sv = sv;
    this.en = en;
  }

  public String sv() {
    return sv;
  }

  public String en() {
    return en;
  }
}
