package com.enterprisesigning.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The registered processes. Each method is one transaction or one strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} if the table could not be reached. The write may
 * or may not have been applied, and it is safe to repeat it.
 */
public interface Processes {

  /**
   * Writes a process with its participants, all or nothing.
   *
   * @return the existing process, if the id is already taken
   */
  Optional<SigningProcess> register(SigningProcess process, List<ParticipantDetails> participants);

  Optional<SigningProcess> process(UUID processId);

  /** Withdraws a process and every participant's signing, in one transaction. */
  void withdraw(SigningProcess process);
}
