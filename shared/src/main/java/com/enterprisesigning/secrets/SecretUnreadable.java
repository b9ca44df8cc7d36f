package com.enterprisesigning.secrets;

/**
 * A secret that cannot be read or does not hold what it should. The message names the reference and
 * what to do, but never the content, so it may be logged.
 */
public sealed class SecretUnreadable extends RuntimeException
    permits SecretDenied, SecretsUnavailable {
  private static final long serialVersionUID = 1L;

  public SecretUnreadable(String reference, String problem, String whatToDo) {
    super("Secret " + reference + ": " + problem + " " + whatToDo);
  }

  public SecretUnreadable(String reference, String problem, String whatToDo, Throwable cause) {
    super("Secret " + reference + ": " + problem + " " + whatToDo, cause);
  }
}
