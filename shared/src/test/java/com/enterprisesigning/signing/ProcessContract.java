package com.enterprisesigning.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process is registered completely or not at all, and a withdrawal creates no items. */
public abstract class ProcessContract extends TableContract {

  @Test
  void register_writesNothing_whenAParticipantIdIsTaken() {
    ParticipantDetails again = Samples.details(Samples.person(), participant.text());
    ParticipantDetails taken = withId(again, id);
    SigningProcess process = Samples.process(taken);

    assertThrows(StoreUnavailable.class, () -> table.processes().register(process, List.of(taken)));

    assertEquals(Optional.empty(), table.processes().process(process.id()));
    assertEquals(Optional.of(participant), signings.details(id));
    assertEquals(participant.personKey(), signing().personKey());
  }

  @Test
  void withdraw_marksTheExistingSignings_andCreatesNone() {
    ParticipantDetails there = Samples.details(person);
    ParticipantDetails first = Samples.details(person);
    ParticipantDetails last = Samples.details(person);
    SigningProcess process = Samples.process(first, there, last);
    table.processes().register(process, List.of(there));

    table.processes().withdraw(process);

    assertTrue(table.processes().process(process.id()).orElseThrow().withdrawn());
    assertTrue(signings.signing(there.participantId()).orElseThrow().withdrawn());
    assertEquals(Optional.empty(), signings.signing(first.participantId()));
    assertEquals(Optional.empty(), signings.signing(last.participantId()));
  }

  @Test
  void withdraw_createsNothing_whenAllIsGone() {
    SigningProcess gone = Samples.process(Samples.details(person));

    table.processes().withdraw(gone);

    assertEquals(Optional.empty(), table.processes().process(gone.id()));
  }

  @Test
  void withdraw_leavesOtherProcesses() {
    table.processes().withdraw(Samples.process(register(person)));

    assertFalse(signing().withdrawn());
    assertFalse(table.processes().process(participant.processId()).orElseThrow().withdrawn());
  }

  private static ParticipantDetails withId(ParticipantDetails details, UUID id) {
    return new ParticipantDetails(
        id,
        details.processId(),
        details.client(),
        details.expiresAt(),
        details.personalNumber(),
        details.personKey(),
        details.text(),
        details.requirement());
  }
}
