package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Evidences.Stored;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Everything that belongs to a signature lives as long as its evidence ({@code
 * docs/architecture.md#store}).
 */
abstract class TimeToLiveContract {
  private final ParticipantDetails participant = Samples.details(Samples.person());
  private final Map<String, AttributeValue> process = Keys.process(participant.processId());
  private final Map<String, AttributeValue> details = Keys.details(participant.participantId());

  private Table table;

  /** Returns the table under test; other tests may use it too. */
  protected abstract EngineTable engineTable();

  @BeforeEach
  void register() {
    table = engineTable().ports();
    table.processes().register(Samples.process(participant), List.of(participant));
  }

  @Test
  void complete_keepsTheProcessAndTheDetails_asLongAsTheEvidence() {
    Evidence evidence = complete(NOW);

    assertEquals(evidence.keptUntil(), end(process));
    assertEquals(evidence.keptUntil(), end(details));
    assertEquals(evidence.keptUntil(), end(Keys.signing(participant.participantId())));
  }

  @Test
  void complete_shortensTheLifeOfNothing() {
    complete(NOW.minus(Duration.ofDays(3650)));

    Instant registered = participant.expiresAt().plus(Timing.PROCESS_GRACE);
    assertEquals(registered, end(process));
    assertEquals(registered, end(details));
  }

  private Evidence complete(Instant storedAt) {
    Order order = Samples.order(participant.participantId(), "order");
    Evidence evidence = Samples.evidence(participant, order, storedAt);
    table.evidences().keep(HandedOut.of(evidence));
    assertEquals(new Stored.Done(), table.evidences().complete(evidence, Optional.empty()));
    return evidence;
  }

  private Instant end(Map<String, AttributeValue> key) {
    return Instant.ofEpochSecond(engineTable().item(key).orElseThrow().number("ttl"));
  }
}
