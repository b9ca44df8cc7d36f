package com.enterprisesigning.exploration;

import java.util.IdentityHashMap;
import java.util.Optional;

/** Caches the texts of records that many states share. */
final class Texts {
  private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();

  String of(Object shared) {
    return texts.computeIfAbsent(shared, Object::toString);
  }

  String of(Optional<?> shared) {
    return shared.map(this::of).orElse("none");
  }
}
