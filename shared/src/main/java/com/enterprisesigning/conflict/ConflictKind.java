package com.enterprisesigning.conflict;

/** The kinds of conflict ({@code docs/architecture.md#the-conflict-rules}). */
public enum ConflictKind {
  /** A second /start from the same IP address. */
  SAME_IP,
  /** A second /start from a different IP address. */
  DIFFERENT_IPS,
  /** A second /start/phone. */
  PHONE,
  /** A /start while a /start/phone is live, or the other way round. */
  MIXED
}
