package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Containers;
import java.util.Optional;

/**
 * The answer of {@code GET /sandbox/containers}: shell lines that set the credentials for functions
 * in containers.
 */
final class ContainersDocument {
  static final String PATH = "/sandbox/containers";

  private ContainersDocument() {}

  /**
   * @param served whether the run was started for containers
   * @param containers empty if containers reach the loopback address, which accepts any credentials
   */
  static Answer of(boolean served, Optional<Containers> containers) {
    String keyId = containers.map(Containers::keyId).orElse("local");
    String script =
        served
            ? "export AWS_ACCESS_KEY_ID=" + keyId + " AWS_SECRET_ACCESS_KEY=local"
            : "echo 'Start the local run with CONTAINERS=true' >&2; false";
    return Answer.of(200, "text/plain", script + "\n");
  }
}
