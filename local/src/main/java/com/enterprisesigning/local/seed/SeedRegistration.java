package com.enterprisesigning.local.seed;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.UUID;

/** Registers a process under given ids, which no call of the contract can do. */
@FunctionalInterface
public interface SeedRegistration {

  /**
   * A process with one participant, whose ids are fixed in advance because a file in {@code
   * events/} names one of them.
   *
   * @param client that owns the process
   */
  record SeededProcess(
      UUID processId, UUID participantId, String client, PersonalNumber personalNumber) {}

  /**
   * Registers the process, unless its id exists.
   *
   * @return whether it is new; an existing process is left unchanged
   */
  boolean register(SeededProcess process);
}
