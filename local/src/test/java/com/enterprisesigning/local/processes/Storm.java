package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.Caller;
import java.util.List;

/** Who starts how for one person, all at once (design section 3). */
enum Storm {
  EACH_FROM_ANOTHER_IP,
  ALL_BY_PHONE,
  BOTH_WAYS,
  ALL_FROM_ONE_IP;

  /** Of one of those who call at once. */
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

  /** Whether any two of these starts block the person; else they leave a slot for their IP. */
  boolean blocks() {
    return this != ALL_FROM_ONE_IP;
  }

  /** An address of an end user. */
  static Caller from(int number) {
    return new Caller("demo", "192.0.2." + (number + 1));
  }
}
