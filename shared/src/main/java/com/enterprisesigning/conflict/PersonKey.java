package com.enterprisesigning.conflict;

import java.util.regex.Pattern;

/**
 * Identifies a person in keys, logs and metrics. It is an HMAC of the personal number under a
 * secret of the deployment, so personal numbers cannot be enumerated without the secret.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record PersonKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public PersonKey {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a person key is 64 lower-case hexadecimal digits");
    }
  }
}
