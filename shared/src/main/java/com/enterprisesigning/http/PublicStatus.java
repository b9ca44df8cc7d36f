package com.enterprisesigning.http;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.Signing;
import java.time.Instant;
import java.util.Optional;

/**
 * A signing as callers see it. CREATED is shown as NOT_STARTED in a process, and ENDING as PENDING
 * ({@code docs/architecture.md#the-contract}).
 *
 * @param hint always present with PENDING and FAILED, and always one that the contract lists
 * @param signedAt present with COMPLETE
 */
record PublicStatus(String status, Optional<HintCode> hint, Optional<Instant> signedAt) {
  static final String NOT_STARTED = "NOT_STARTED";

  static PublicStatus of(Signing signing) {
    return switch (signing.status()) {
      case CREATED -> of(NOT_STARTED);
      case INITIATED, COLLECT_ERROR -> of(signing.status().name());
      case PENDING, FAILED ->
          of(signing.status().name(), signing.hint().orElse(HintCode.UNKNOWN).shown());
      case ENDING -> of("PENDING", HintCode.UNKNOWN);
      case COMPLETE -> new PublicStatus("COMPLETE", Optional.empty(), signing.signedAt());
    };
  }

  private static PublicStatus of(String status) {
    return new PublicStatus(status, Optional.empty(), Optional.empty());
  }

  private static PublicStatus of(String status, HintCode hint) {
    return new PublicStatus(status, Optional.of(hint), Optional.empty());
  }
}
