package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("thorough")
@ExtendWith(Chromium.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a browser")
class TryingTheContractTest {

  @Test
  void aDeveloper_authorizes_andTriesACallInTheContract(Visits visits) {
    try (SandboxPage page = visits.open(Viewport.DESKTOP)) {
      page.mayCarryAToken();
      Page viewer = page.page();
      viewer.navigate("/docs");
      viewer.locator(".auth-wrapper > .authorize").click();
      viewer.locator("#client_secret_clientCredentials, #client_secret").first().fill("demo");
      viewer.locator(".modal-ux button.authorize").click();
      viewer.locator(".modal-ux .btn-done").click();

      Locator register = viewer.locator("#operations-processes-registerProcess");
      register.locator(".opblock-summary-control").click();
      register
          .locator("textarea.body-param__text")
          .fill(
              """
              {"reference": "tried", "participants":
                [{"personal_number": "188001019804", "user_visible_data": "I sign."}]}
              """);
      register.locator("button.execute").click();
      assertThat(register.locator(".live-responses-table .response .response-col_status").first())
          .containsText("201");
      page.keepScreenshot("contract");
    }
  }
}
