package com.enterprisesigning.functions;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, once, and kept; a failure is tried again. */
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

  /** Makes it now, where that is not done. */
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
