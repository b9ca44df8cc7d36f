package com.enterprisesigning.local.leaks;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The forms of secrets that no line may contain. They are chosen not to match ids, digests of 64
 * hexadecimal digits, times and class names. If a rule matches something innocent, narrow it here
 * and nowhere else.
 */
enum Rule {
  /** Any person's number, with a valid date and check digit. */
  PERSONAL_NUMBER_OF_12_DIGITS(
      "(?<![\\w.-])(?:18|19|20)(\\d\\d)(0\\d|1[0-2])([0-2][1-9]|[1-3]0|31|[67]\\d|[89][01])"
          + "[-+ ]?(\\d{3})(\\d)(?![\\w-])",
      Proof.CHECK_DIGIT),

  /**
   * Only numbers of the tests' own persons, whose birth numbers are 980 to 999: ten digits are
   * common.
   */
  PERSONAL_NUMBER_OF_10_DIGITS(
      "(?<![\\w.-])(\\d\\d)(0[1-9]|1[0-2])([0-2][1-9]|[1-3]0|31|[67]\\d|[89][01])"
          + "[-+]?(9[89]\\d)(\\d)(?![\\w-])",
      Proof.CHECK_DIGIT),

  /** A caller's token. */
  JWT("eyJ[\\w-]{5,}\\.[\\w-]{5,}"),
  AUTHORIZATION("(?i:bearer|basic)\\s+(?=[A-Za-z+/=._~-]*\\d)[\\w+/=.~-]{8,}"),
  AUTOSTART_TOKEN("(?i)auto_?start_?token\\W{1,5}(?:AttributeValue\\(S=)?[\\w-]{8,}"),
  QR_SECRET("(?i)qr_?start_?(?:token|secret)\\W{1,5}(?:AttributeValue\\(S=)?[\\w-]{8,}"),
  QR_STRING("bankid\\.[0-9a-f-]{36}\\.\\d+\\.[0-9a-f]{64}"),
  PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY"),

  /** A key, a certificate or an OCSP response: each begins as a DER sequence does. */
  BASE64_OF_DER("MI[A-I][A-Za-z0-9+/\\\\]{40,}"),

  /** A signature: {@code <?xml}. */
  BASE64_OF_XML("PD94bWwg"),

  /** Anything packed: no name mixes digits and both cases at such a length. */
  LONG_BASE64("(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{100,}", Proof.MIXTURE),

  PASSPHRASE(
      "(?i)(?:passphrase|password|pkcs12|client_?secret|secret_?string)\"?\\s*[:=]\\s*\"?"
          + "[^\\s\"',;})]{4,}");

  /** Distinguishes a secret from a harmless value of the same form. */
  private enum Proof {
    NONE_NEEDED,
    CHECK_DIGIT,
    MIXTURE;

    boolean isGivenBy(MatchResult match) {
      return switch (this) {
        case NONE_NEEDED -> true;
        case CHECK_DIGIT -> hasCheckDigit(match);
        case MIXTURE -> isMixed(match.group());
      };
    }
  }

  private final Pattern pattern;
  private final Proof proof;

  Rule(String pattern) {
    this(pattern, Proof.NONE_NEEDED);
  }

  Rule(String pattern, Proof proof) {
    this.pattern = Pattern.compile(pattern);
    this.proof = proof;
  }

  /** Returns whether the line contains such a secret. */
  boolean isMetBy(String line) {
    return pattern.matcher(line).results().anyMatch(proof::isGivenBy);
  }

  private static boolean isMixed(String text) {
    return text.chars().anyMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isUpperCase);
  }

  /** Checks Luhn's rule over the ten digits. */
  private static boolean hasCheckDigit(MatchResult match) {
    String digits =
        match.group(1) + match.group(2) + match.group(3) + match.group(4) + match.group(5);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int times = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += times / 10 + times % 10;
    }
    return sum % 10 == 0;
  }
}
