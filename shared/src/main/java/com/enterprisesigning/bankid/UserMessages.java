package com.enterprisesigning.bankid;

import com.enterprisesigning.conflict.Channel;

/**
 * Which of BankID's recommended messages the user should read (bankid-facts section 4). A completed
 * order has none: BankID recommends no words for success, the caller has its own.
 */
public final class UserMessages {
  private static final UserMessage RFA1 =
      new UserMessage("RFA1", "Starta BankID-appen.", "Start your BankID app.");
  private static final UserMessage RFA3 =
      new UserMessage(
          "RFA3", "Åtgärden avbröts. Försök igen.", "The action was cancelled. Please try again.");
  private static final UserMessage RFA6 =
      new UserMessage("RFA6", "Åtgärden avbröts.", "The action was cancelled.");
  private static final UserMessage RFA8 =
      new UserMessage(
          "RFA8",
          "BankID-appen svarar inte. Kontrollera att den är startad och att du har"
              + " internetanslutning. Försök sedan igen.",
          "The BankID app is not responding. Please check that it's started and that you have"
              + " internet access. Try again.");
  private static final UserMessage RFA9 =
      new UserMessage(
          "RFA9",
          "Skriv in din säkerhetskod i BankID-appen och välj Identifiera eller Skriv under.",
          "Enter your security code in the BankID app and select Identify or Sign.");

  /** RFA15A is the same for a computer; which device the app runs on is not known here. */
  private static final UserMessage RFA15B =
      new UserMessage(
          "RFA15B",
          "Söker efter BankID. Säkerställ att du har ett giltigt BankID på den här enheten.",
          "Searching for BankID. Make sure you have a valid BankID on this device.");

  private static final UserMessage RFA16 =
      new UserMessage(
          "RFA16",
          "Ditt BankID är för gammalt eller spärrat. Använd ett annat BankID eller skaffa ett nytt"
              + " hos din bank.",
          "Your BankID is blocked or too old. Please use another BankID or get a new one from your"
              + " bank.");
  private static final UserMessage RFA17A =
      new UserMessage(
          "RFA17A",
          "Du verkar inte ha BankID-appen/programmet. Installera den och skaffa ett BankID hos din"
              + " bank.",
          "You don't seem to have the BankID app/program. Please install it and get a BankID from"
              + " your bank.");
  private static final UserMessage RFA17B =
      new UserMessage(
          "RFA17B",
          "Misslyckades att läsa av QR-koden. Starta BankID-appen och läs av QR-koden.",
          "Failed to scan the QR code. Start the BankID app and scan the QR code.");
  private static final UserMessage RFA21 =
      new UserMessage(
          "RFA21",
          "En identifiering eller underskrift pågår.",
          "An identification or signing is in progress.");
  private static final UserMessage RFA22 =
      new UserMessage(
          "RFA22", "Något gick fel. Försök igen.", "Something went wrong. Please try again.");
  private static final UserMessage RFA23 =
      new UserMessage(
          "RFA23",
          "Fotografera och läs av din ID-handling med BankID-appen.",
          "Take a photo of, and scan, your ID document with the BankID app.");

  private UserMessages() {}

  /** INITIATED: the app is to be started, whether by QR code, by launch URL or in a call. */
  public static UserMessage initiated() {
    return RFA1;
  }

  /** PENDING. A hint that belongs to FAILED is answered as an unknown one. */
  public static UserMessage pending(HintCode hint) {
    return switch (hint) {
      case OUTSTANDING_TRANSACTION, NO_CLIENT -> RFA1;
      case STARTED -> RFA15B;
      case USER_SIGN -> RFA9;
      case USER_MRTD -> RFA23;
      case USER_CALL_CONFIRM, UNKNOWN -> RFA21;
      case EXPIRED_TRANSACTION,
          CERTIFICATE_ERR,
          USER_CANCEL,
          CANCELLED,
          START_FAILED,
          USER_DECLINED_CALL,
          NOT_SUPPORTED_BY_USER_APP,
          TRANSACTION_RISK_BLOCKED ->
          RFA21;
    };
  }

  /** FAILED. A hint that belongs to PENDING is answered as an unknown one. */
  public static UserMessage failed(HintCode hint, Channel channel) {
    return switch (hint) {
      case EXPIRED_TRANSACTION -> RFA8;
      case CERTIFICATE_ERR -> RFA16;
      case USER_CANCEL -> RFA6;
      case CANCELLED -> RFA3;
      case START_FAILED ->
          switch (channel) {
            case START -> RFA17B;
            // A phone order has no QR code that could have failed.
            case PHONE -> RFA17A;
          };
      case USER_DECLINED_CALL, NOT_SUPPORTED_BY_USER_APP, TRANSACTION_RISK_BLOCKED, UNKNOWN ->
          RFA22;
      case OUTSTANDING_TRANSACTION, NO_CLIENT, STARTED, USER_SIGN, USER_MRTD, USER_CALL_CONFIRM ->
          RFA22;
    };
  }

  /** COLLECT_ERROR. */
  public static UserMessage collectError() {
    return RFA22;
  }
}
