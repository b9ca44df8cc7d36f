package com.enterprisesigning.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each order that ended unsigned is reported once, even if several calls meet its end. */
class EndedUnsignedTest {
  private final List<UnsignedEnd> told = new ArrayList<>();
  private final DynamoDbSignings signings = DynamoDbLocal.engineTable().signings(told::add);
  private final ParticipantDetails participant = Samples.details(Samples.person());
  private final UUID id = participant.participantId();
  private final Contender contender = Samples.start(id, Samples.IP_A);

  @BeforeEach
  void anOrderRuns() {
    Table table = DynamoDbLocal.table();
    table.processes().register(Samples.process(participant), List.of(participant));
    table.guards().reserve(participant.personKey(), contender, Samples.NOW);
    Guard.Live live = Samples.live(contender, Samples.NOW);
    table
        .guards()
        .activate(
            participant.personKey(), live, Samples.attempt(live, Samples.NOW), Optional.empty());
  }

  @Test
  void fail_tells_byWhichHint() {
    signings.fail(id, contender.token(), HintCode.USER_CANCEL);

    assertEquals(List.of(new UnsignedEnd.Failed(HintCode.USER_CANCEL)), told);
  }

  @Test
  void fail_tellsNothing_ofWhatIsRecordedAlready() {
    signings.fail(id, contender.token(), HintCode.START_FAILED);
    signings.fail(id, contender.token(), HintCode.START_FAILED);

    assertEquals(List.of(new UnsignedEnd.Failed(HintCode.START_FAILED)), told);
  }

  @Test
  void fail_tellsNothing_ofAnAttemptThatIsNotTheParticipants() {
    signings.fail(id, UUID.randomUUID(), HintCode.USER_CANCEL);

    assertEquals(List.of(), told);
  }

  @Test
  void giveUp_tells_thatTheOrderIsMissing_once() {
    signings.miss(id, contender.token(), Samples.NOW);

    signings.giveUp(id, contender.token(), Samples.NOW);
    signings.giveUp(id, contender.token(), Samples.NOW);

    assertEquals(List.of(new UnsignedEnd.Missing()), told);
  }
}
