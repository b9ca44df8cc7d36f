package com.enterprisesigning.local.seed;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.UUID;

/** Registers a process under ids that the caller chooses, which no call of the contract can do. */
@FunctionalInterface
public interface SeedRegistration {

  /**
   * A process with one participant, whose ids are fixed in advance because a file in {@code
   * events/} names one of them.
   *
   * @param client the owner of the process
   */
  record SeededProcess(
      UUID processId, UUID participantId, String client, PersonalNumber personalNumber) {}

  /**
   * Registers the process, unless its id already exists.
   *
   * @return whether the process is new; an existing process is left unchanged
   */
  boolean register(SeededProcess process);
}
