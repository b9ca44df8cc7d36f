package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.LEAST_EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.LIVE_PHONE;
import static com.enterprisesigning.dynamodb.Examples.ORDER;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.PROCESS;
import static com.enterprisesigning.dynamodb.Examples.REJECTED;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static com.enterprisesigning.dynamodb.ItemKinds.LEAST_REGISTERED;
import static com.enterprisesigning.dynamodb.ItemKinds.REGISTERED;
import static com.enterprisesigning.dynamodb.ItemKinds.STARTED;
import static com.enterprisesigning.dynamodb.ItemKinds.STARTED_BY_PHONE;
import static com.enterprisesigning.dynamodb.ItemKinds.WITHDRAWN;
import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.NOW;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The item {@code SIGNING} in each status. */
final class SigningKinds {
  private static final Attempt ATTEMPT = Samples.attempt(LIVE, NOW);
  private static final Consumer<Table> MISSING =
      STARTED.andThen(table -> table.signings().miss(PARTICIPANT, TOKEN, NOW));

  static final List<ItemKind> ALL =
      List.of(
          kind("created", REGISTERED, registered(false)),
          kind("withdrawn", WITHDRAWN, registered(true)),
          kind("initiated", STARTED, standing(SigningStatus.INITIATED, ATTEMPT)),
          kind(
              "initiated-by-phone",
              STARTED_BY_PHONE,
              standing(SigningStatus.INITIATED, Samples.attempt(LIVE_PHONE, NOW))),
          kind(
              "collected",
              STARTED.andThen(
                  table -> table.signings().claim(PARTICIPANT, CLIENT, NOW, Duration.ofSeconds(2))),
              asked(SigningStatus.INITIATED, Optional.of(NOW), Optional.empty())),
          kind(
              "pending",
              STARTED.andThen(
                  table -> table.signings().pend(PARTICIPANT, TOKEN, HintCode.USER_SIGN)),
              hinted(SigningStatus.PENDING, HintCode.USER_SIGN)),
          kind(
              "missing",
              MISSING,
              asked(SigningStatus.INITIATED, Optional.empty(), Optional.of(NOW))),
          kind(
              "ending",
              STARTED.andThen(table ->
                  table.guards().recordConflict(PERSON, LIVE, Examples.slot(Optional.of(ORDER)))),
              standing(SigningStatus.ENDING, ATTEMPT)),
          kind(
              "failed",
              STARTED.andThen(
                  table -> table.signings().fail(PARTICIPANT, TOKEN, HintCode.USER_CANCEL)),
              hinted(SigningStatus.FAILED, HintCode.USER_CANCEL)),
          kind(
              "collect-error",
              MISSING.andThen(table -> table.signings().giveUp(PARTICIPANT, TOKEN, NOW)),
              asked(SigningStatus.COLLECT_ERROR, Optional.empty(), Optional.of(NOW))),
          kind(
              "rejected",
              STARTED.andThen(table -> table.evidences().reject(REJECTED)),
              standing(SigningStatus.COLLECT_ERROR, ATTEMPT)),
          kind(
              "complete",
              STARTED.andThen(table -> table.evidences().complete(EVIDENCE, Optional.of(TOKEN))),
              signed(EVIDENCE, ATTEMPT.startedAt(), ATTEMPT.windowEnd())),
          kind(
              "complete-unactivated",
              LEAST_REGISTERED.andThen(
                  table -> table.evidences().complete(LEAST_EVIDENCE, Optional.empty())),
              signed(LEAST_EVIDENCE, LEAST_EVIDENCE.storedAt(), LEAST_EVIDENCE.storedAt())));

  private SigningKinds() {}

  private static ItemKind kind(String name, Consumer<Table> written, Signing value) {
    return new ItemKind(
        "signing-" + name,
        Keys.signing(PARTICIPANT),
        written,
        table -> table.signings().signing(PARTICIPANT),
        value);
  }

  private static Signing registered(boolean withdrawn) {
    return new Signing(
        PARTICIPANT,
        CLIENT,
        PROCESS,
        PERSON,
        SigningStatus.CREATED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        withdrawn,
        Optional.empty());
  }

  private static Signing standing(SigningStatus status, Attempt attempt) {
    return started(status, Optional.empty(), attempt, Optional.empty(), Optional.empty());
  }

  private static Signing hinted(SigningStatus status, HintCode hint) {
    return started(status, Optional.of(hint), ATTEMPT, Optional.empty(), Optional.empty());
  }

  private static Signing asked(
      SigningStatus status, Optional<Instant> collectedAt, Optional<Instant> missingSince) {
    return started(status, Optional.empty(), ATTEMPT, collectedAt, missingSince);
  }

  private static Signing started(
      SigningStatus status,
      Optional<HintCode> hint,
      Attempt attempt,
      Optional<Instant> collectedAt,
      Optional<Instant> missingSince) {
    return new Signing(
        PARTICIPANT,
        CLIENT,
        PROCESS,
        PERSON,
        status,
        hint,
        Optional.of(attempt),
        collectedAt,
        missingSince,
        false,
        Optional.empty());
  }

  private static Signing signed(Evidence evidence, Instant startedAt, Instant windowEnd) {
    Order order = evidence.order();
    return new Signing(
        PARTICIPANT,
        CLIENT,
        PROCESS,
        PERSON,
        SigningStatus.COMPLETE,
        Optional.empty(),
        Optional.of(
            new Attempt(
                order.token(),
                order.channel(),
                order.endUserIp(),
                order.orderRef(),
                Optional.empty(),
                startedAt,
                windowEnd)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(evidence.signedAt()));
  }
}
