package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.Caller;
import java.util.List;

/**
 * The IPs and channels of the starts for one person, all at once: {@code
 * docs/architecture.md#the-conflict-rules}.
 */
enum Storm {
  EACH_FROM_ANOTHER_IP,
  ALL_BY_PHONE,
  BOTH_WAYS,
  ALL_FROM_ONE_IP;

  /** Makes the call of one of the simultaneous callers. */
  Call call(FunctionApi api, List<String> participants, int number) throws Exception {
    String participant = participants.get(number / 2 % participants.size());
    return switch (this) {
      case EACH_FROM_ANOTHER_IP -> api.start(from(number), participant);
      case ALL_BY_PHONE -> api.startPhone(from(number), participant);
      case BOTH_WAYS ->
          number % 2 == 0
              ? api.start(from(number), participant)
              : api.startPhone(from(number), participant);
      case ALL_FROM_ONE_IP -> api.start(from(0), participant);
    };
  }

  /**
   * Returns whether any two of these starts block the person. If not, they leave a slot for their
   * IP.
   */
  boolean blocks() {
    return this != ALL_FROM_ONE_IP;
  }

  /** Returns a caller whose IP stands for an end user's. */
  static Caller from(int number) {
    return new Caller("demo", "192.0.2." + (number + 1));
  }
}
