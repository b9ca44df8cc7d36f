package com.enterprisesigning.secrets;

/**
 * A secret that cannot be read or is not what it should be. The message names its reference and
 * what to do, never its content; so it may be logged.
 */
public final class SecretUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SecretUnreadable(String reference, String problem, String whatToDo) {
    super("Secret " + reference + ": " + problem + " " + whatToDo);
  }

  public SecretUnreadable(String reference, String problem, String whatToDo, Throwable cause) {
    super("Secret " + reference + ": " + problem + " " + whatToDo, cause);
  }
}
