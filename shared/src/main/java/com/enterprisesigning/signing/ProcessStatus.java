package com.enterprisesigning.signing;

/** The status of a process. COMPLETE is final. */
public enum ProcessStatus {
  OPEN,
  COMPLETE,
  WITHDRAWN,
  EXPIRED
}
