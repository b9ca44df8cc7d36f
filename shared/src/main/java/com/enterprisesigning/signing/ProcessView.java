package com.enterprisesigning.signing;

import java.util.List;

/**
 * A process and how its participants' signings stand.
 *
 * @param signings in the order of registration
 */
public record ProcessView(SigningProcess process, ProcessStatus status, List<Signing> signings) {

  public ProcessView {
    signings = List.copyOf(signings);
  }
}
