package com.enterprisesigning.functions;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.NOW;
import static com.enterprisesigning.signing.Samples.PERSON_KEYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.InMemoryTable;
import com.enterprisesigning.store.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the command prints about a person. */
class FindPersonalDataTest {
  private static final PersonalNumber NUMBER = new PersonalNumber("189001019802");
  private static final PersonKey PERSON = PERSON_KEYS.keyOf(NUMBER);

  private final InMemoryTable memory = new InMemoryTable();
  private final Evidences evidences = memory.evidences();
  private final ParticipantDetails participant = register(PERSON);
  private final UUID id = participant.participantId();
  private final Order order = start();

  /** The outcome of the command. */
  private record Result(int status, String text, List<JsonNode> lines) {
    /** Returns the lines of a kind. */
    List<JsonNode> of(String kind) {
      return lines.stream().filter(line -> line.path("kind").asText().equals(kind)).toList();
    }
  }

  private ParticipantDetails register(PersonKey person) {
    ParticipantDetails details = Samples.details(person);
    memory.processes().register(Samples.process(details), List.of(details));
    return details;
  }

  private Order start() {
    Contender contender = Samples.start(id, IP_A);
    memory.guards().reserve(PERSON, contender, NOW);
    Guard.Live live = Samples.live(contender, NOW);
    assertTrue(
        memory.guards().activate(PERSON, live, Samples.attempt(live, NOW), Optional.empty()));
    return live.running();
  }

  private Evidence kept(String orderRef) {
    Order of = new Order(id, UUID.randomUUID(), orderRef, order.channel(), order.endUserIp());
    Evidence evidence = Samples.evidence(participant, of, NOW);
    evidences.keep(HandedOut.of(evidence));
    return evidence;
  }

  private Result find(boolean isCopy) throws Exception {
    return find(memory.ports(), NUMBER, isCopy);
  }

  private static Result find(Table table, PersonalNumber number, boolean isCopy) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        new FindPersonalData(
                table, PERSON_KEYS, isCopy, new PrintStream(out, true, StandardCharsets.UTF_8))
            .find(number);
    String text = out.toString(StandardCharsets.UTF_8);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return new Result(status, text, lines);
  }

  @Test
  void everyParticipant_andAllThatIsKeptOfIt_hasALine() throws Exception {
    evidences.storeBeside(kept("rejected"));
    kept("without evidence");

    Result result = find(false);

    assertEquals(0, result.status());
    assertEquals(PERSON.hex(), result.of("PERSON").getFirst().path("person_key").asText());
    JsonNode line = result.of("PARTICIPANT").getFirst();
    assertEquals(id.toString(), line.path("participant_id").asText());
    assertEquals(participant.processId().toString(), line.path("process_id").asText());
    assertEquals(Samples.CLIENT, line.path("client").asText());
    assertEquals("INITIATED", line.path("status").asText());
    assertEquals(order.orderRef(), line.path("order_ref").asText());
    JsonNode evidence = result.of("EVIDENCE").getFirst();
    assertEquals("rejected", evidence.path("order_ref").asText());
    assertFalse(evidence.path("verified").asBoolean(true));
    assertEquals(NOW.plus(Duration.ofDays(3650)).toString(), evidence.path("kept_until").asText());
    JsonNode completion = result.of("COMPLETION").getFirst();
    assertEquals("without evidence", completion.path("order_ref").asText());
    assertEquals(NOW.toString(), completion.path("received_at").asText());
    assertEquals(4, result.lines().size());
  }

  @Test
  void lines_haveOnlyIdsStatesAndTimes_unlessACopyIsAskedFor() throws Exception {
    evidences.storeBeside(kept("rejected"));
    kept("without evidence");
    List<String> personal =
        List.of(
            NUMBER.digits(),
            participant.text().visible(),
            Samples.process(participant).reference(),
            IP_A.address(),
            "Test Person",
            Samples.evidence(participant, order, NOW).completion().signature());

    String without = find(false).text();
    Result copy = find(true);

    assertEquals(List.of(), personal.stream().filter(without::contains).toList());
    JsonNode registered = copy.of("PARTICIPANT").getFirst();
    assertEquals(NUMBER.digits(), registered.path("personal_number").asText());
    assertEquals("I agree", registered.path("user_visible_data").asText());
    assertEquals("bound", registered.path("user_non_visible_data").asText());
    assertEquals(IP_A.address(), registered.path("end_user_ip").asText());
    JsonNode evidence = copy.of("EVIDENCE").getFirst().path("evidence");
    assertEquals("Test Person", evidence.at("/user/name").asText());
    assertEquals("I agree", evidence.path("user_visible_data").asText());
    assertEquals(
        kept("without evidence").completion().raw(),
        copy.of("COMPLETION").getFirst().path("bankid_answer").asText());
  }

  @Test
  void verifiedEvidence_isTold_withTheTimeOfItsSignature() throws Exception {
    Evidence evidence = Samples.evidence(participant, order, NOW);
    evidences.keep(HandedOut.of(evidence));
    evidences.complete(evidence, Optional.of(order.token()));

    Result result = find(false);

    JsonNode participantLine = result.of("PARTICIPANT").getFirst();
    assertEquals("COMPLETE", participantLine.path("status").asText());
    assertEquals(evidence.signedAt().toString(), participantLine.path("signed_at").asText());
    assertEquals(
        evidence.signedAt().toString(),
        result.of("EVIDENCE").getFirst().path("signed_at").asText());
    assertEquals(List.of(), result.of("COMPLETION"));
  }

  @Test
  void evidence_isFound_whenItsParticipantIsGone() throws Exception {
    ParticipantDetails gone = Samples.details(PERSON);
    evidences.storeBeside(
        Samples.evidence(gone, Samples.order(gone.participantId(), "rejected"), NOW));

    Result result = find(false);

    assertEquals(
        List.of(gone.participantId().toString()),
        result.of("EVIDENCE").stream().map(it -> it.path("participant_id").asText()).toList());
    assertEquals(1, result.of("PARTICIPANT").size());
  }

  @Test
  void aPersonOfWhomNothingIsKept_hasNoLine_butAKey() throws Exception {
    Result result = find(memory.ports(), new PersonalNumber("189007159909"), true);

    assertEquals(0, result.status());
    assertEquals(1, result.lines().size());
  }

  @Test
  void whatHasChanged_isTold_andTheRestIsPrinted() throws Exception {
    kept("without evidence");
    evidences.storeBeside(kept("rejected"));
    Evidences changed =
        (Evidences)
            Proxy.newProxyInstance(
                Evidences.class.getClassLoader(),
                new Class<?>[] {Evidences.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("unfinished") && arguments.length == 2) {
                    throw new DigestMismatch(id, null);
                  }
                  try {
                    return method.invoke(evidences, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });

    Result result =
        find(
            new Table(memory.guards(), memory.signings(), memory.processes(), changed),
            NUMBER,
            true);

    assertEquals(3, result.status());
    JsonNode line = result.of("COMPLETION").getFirst();
    assertTrue(line.path("problem").asText().startsWith("This has changed"), line.toString());
    assertFalse(line.has("bankid_answer"));
    assertTrue(result.of("EVIDENCE").getFirst().has("evidence"));
  }
}
