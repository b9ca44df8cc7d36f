package com.enterprisesigning.benchmarks.classes;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class that was loaded.
 *
 * @param name as the JVM writes it
 * @param library the library it belongs to, by the name used in tables
 * @param atMillis milliseconds since the process began
 */
record LoadedClass(String name, String library, long atMillis) {
  private static final Pattern LINE = Pattern.compile("\\[(\\d+)ms\\] (\\S+) source: (.+)");
  private static final Pattern SDK =
      Pattern.compile("software\\.amazon\\.awssdk\\.((?:services)\\.\\w+|\\w+)\\..*");

  /** Library names by class name prefix; the longest matching prefix counts. */
  private static final TreeMap<String, String> LIBRARIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("com.enterprisesigning.", "this service"),
              Map.entry("org.apache.logging.", "log4j"),
              Map.entry("org.slf4j.", "slf4j"),
              Map.entry("software.amazon.lambda.powertools.", "powertools"),
              Map.entry("com.fasterxml.jackson.", "jackson"),
              Map.entry("com.amazonaws.services.lambda.runtime.events.", "lambda events"),
              Map.entry("com.amazonaws.lambda.thirdparty.", "runtime client's own jackson"),
              Map.entry("com.amazonaws.", "runtime client"),
              Map.entry("org.joda.", "joda"),
              Map.entry("org.crac.", "crac"),
              Map.entry("org.bouncycastle.", "bouncycastle"),
              Map.entry("io.burt.", "jmespath"),
              Map.entry("software.amazon.awssdk.", "AWS SDK")));

  /** Reads a log line of {@code -Xlog:class+load:…:uptimemillis}. */
  static Optional<LoadedClass> of(String line) {
    Matcher found = LINE.matcher(line);
    return found.matches()
        ? Optional.of(
            new LoadedClass(
                found.group(2),
                library(found.group(2), found.group(3)),
                Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  private static String library(String name, String source) {
    Matcher sdk = SDK.matcher(name);
    if (sdk.matches()) {
      return "AWS SDK: " + sdk.group(1);
    }
    return LIBRARIES.descendingMap().entrySet().stream()
        .filter(library -> name.startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> ofTheJdk(name, source));
  }

  private static String ofTheJdk(String name, String source) {
    if (name.contains("$$Lambda") || name.contains("LambdaForm") || source.startsWith("__")) {
      return "JDK: made at run time";
    } else if (source.startsWith("shared objects file")) {
      return "JDK: from CDS";
    } else if (source.startsWith("jrt:/")) {
      return "JDK: " + source.substring("jrt:/".length()) + ", not from CDS";
    }
    return "other";
  }
}
