package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.HANDED_OUT;
import static com.enterprisesigning.dynamodb.Examples.LEAST_EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.REJECTED;
import static com.enterprisesigning.dynamodb.Examples.REPORTED;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items {@code EVIDENCE}, {@code EVIDENCE#<order ref>} and {@code COMPLETION#<order ref>}. */
final class EvidenceKinds {
  static final List<ItemKind> ALL =
      List.of(
          kind(
              "evidence",
              Keys.evidence(PARTICIPANT),
              ItemKinds.STARTED.andThen(
                  table -> table.evidences().complete(EVIDENCE, Optional.of(TOKEN))),
              EVIDENCE),
          kind(
              "evidence-least",
              Keys.evidence(PARTICIPANT),
              ItemKinds.LEAST_REGISTERED.andThen(
                  table -> table.evidences().complete(LEAST_EVIDENCE, Optional.empty())),
              LEAST_EVIDENCE),
          kind(
              "evidence-rejected",
              Keys.evidenceBeside(PARTICIPANT, REJECTED.completion().orderRef()),
              ItemKinds.STARTED.andThen(table -> table.evidences().reject(REJECTED)),
              REJECTED),
          kind(
              "evidence-reported",
              Keys.evidence(PARTICIPANT),
              ItemKinds.STARTED.andThen(
                  table -> table.evidences().complete(REPORTED, Optional.of(TOKEN))),
              REPORTED),
          new ItemKind(
              "completion",
              Keys.completion(PARTICIPANT, HANDED_OUT.order().orderRef()),
              table -> table.evidences().keep(HANDED_OUT),
              table -> table.evidences().handedOut(PARTICIPANT, HANDED_OUT.order().orderRef()),
              HANDED_OUT));

  private EvidenceKinds() {}

  private static ItemKind kind(
      String name, Map<String, AttributeValue> key, Consumer<Table> written, Evidence value) {
    return new ItemKind(
        name, key, written, table -> table.evidences().evidence(PARTICIPANT), value);
  }
}
