package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import java.util.UUID;

/**
 * The eight calls of the contract ({@code docs/architecture.md#the-contract}). Their form, scope
 * and right to {@code end_user_ip} have been checked before. {@code client} is the caller. Another
 * client's participants and processes are treated as if they did not exist.
 */
public interface SigningApi {

  /**
   * POST /signing/start and /signing/start/phone: returns the signing with its attempt. It is
   * INITIATED, or perhaps PENDING after a replay.
   */
  Outcome<Signing> start(StartRequest request);

  /** POST /signing/collect: returns the signing in its current state. */
  Outcome<Signing> collect(String client, UUID participantId);

  /** POST /signing/cancel. */
  Outcome<Void> cancel(String client, UUID participantId);

  /** POST /signing/processes. A repeated registration gets the answer of the first one. */
  Outcome<ProcessView> register(RegistrationRequest request);

  /** GET /signing/processes/{id}. */
  Outcome<ProcessView> process(String client, UUID processId);

  /** DELETE /signing/processes/{id}. */
  Outcome<Void> withdraw(String client, UUID processId);

  /** GET /signing/participants/{id}/evidence. */
  Outcome<Evidence> evidence(String client, UUID participantId);
}
