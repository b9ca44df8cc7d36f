package com.enterprisesigning.http;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.signing.Signing;
import java.time.Instant;
import java.util.Optional;

/**
 * A signing as callers see it: CREATED is NOT_STARTED in a process, ENDING is PENDING (design
 * sections 2 and 5).
 *
 * @param hint with PENDING and FAILED, always; one that the contract lists
 * @param signedAt with COMPLETE
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
