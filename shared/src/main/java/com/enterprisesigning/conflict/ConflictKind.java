package com.enterprisesigning.conflict;

/** Which row of design section 3 a conflict is. */
public enum ConflictKind {
  /** A second /start from the same address. */
  SAME_IP,
  /** A second /start from another address. */
  DIFFERENT_IPS,
  /** A second /start/phone. */
  PHONE,
  /** /start against /start/phone, or the other way round. */
  MIXED
}
