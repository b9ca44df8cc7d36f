package com.enterprisesigning.functions;

import com.enterprisesigning.secrets.SecretUnreadable;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception for the log: class, message and place of it and its causes. Whoever wrote the
 * message may not have known what must not be logged, so whatever looks like a personal number, a
 * token or a signature is cut out of it (design section 6, invariant 8).
 */
final class Faults {
  /** The name of a setting or of an exception: what the reader has to mend, or to look up. */
  private static final String NAME = "[A-Z]+(?:_[A-Z]+)+|[A-Za-z]+Exception";

  /** What base64, its spelling for URLs, and UUIDs are made of. */
  private static final String SIGN = "[A-Za-z0-9+/=_-]";

  /** Six digits and more, or twenty signs and more that are no name. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<!%1$s)(?!(?:%2$s)(?!%1$s))%1$s{20,}|[0-9][0-9 -]{4,}[0-9]".formatted(SIGN, NAME));

  private static final int CAUSES = 5;
  private static final int FRAMES = 15;
  private static final int MESSAGE = 300;

  /** Of a message; the pattern needs a stack that grows with the text. */
  private static final int READ = 2_000;

  private Faults() {}

  static String text(Throwable fault) {
    return Stream.iterate(fault, it -> it != null, Throwable::getCause)
        .limit(CAUSES)
        .map(Faults::one)
        .collect(Collectors.joining("\nCaused by: "));
  }

  private static String one(Throwable fault) {
    return fault.getClass().getName()
        + ": "
        + message(fault)
        + Arrays.stream(fault.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
  }

  private static String message(Throwable fault) {
    String whole = cut(String.valueOf(fault.getMessage()), READ);
    // A name of a secret is no secret, and the operator needs it.
    String masked =
        fault instanceof SecretUnreadable ? whole : SECRET.matcher(whole).replaceAll("***");
    return Printable.text(cut(masked, MESSAGE));
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
