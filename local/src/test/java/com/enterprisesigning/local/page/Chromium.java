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
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all tests of the page, and one local run with short blocks. Without Chromium on
 * this machine the tests are skipped and say so. The tests take turns ({@code @ResourceLock}),
 * because the browser's client works on one thread at a time.
 */
final class Chromium implements BeforeEachCallback, ParameterResolver {
  /** {@code CROSS_IP_BLOCK_SECONDS} of the run. */
  private static final int CROSS_IP_BLOCK = 10;

  /**
   * {@code PHONE_BLOCK_SECONDS} of the run. The page takes a wait under 26 s for an unsettled call,
   * so this is longer.
   */
  private static final int PHONE_BLOCK = 40;

  private static final Optional<Path> EXECUTABLE =
      Stream.concat(
              Stream.ofNullable(System.getenv("CHROMIUM")),
              Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  /** Keeps the browser from making calls on its own. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What the tests share, until the last one ends. */
  private record Shared(Playwright playwright, Browser browser, RunProcess run)
      implements AutoCloseable {

    static Shared start() {
      try {
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(SandboxPage.PATIENCE);
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE.orElseThrow())
                        .setArgs(ARGUMENTS));
        RunProcess run =
            RunProcess.start(
                Map.of(
                    "CROSS_IP_BLOCK_SECONDS",
                    String.valueOf(CROSS_IP_BLOCK),
                    "PHONE_BLOCK_SECONDS",
                    String.valueOf(PHONE_BLOCK)));
        return new Shared(playwright, browser, run);
      } catch (Exception e) {
        throw new IllegalStateException("the browser or the local run does not start", e);
      }
    }

    @Override
    public void close() {
      run.close();
      playwright.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Assumptions.assumeTrue(
        EXECUTABLE.isPresent(),
        "Chromium is not installed, so the page was not tested. Install Debian's package chromium,"
            + " or set CHROMIUM to the path of a Chromium.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visits.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Chromium.class))
            .getOrComputeIfAbsent(Shared.class, type -> Shared.start(), Shared.class);
    return new Visits(shared.browser(), shared.run().url());
  }
}
