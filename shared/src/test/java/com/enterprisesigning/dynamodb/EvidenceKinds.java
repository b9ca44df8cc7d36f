package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.HANDED_OUT;
import static com.enterprisesigning.dynamodb.Examples.LEAST_EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.REJECTED;
import static com.enterprisesigning.dynamodb.Examples.REPORTED;
import static com.enterprisesigning.dynamodb.Examples.TIME_STAMP;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code COMPLETION#<order ref>}, {@code EVIDENCE}, {@code EVIDENCE#<order ref>} and
 * {@code COMPLETION_TIME_STAMP#<order ref>}. Evidence is read together with its completion.
 */
final class EvidenceKinds {
  private static final String COMPLETION = "completion";
  private static final String LEAST_COMPLETION = "completion-least";
  private static final String REJECTED_COMPLETION = "completion-rejected";

  static final List<ItemKind> ALL =
      List.of(
          completion(COMPLETION, HANDED_OUT),
          completion(LEAST_COMPLETION, HandedOut.of(LEAST_EVIDENCE)),
          completion(REJECTED_COMPLETION, HandedOut.of(REJECTED)),
          evidence(
              "evidence",
              Keys.evidence(PARTICIPANT),
              ItemKinds.STARTED.andThen(
                  table -> table.evidences().complete(EVIDENCE, Optional.of(TOKEN))),
              EVIDENCE,
              COMPLETION),
          evidence(
              "evidence-least",
              Keys.evidence(PARTICIPANT),
              ItemKinds.LEAST_REGISTERED.andThen(
                  table -> table.evidences().complete(LEAST_EVIDENCE, Optional.empty())),
              LEAST_EVIDENCE,
              LEAST_COMPLETION),
          evidence(
              "evidence-rejected",
              Keys.evidenceBeside(PARTICIPANT, REJECTED.completion().orderRef()),
              ItemKinds.STARTED.andThen(table -> table.evidences().reject(REJECTED)),
              REJECTED,
              REJECTED_COMPLETION),
          evidence(
              "evidence-reported",
              Keys.evidence(PARTICIPANT),
              ItemKinds.STARTED.andThen(
                  table -> table.evidences().complete(REPORTED, Optional.of(TOKEN))),
              REPORTED,
              COMPLETION),
          new ItemKind(
              "time-stamp",
              Keys.timeStamp(PARTICIPANT, EVIDENCE.order().orderRef()),
              ItemKinds.STARTED
                  .andThen(table -> table.evidences().complete(EVIDENCE, Optional.of(TOKEN)))
                  .andThen(table -> table.evidences().stamp(EVIDENCE, TIME_STAMP)),
              table ->
                  table.evidences().all(PARTICIPANT).stream()
                      .findFirst()
                      .flatMap(filed -> filed.timeStamp().get()),
              TIME_STAMP,
              Optional.of("evidence")));

  private EvidenceKinds() {}

  private static ItemKind completion(String name, HandedOut handedOut) {
    String orderRef = handedOut.order().orderRef();
    return new ItemKind(
        name,
        Keys.completion(PARTICIPANT, orderRef),
        table -> table.evidences().keep(handedOut),
        table -> table.evidences().unfinished(PARTICIPANT, orderRef),
        handedOut);
  }

  private static ItemKind evidence(
      String name,
      Map<String, AttributeValue> key,
      Consumer<Table> stored,
      Evidence value,
      String completion) {
    Consumer<Table> kept = table -> table.evidences().keep(HandedOut.of(value));
    return new ItemKind(
        name,
        key,
        kept.andThen(stored),
        table -> table.evidences().evidence(PARTICIPANT),
        value,
        Optional.of(completion));
  }
}
