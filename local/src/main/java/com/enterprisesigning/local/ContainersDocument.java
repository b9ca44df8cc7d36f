package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Containers;
import java.util.Optional;

/**
 * What a shell evaluates before it starts functions in containers, at {@code GET
 * /sandbox/containers}: the credentials that the functions present.
 */
final class ContainersDocument {
  static final String PATH = "/sandbox/containers";

  private ContainersDocument() {}

  /**
   * @param served whether the run was started for containers
   * @param containers empty where they reach the loopback address, which takes any credentials
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
