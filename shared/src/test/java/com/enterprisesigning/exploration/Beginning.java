package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.signing.ParticipantDetails;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.SigningProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person with three participants, each in its own process, with nothing started. */
final class Beginning {
  private static final Map<Call.Who, ParticipantDetails> PARTICIPANTS = participants();

  private Beginning() {}

  static Play of(Store store, boolean killsBoth, boolean verifies) {
    PARTICIPANTS
        .values()
        .forEach(details -> store.ports().processes().register(process(details), List.of(details)));
    return Play.of(State.of(new World(Samples.NOW, store, killsBoth, PARTICIPANTS), verifies));
  }

  private static Map<Call.Who, ParticipantDetails> participants() {
    Map<Call.Who, ParticipantDetails> participants = new EnumMap<>(Call.Who.class);
    for (Call.Who who : Call.Who.values()) {
      participants.put(
          who,
          new ParticipantDetails(
              id("participant", who),
              id("process", who),
              Samples.CLIENT,
              Samples.NOW.plus(Duration.ofDays(45)),
              World.PERSON,
              World.PERSON_KEY,
              new SigningText("I agree", SigningText.Format.PLAINTEXT, Optional.empty()),
              Requirement.NONE));
    }
    return participants;
  }

  private static UUID id(String what, Call.Who who) {
    return UUID.nameUUIDFromBytes((what + who).getBytes(StandardCharsets.UTF_8));
  }

  private static SigningProcess process(ParticipantDetails details) {
    return new SigningProcess(
        details.processId(),
        details.client(),
        "loan 17",
        List.of(details.participantId()),
        details.expiresAt(),
        false,
        Optional.empty());
  }
}
