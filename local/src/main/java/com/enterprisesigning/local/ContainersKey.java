package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Answer;
import java.net.URI;
import java.util.Optional;

/**
 * The answer of {@code GET /sandbox/containers}: the {@code AWS_ACCESS_KEY_ID} for functions in
 * containers. The answer is plain text, and the shell never evaluates it, because another user's
 * program may answer at the gateway's port.
 */
final class ContainersKey {
  static final String PATH = "/sandbox/containers";

  private ContainersKey() {}

  /**
   * @param keyId empty if the run serves no containers; a run that joined another never does
   */
  static Answer of(Optional<String> keyId) {
    return keyId
        .map(it -> Answer.of(200, "text/plain", it + "\n"))
        .orElseGet(() ->
            Answer.of(
                404,
                "text/plain",
                "Start the local run with CONTAINERS=true. If runs are joined, call the first.\n"));
  }

  /**
   * Returns the line for the shell that starts the functions. The line sets nothing if the call
   * fails.
   */
  static String shellLine(URI run) {
    return "key=$(curl -sSf "
        + run
        + PATH
        + ") && export AWS_ACCESS_KEY_ID=\"$key\" AWS_SECRET_ACCESS_KEY=local";
  }
}
