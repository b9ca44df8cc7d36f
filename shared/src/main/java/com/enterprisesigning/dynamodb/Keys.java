package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.PersonKey;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The primary keys ({@code docs/architecture.md#state}). */
final class Keys {
  static final String PARTITION = "pk";
  static final String SORT = "sk";
  static final String PARTICIPANT = "PARTICIPANT#";
  static final String EVIDENCE = "EVIDENCE";
  static final String COMPLETION = "COMPLETION";

  private Keys() {}

  static Map<String, AttributeValue> process(UUID processId) {
    return key("PROCESS#" + processId, "PROCESS");
  }

  static Map<String, AttributeValue> details(UUID participantId) {
    return key(participant(participantId), "DETAILS");
  }

  static Map<String, AttributeValue> signing(UUID participantId) {
    return key(participant(participantId), "SIGNING");
  }

  static Map<String, AttributeValue> completion(UUID participantId, String orderRef) {
    return key(participant(participantId), COMPLETION + "#" + orderRef);
  }

  /**
   * Returns the key of a completion's time stamp. It sorts between completions and evidence, so the
   * query of all evidence reads it too, and a query of the completions does not.
   */
  static Map<String, AttributeValue> timeStamp(UUID participantId, String orderRef) {
    return key(participant(participantId), timeStampSort(orderRef));
  }

  static String timeStampSort(String orderRef) {
    return COMPLETION + "_TIME_STAMP#" + orderRef;
  }

  static Map<String, AttributeValue> evidence(UUID participantId) {
    return key(participant(participantId), EVIDENCE);
  }

  static Map<String, AttributeValue> evidenceBeside(UUID participantId, String orderRef) {
    return key(participant(participantId), EVIDENCE + "#" + orderRef);
  }

  static Map<String, AttributeValue> guard(PersonKey person) {
    return key("PERSON#" + person.hex(), "GUARD");
  }

  static String participant(UUID participantId) {
    return PARTICIPANT + participantId;
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION, Values.of(partition), SORT, Values.of(sort));
  }
}
