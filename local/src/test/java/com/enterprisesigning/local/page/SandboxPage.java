package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The page as a person sees it: actions and observations use the words on it. */
final class SandboxPage implements AutoCloseable {
  /** In milliseconds. BankID is asked every other second, and the machine may be busy. */
  static final double PATIENCE = 20_000;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final BrowserContext context;
  private final Page page;
  private final Viewport viewport;

  /** Collects what no page may do: call another host, or fail. */
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private boolean mayCarryAToken;
  private boolean mayFail;

  private SandboxPage(BrowserContext context, URI url, Viewport viewport) {
    this.context = context;
    this.viewport = viewport;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onRequest(request -> {
      if (!request.url().startsWith(url + "/")) {
        complaints.add("it calls " + request.url());
      }
      if (!mayCarryAToken && request.headers().containsKey("authorization")) {
        complaints.add("it has a token or a secret for " + request.url());
      }
    });
    page.onConsoleMessage(message -> {
      if (!mayFail && message.type().equals("error")) {
        complaints.add("it logs " + message.text());
      }
    });
    page.onPageError(error -> complaints.add("it fails: " + error));
  }

  static SandboxPage open(BrowserContext context, URI url, Viewport viewport) {
    SandboxPage opened = new SandboxPage(context, url, viewport);
    opened.page.navigate("/");
    opened.page.waitForSelector("body[data-ready]");
    return opened;
  }

  /**
   * Allows a token on the page: a developer enters one in the contract viewer. The page at the root
   * never has one.
   */
  void mayCarryAToken() {
    mayCarryAToken = true;
  }

  /**
   * Allows the page to log an error: a test has a call refused on purpose, and a browser logs that.
   */
  void mayFail() {
    mayFail = true;
  }

  Page page() {
    return page;
  }

  /** Reloads the page, as when a phone has discarded it while the app was open. */
  void reload() {
    page.reload();
    page.waitForSelector("body[data-ready]");
  }

  /** Registers a person without a role, whose phone the test plays. */
  void registerSomebody() {
    register("");
  }

  /** Registers a person with a role, or one without a role if the number is empty. */
  void register(String personalNumber) {
    page.getByLabel("Person", new Page.GetByLabelOptions().setExact(true))
        .selectOption(personalNumber);
    click("Register");
    assertThat(button("Show a QR code")).isVisible();
  }

  /** Registers the next person, like {@link #register}. */
  void registerAnother(String personalNumber) {
    click("Register another");
    register(personalNumber);
  }

  void click(String button) {
    button(button).click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator qrCode() {
    return page.getByRole(
        AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code to scan with the BankID app"));
  }

  /** Waits until the company's page shows these codes, such as a status and a hint code. */
  void awaitState(String... codes) {
    for (String code : codes) {
      assertThat(
              page.locator("#states code")
                  .filter(
                      new Locator.FilterOptions().setHasText(Pattern.compile("^" + code + "$"))))
          .isVisible();
    }
  }

  /** Waits until these words appear somewhere on the page. */
  void awaitWords(String words) {
    assertThat(page.getByText(words).first()).isVisible();
  }

  /** Returns the countdown of a block, or the note that the block is over. */
  Locator block() {
    return page.locator("#block");
  }

  /** Returns the last refusal. */
  Locator refusal() {
    return page.locator("#conflict");
  }

  /** Waits until the page marks that row of the rules for the last refusal. */
  void awaitRule(String rule) {
    assertThat(page.locator("#rule-table tr[aria-current]")).hasAttribute("data-rule", rule);
  }

  /** Returns the QR string in the newest answer of the API. */
  String newestQrString() {
    return (String)
        page.evaluate(
            "[...document.querySelectorAll('#timeline pre')].map(pre => pre.textContent).join()"
                + ".match(/bankid\\.[^\"]+/)[0]");
  }

  /** Saves a screenshot to the build output. */
  void keepScreenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                SCREENSHOTS.resolve(
                    viewport.name().toLowerCase(Locale.ROOT) + "-" + name + ".png")));
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "forbidden actions of the page");
  }
}
