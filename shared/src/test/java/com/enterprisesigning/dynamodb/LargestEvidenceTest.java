package com.enterprisesigning.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.signing.LargestCompletion;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest signature of the least compressible text fits an item. DynamoDB Local, like DynamoDB,
 * refuses an item over 400 KB.
 */
class LargestEvidenceTest {
  private final Table table = DynamoDbLocal.table();

  @ParameterizedTest
  @ValueSource(strings = {"/", "\\/"})
  void evidence_isStoredAndReadWhole_ofTheLargestTextsThatBankIdTakes(String slash) {
    LargestCompletion largest = LargestCompletion.ofIncompressibleText(slash);
    ParticipantDetails participant = Samples.details(Samples.person(), largest.text());
    table.processes().register(Samples.process(participant), List.of(participant));
    Evidence evidence = evidence(participant, largest.text(), largest.completion());

    table.evidences().keep(HandedOut.of(evidence));
    table.evidences().complete(evidence, Optional.empty());

    assertEquals(Optional.of(evidence), table.evidences().evidence(participant.participantId()));
    assertEquals(Optional.of(participant), table.signings().details(participant.participantId()));
  }

  private static Evidence evidence(
      ParticipantDetails participant, SigningText text, Completion completion) {
    return new Evidence(
        Samples.order(participant.participantId(), completion.orderRef()),
        participant.processId(),
        participant.client(),
        participant.personKey(),
        participant.personalNumber(),
        text,
        participant.requirement(),
        completion,
        new Verdict(List.of(), Optional.empty()),
        Samples.NOW,
        Samples.NOW,
        Samples.NOW.plus(Duration.ofDays(3650)).truncatedTo(ChronoUnit.SECONDS));
  }
}
