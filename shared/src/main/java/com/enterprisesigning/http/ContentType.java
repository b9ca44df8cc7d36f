package com.enterprisesigning.http;

import java.util.regex.Pattern;

/** {@code Content-Type} of a request with a body. */
final class ContentType {
  /** JSON is UTF-8 (RFC 8259 section 8.1), so a charset may be named but not chosen. */
  private static final Pattern JSON =
      Pattern.compile(
          "application/json\\s*(;\\s*charset=(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);

  private ContentType() {}

  static boolean isJson(String header) {
    return JSON.matcher(header).matches();
  }
}
