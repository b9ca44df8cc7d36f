package com.enterprisesigning.local.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call that the gateway has answered, as one line for the console.
 *
 * @param path as it was called; the line shortens ids, and leaves out what is not a word of a route
 * @param reason the answer's reason code or message; empty if the call succeeded
 */
public record AnsweredCall(
    Instant at, String method, String path, int status, String reason, Duration took) {
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern WORD = Pattern.compile("[a-z]*");

  /** Returns the line: local time, method, path, status, reason and milliseconds, aligned. */
  public String line() {
    return "%s  %-6s %-43s %3d  %-24s %6d ms"
        .formatted(ConsoleTime.of(at), method, shortPath(), status, reason, took.toMillis());
  }

  private String shortPath() {
    return Arrays.stream(path.split("/", -1))
        .map(AnsweredCall::shortened)
        .collect(Collectors.joining("/"));
  }

  private static String shortened(String part) {
    if (UUID.matcher(part).matches()) {
      return part.substring(0, 8) + "…";
    }
    return WORD.matcher(part).matches() ? part : "…";
  }
}
