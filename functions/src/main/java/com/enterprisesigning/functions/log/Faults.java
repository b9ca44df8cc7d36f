package com.enterprisesigning.functions.log;

import com.enterprisesigning.secrets.SecretUnreadable;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats an exception and its causes for the log, each with class, message and stack frames. The
 * author of a message may not have known what must not be logged. So anything that looks like a
 * personal number, a token or a signature is masked (invariant 8).
 */
public final class Faults {
  /** The name of a setting or an exception, which the reader of the log needs to fix the fault. */
  private static final String NAME = "[A-Z]+(?:_[A-Z]+)+|[A-Za-z]+Exception";

  /** The characters of base64, URL-safe base64 and UUIDs. */
  private static final String SIGN = "[A-Za-z0-9+/=_-]";

  /**
   * Matches six or more digits, or twenty or more characters of {@link #SIGN} that are not a {@link
   * #NAME}.
   */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<!%1$s)(?!(?:%2$s)(?!%1$s))%1$s{20,}|[0-9][0-9 -]{4,}[0-9]".formatted(SIGN, NAME));

  private static final int CAUSES = 5;
  private static final int FRAMES = 15;
  private static final int MESSAGE = 300;

  /**
   * How many characters of a message are searched: the pattern needs a stack that grows with the
   * text.
   */
  private static final int READ = 2_000;

  private Faults() {}

  public static String text(Throwable fault) {
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
    String whole = String.valueOf(fault.getMessage());
    // The name of a secret is not secret, and the operator needs it.
    return fault instanceof SecretUnreadable ? printable(whole) : masked(whole);
  }

  /** Cuts a text from outside to what the log holds, and masks what looks like a secret in it. */
  public static String masked(String whole) {
    return printable(SECRET.matcher(cut(whole, READ)).replaceAll("***"));
  }

  private static String printable(String text) {
    return Printable.text(cut(text, MESSAGE));
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
