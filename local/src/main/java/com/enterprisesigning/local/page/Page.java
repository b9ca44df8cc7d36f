package com.enterprisesigning.local.page;

import com.enterprisesigning.local.web.StaticFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the page and its files. The page loads nothing from another host, and its HTML has no
 * inline script or style.
 */
public final class Page {
  /** The path prefix of every file except the page itself. */
  public static final String PATH = "/page";

  private static final List<String> PARTS =
      List.of(
          "page.css",
          "icon.svg",
          "conflict.js",
          "customer.js",
          "doing.js",
          "dom.js",
          "evidence.js",
          "kept.js",
          "markdown.js",
          "orders.js",
          "page.js",
          "partner.js",
          "person.js",
          "phone.js",
          "qr.js",
          "registration.js",
          "rules.js",
          "screens.js",
          "signing.js",
          "timeline.js");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Page() {}

  /** Serves {@code /} and everything under {@link #PATH}. */
  public static StaticFiles files() {
    Map<String, String> files = new HashMap<>();
    files.put("/", "index.html");
    PARTS.forEach(name -> files.put(PATH + "/" + name, name));
    return new StaticFiles(Page.class, POLICY, files);
  }
}
