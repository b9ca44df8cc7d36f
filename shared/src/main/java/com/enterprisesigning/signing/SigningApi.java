package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import java.util.UUID;

/**
 * The eight calls of the contract (design section 2), each after its form, scope and right to
 * {@code end_user_ip} have been checked. {@code client} is the caller; what is another client's is
 * answered as if it did not exist.
 */
public interface SigningApi {

  /** POST /signing/start and /signing/start/phone: the signing now INITIATED, attempt present. */
  Outcome<Signing> start(StartRequest request);

  /** POST /signing/collect: the signing as it stands. */
  Outcome<Signing> collect(String client, UUID participantId);

  /** POST /signing/cancel. */
  Outcome<Void> cancel(String client, UUID participantId);

  /** POST /signing/processes. A repeated registration answers what the first one did. */
  Outcome<ProcessView> register(RegistrationRequest request);

  /** GET /signing/processes/{id}. */
  Outcome<ProcessView> process(String client, UUID processId);

  /** DELETE /signing/processes/{id}. */
  Outcome<Void> withdraw(String client, UUID processId);

  /** GET /signing/participants/{id}/evidence. */
  Outcome<Evidence> evidence(String client, UUID participantId);
}
