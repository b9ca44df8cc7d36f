package com.enterprisesigning.signing;

/** Where a process stands; COMPLETE is never left (design section 2). */
public enum ProcessStatus {
  OPEN,
  COMPLETE,
  WITHDRAWN,
  EXPIRED
}
