package com.enterprisesigning.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The registered processes. Each method is one transaction or one strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} where the table could not be reached; the write
 * may then have been made or not, and making it again is right.
 */
public interface Processes {

  /**
   * Writes a process with its participants, all or nothing.
   *
   * @return the process that stood there already, where its id is taken
   */
  Optional<SigningProcess> register(SigningProcess process, List<ParticipantDetails> participants);

  Optional<SigningProcess> process(UUID processId);

  /** Withdraws a process and every participant's signing, in one transaction. */
  void withdraw(SigningProcess process);
}
