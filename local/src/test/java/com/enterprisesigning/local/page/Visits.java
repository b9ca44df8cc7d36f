package com.enterprisesigning.local.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;

/** Opens the page, each time as a first-time visitor. */
record Visits(Browser browser, URI url) {

  SandboxPage open(Viewport viewport) {
    return open(viewport, ColorScheme.LIGHT);
  }

  SandboxPage open(Viewport viewport, ColorScheme colors) {
    return SandboxPage.open(
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(url.toString())
                .setViewportSize(viewport.width, viewport.height)
                .setHasTouch(viewport.touch)
                .setIsMobile(viewport.touch)
                .setColorScheme(colors)),
        url,
        viewport);
  }
}
