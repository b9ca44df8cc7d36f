package com.enterprisesigning.evidence;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A completion as it is kept: it stands alone, for as long as the law wants it, when all else is
 * gone (design section 4, {@code EVIDENCE}).
 *
 * @param text what was sent to BankID to be signed, the binding included
 * @param endUserIp of the start; absent for a phone order
 * @param signedAt the OCSP response's producedAt; before it is verified, {@code storedAt}
 */
public record Evidence(
    UUID participantId,
    UUID processId,
    String client,
    Channel channel,
    Optional<EndUserIp> endUserIp,
    SigningText text,
    Completion completion,
    Verdict verdict,
    Instant signedAt,
    Instant storedAt) {

  @Override
  public String toString() {
    return "Evidence[secret]";
  }
}
