package com.enterprisesigning.local.page;

import com.enterprisesigning.local.blackbox.RunProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A browser for each class of tests, and one local run with short blocks for all. Where this
 * machine has no Chromium the tests are skipped and say so; with {@code BROWSER_REQUIRED} in the
 * environment they fail instead.
 */
final class Chromium
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
  /** {@code CROSS_IP_BLOCK_SECONDS} of the run. */
  static final int CROSS_IP_BLOCK = 10;

  /** {@code PHONE_BLOCK_SECONDS} of the run; longer than any call is unsettled. */
  private static final int PHONE_BLOCK = 40;

  private static final Optional<Path> EXECUTABLE =
      Stream.concat(
              Stream.ofNullable(System.getenv("CHROMIUM")),
              Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  /** It calls nobody by itself. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (EXECUTABLE.isPresent()) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      PlaywrightAssertions.setDefaultAssertionTimeout(SandboxPage.PATIENCE);
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(EXECUTABLE.get())
                      .setArgs(ARGUMENTS));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (EXECUTABLE.isEmpty() && System.getenv("BROWSER_REQUIRED") != null) {
      throw new IllegalStateException("BROWSER_REQUIRED is set, and there is no Chromium here");
    }
    Assumptions.assumeTrue(
        EXECUTABLE.isPresent(),
        "There is no Chromium here, so the page was not tried. Install Debian's package chromium,"
            + " or set CHROMIUM to the path of one.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visits.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Visits(browser, run(context).url());
  }

  private static RunProcess run(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Chromium.class))
        .getOrComputeIfAbsent(
            RunProcess.class,
            type -> {
              try {
                return RunProcess.start(
                    Map.of(
                        "CROSS_IP_BLOCK_SECONDS",
                        String.valueOf(CROSS_IP_BLOCK),
                        "PHONE_BLOCK_SECONDS",
                        String.valueOf(PHONE_BLOCK)));
              } catch (Exception e) {
                throw new IllegalStateException("the local run does not start", e);
              }
            },
            RunProcess.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
