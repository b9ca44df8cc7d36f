package com.enterprisesigning.simulator.signature;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A second hierarchy with the same names. It is created once, when the first signature needs it or
 * is expected to. Its keys take a second or more, and most simulators never need them. Thread-safe.
 */
final class Counterfeit implements Supplier<SignatureHierarchy> {
  private final Instant madeAt;
  private Optional<SignatureHierarchy> made = Optional.empty();

  Counterfeit(Instant madeAt) {
    this.madeAt = madeAt;
  }

  /** Starts creating the hierarchy in the background. */
  void begin() {
    Thread.ofPlatform().daemon().start(this::get);
  }

  @Override
  public synchronized SignatureHierarchy get() {
    if (made.isEmpty()) {
      made = Optional.of(SignatureHierarchy.create(madeAt));
    }
    return made.get();
  }
}
