package com.enterprisesigning.signing;

import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * The eight calls of the contract ({@code docs/architecture.md#the-contract}). Scope, form and the
 * right to {@code end_user_ip} have already been checked. {@code client} is the caller. Another
 * client's participants and processes are treated as if they did not exist. A call that may wait
 * for BankID is given the deadline of its invocation.
 */
public interface SigningService {

  /**
   * POST /signing/start and /signing/start/phone: returns the signing with its attempt. It is
   * INITIATED, or perhaps PENDING after a replay.
   */
  Outcome<Signing> start(StartRequest request, Deadline deadline);

  /** POST /signing/collect: returns the signing in its current state. */
  Outcome<Signing> collect(String client, UUID participantId, Deadline deadline);

  /** POST /signing/cancel. */
  Outcome<Void> cancel(String client, UUID participantId, Deadline deadline);

  /** POST /signing/processes. A repeated registration gets the answer of the first one. */
  Outcome<ProcessView> register(RegistrationRequest request);

  /** GET /signing/processes/{id}. */
  Outcome<ProcessView> process(String client, UUID processId);

  /** DELETE /signing/processes/{id}. */
  Outcome<Void> withdraw(String client, UUID processId, Deadline deadline);

  /** GET /signing/participants/{id}/evidence. */
  Outcome<FoundEvidence> evidence(String client, UUID participantId, Optional<String> orderRef);
}
