package com.enterprisesigning.functions;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made once, on first use, and kept. If making it fails, the next use tries again.
 */
final class Deferred<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Deferred(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    return made.orElseGet(this::make);
  }

  /** Makes the value now, if it does not exist yet. */
  void prepare() {
    var _ = get();
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
