package com.enterprisesigning.signing;

/** Where every decision is told, once (design section 11, audit). */
@FunctionalInterface
public interface Audit {

  /** Tells of a decision. Never throws. */
  void record(Decision decision);
}
