package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
@ExtendWith(Chromium.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a browser")
class AccessibilityTest {

  @ParameterizedTest
  @CsvSource({"DESKTOP, LIGHT", "TELEPHONE, DARK"})
  void noSeriousProblem_isFound_onAnyScreen(Viewport viewport, ColorScheme colors, Visits visits) {
    try (SandboxPage page = visits.open(viewport, colors)) {
      assertEquals(List.of(), serious(page), "before anything");
      page.registerSomebody();
      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
      assertEquals(List.of(), serious(page), "with a QR code");

      page.click("Scan the QR code");
      page.awaitState("USER_SIGN");
      assertEquals(List.of(), serious(page), "with the text on the phone");

      page.click("The same browser");
      page.awaitState("CANCELLED");
      page.page().locator("#timeline summary").first().click();
      assertEquals(List.of(), serious(page), "after a conflict, with a call unfolded");

      page.click("Show a QR code");
      page.awaitState("OUTSTANDING_TRANSACTION");
      page.click("Scan the QR code");
      page.click("Sign");
      page.awaitWords("Signed, kept and verified.");
      assertEquals(List.of(), serious(page), "with the evidence");
    }
  }

  @Test
  void page_isUsable_withTheKeyboardAlone(Visits visits) {
    try (SandboxPage page = visits.open(Viewport.DESKTOP)) {
      press(page, "Register");
      press(page, "Show a QR code");
      press(page, "Scan the QR code");
      press(page, "Sign");
      page.awaitWords("Signed, kept and verified.");
      page.page().waitForDownload(() -> press(page, "Save the evidence package"));
      page.page().waitForDownload(() -> press(page, "Save evidence.json"));
    }
  }

  @Test
  void page_fitsATelephonesWidth(Visits visits) {
    try (SandboxPage page = visits.open(Viewport.TELEPHONE)) {
      page.registerSomebody();
      page.click("BankID on this device");
      page.click("Open the BankID app");
      page.click("Sign");
      page.awaitWords("Signed, kept and verified.");
      assertEquals(
          Viewport.TELEPHONE.width, page.page().evaluate("document.documentElement.scrollWidth"));
    }
  }

  /**
   * Tabs from control to control, as a keyboard user does, until the button has the focus; then
   * presses it.
   */
  private static void press(SandboxPage page, String button) {
    assertThat(page.button(button)).isEnabled();
    for (int i = 0; i < 60; i++) {
      page.page().keyboard().press("Tab");
      Object reached =
          page.page()
              .evaluate(
                  "document.activeElement.matches('button') && document.activeElement.textContent");
      if (button.equals(reached)) {
        page.page().keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError("Tab never reaches the button " + button);
  }

  private static List<String> serious(SandboxPage page) {
    return serious(page.page());
  }

  static List<String> serious(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule ->
                rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
            .toList();
  }
}
