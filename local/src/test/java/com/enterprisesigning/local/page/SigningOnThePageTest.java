package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
@ExtendWith(Chromium.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a browser")
class SigningOnThePageTest {
  private static final String SIGNE = "188001019804";

  /** Signs a different text from the registered one. */
  private static final String SIGNS_ANOTHER_TEXT = "189609019881";

  @ParameterizedTest
  @EnumSource
  void byQrCode_aPersonScansReadsAndSigns_andTheEvidenceHasItsSteps(
      Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.awaitState("PENDING", "OUTSTANDING_TRANSACTION", "RFA1");
      page.keepScreenshot("qr-code");

      page.click("Scan the QR code");
      assertThat(page.page().getByLabel("The text to sign")).containsText("Loan agreement 4711");
      page.awaitState("PENDING", "USER_SIGN", "RFA9");
      assertThat(page.qrCode()).isHidden();
      page.keepScreenshot("reading");

      page.click("Sign");
      page.awaitState("COMPLETE");
      page.awaitWords("Signed, kept and verified.");
      assertThat(page.page().locator(".checks .passed")).hasCount(11);
      page.keepScreenshot("evidence");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void onAWideScreen_theEvidenceAndTheRules_haveTheFullWidth_belowTheColumns(
      Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Scan the QR code");
      page.click("Sign");
      page.awaitWords("Signed, kept and verified.");
      double bottom = 0;
      for (String column : List.of("#customer", "#orders", "#calls")) {
        BoundingBox box = page.page().locator(column).boundingBox();
        bottom = Math.max(bottom, box.y + box.height);
      }
      BoundingBox first = page.page().locator("#who").boundingBox();
      BoundingBox last = page.page().locator("#calls").boundingBox();
      for (String whole : List.of("#evidence", "#rules")) {
        BoundingBox box = page.page().locator(whole).boundingBox();
        assertEquals(first.x, box.x, 1, whole);
        assertEquals(last.x + last.width, box.x + box.width, 1, whole);
        assertTrue(box.y >= bottom, whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onThisDevice_theAppIsOpenedByTheLaunchUrl_andThePersonSigns(
      Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("BankID on this device");
      assertThat(page.page().locator("#launch-url"))
          .containsText(
              viewport.touch
                  ? "https://app.bankid.com/?autostarttoken="
                  : "bankid:///?autostarttoken=");
      assertThat(page.qrCode()).isHidden();
      page.awaitState("PENDING", "OUTSTANDING_TRANSACTION", "RFA13");
      page.keepScreenshot("this-device");

      page.click("Open the BankID app");
      page.click("Sign");
      page.awaitState("COMPLETE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void inACall_thePersonConfirmsIt_andSigns(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("We are in a call");
      page.click("Open the app in the call");
      page.awaitState("PENDING", "USER_CALL_CONFIRM");
      page.keepScreenshot("in-a-call");

      page.click("Yes, I am");
      page.click("Sign");
      page.awaitState("COMPLETE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusingPerson_seesTheMessage_inBothLanguages(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Scan the QR code");
      page.click("Refuse");
      page.awaitState("FAILED", "USER_CANCEL", "RFA6");
      page.awaitWords("Åtgärden avbröts.");
      page.awaitWords("The action was cancelled.");
      page.keepScreenshot("refused");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancel_endsTheOrder_andAnotherStartSucceeds(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Cancel");
      page.awaitState("FAILED", "CANCELLED");

      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "TELEPHONE")
  void aRole_signsOnThisDevice_byItself(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.register(SIGNE);
      page.click("BankID on this device");
      page.awaitWords("This phone plays by itself.");
      assertThat(page.button("Open the BankID app")).isHidden();
      page.awaitState("COMPLETE");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void aPassport_isReadBeforeTheText(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.page().getByLabel("Ask for a passport (MRTD)").check();
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Scan the QR code");
      page.awaitWords("The app reads the passport");
      page.click("Sign");
      page.awaitState("COMPLETE");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void forgottenParticipant_isNotPolledForever(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
      page.mayFail();
      page.page().context().clearCookies();
      page.awaitWords("This browser has not registered this participant");
      assertThat(page.qrCode()).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void orderThatTheAppFails_isShownAsFailed_withTheHint(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Scan the QR code");
      page.page().getByText("Something goes wrong").click();
      page.click("The BankID is blocked");
      page.awaitState("FAILED", "CERTIFICATE_ERR", "RFA16");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void aSignatureThatDoesNotVerify_isShownWithTheStepThatFailed(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.register(SIGNS_ANOTHER_TEXT);
      page.click("Show a QR code");
      page.awaitState("COLLECT_ERROR");
      page.awaitWords("the signature does not verify");
      assertThat(page.page().locator(".checks .failed")).containsText("SIGNED_TEXT");
      page.keepScreenshot("does-not-verify");
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeOnTheScreen_isTheNewestQrString_andChanges(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      assertThat(page.qrCode()).isVisible();
      String first = currentCode(page);
      page.page().waitForCondition(() -> !page.newestQrString().equals(first));
      assertNotEquals(first, currentCode(page));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "TELEPHONE")
  void signatureMadeWhileThePageIsClosed_isShown_whenItReopens(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("BankID on this device");
      page.click("Open the BankID app");
      assertThat(page.button("Sign")).isVisible();
      page.reload();
      page.click("Sign");
      page.reload();
      page.awaitState("COMPLETE");
      page.awaitWords("Signed, kept and verified.");
    }
  }

  /**
   * Reads the code on the screen. A picture may be taken while the page draws the next code, so
   * this tries several times.
   */
  private static String currentCode(SandboxPage page) {
    for (int i = 0; i < 20; i++) {
      String before = page.newestQrString();
      Optional<String> read = Camera.read(page.qrCode());
      if (read.equals(Optional.of(before))) {
        return before;
      }
    }
    throw new AssertionError("the screen never showed the newest QR code");
  }
}
