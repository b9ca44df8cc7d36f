package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
class ConflictsOnThePageTest {

  @ParameterizedTest
  @EnumSource
  void sameIp_endsBothOrders_andTheNextStartSucceeds(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("The same browser");
      assertThat(page.refusal()).containsText("409 RFA4_SIGNING_IN_PROGRESS");
      page.awaitRule("SAME_IP");
      page.awaitState("FAILED", "CANCELLED");
      page.keepScreenshot("same-ip");

      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherIp_blocksThePerson_untilTheCountdownEnds(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.click("Somebody else, from another IP");
      assertThat(page.refusal()).containsText("409 RFA4_SIGNING_IN_PROGRESS");
      page.awaitRule("OTHER_IP");
      assertThat(page.block()).containsText("Blocked for 0:");
      page.awaitState("FAILED", "CANCELLED");
      page.click("Show a QR code");
      page.awaitRule("BLOCKED");
      page.keepScreenshot("blocked");

      assertThat(page.block()).containsText("The block is over");
      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void twoCallsByPhone_orOneAndAScreen_blockThePerson(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("We are in a call");
      page.click("By a phone call");
      page.awaitRule("PHONE_TWICE");
      assertThat(page.block()).containsText("Blocked for 0:");

      page.registerAnother("189305179856");
      assertThat(page.block()).isEmpty();
      page.click("Show a QR code");
      page.click("By a phone call");
      page.awaitRule("MIXED");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void thePersonsOtherParticipant_meetsTheSameRules(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
      page.registerAnother("");
      page.click("Show a QR code");
      page.awaitRule("SAME_IP");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void personBusyAtAnotherBank_seesThatRule(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.register("188607159988");
      page.click("Show a QR code");
      page.awaitRule("ELSEWHERE");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESKTOP")
  void doubleClick_startsOnce(Viewport viewport, Visits visits) {
    try (SandboxPage page = visits.open(viewport)) {
      page.registerSomebody();
      page.button("We are in a call").dblclick();
      page.awaitState("PENDING");
      assertThat(page.refusal()).isEmpty();
    }
  }
}
