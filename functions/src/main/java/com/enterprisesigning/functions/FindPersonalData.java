package com.enterprisesigning.functions;

import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.Table;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The operator's command that finds what the table keeps about one person, for a request under data
 * protection law (GDPR article 15). It changes nothing. It reads the whole table.
 *
 * <pre>java -cp functions/target/functions.jar com.enterprisesigning.functions.FindPersonalData
 * </pre>
 *
 * <p>The personal number is read from stdin, because other users of a machine can see arguments.
 * Each line of stdout is a JSON object: a participant, its evidence, or a completion without
 * evidence. By default a line has only ids, states and times; with {@code --copy} it also has what
 * is kept. Settings and credentials are those of {@link VerifyEvidenceAgain}.
 */
public final class FindPersonalData {
  /** Everything was printed, or there is nothing. */
  static final int ALL_PRINTED = 0;

  /** A setting, the number, the secret or the table is missing. Some lines may be missing. */
  static final int NOT_DONE = 2;

  /** Everything was printed, except for evidence that has changed since it was stored. */
  static final int SOME_CHANGED = 3;

  private static final String COPY = "--copy";

  private final Table table;
  private final PersonKeys personKeys;
  private final boolean isCopy;
  private final PrintStream out;
  private int changed;

  /**
   * @param isCopy whether the lines also have what is kept
   */
  FindPersonalData(Table table, PersonKeys personKeys, boolean isCopy, PrintStream out) {
    this.table = table;
    this.personKeys = personKeys;
    this.isCopy = isCopy;
    this.out = out;
  }

  /**
   * Runs the command.
   *
   * @param args nothing, or {@code --copy}
   */
  public static void main(String[] args) {
    // Set before the first logger is created: stdout is for the data.
    System.setProperty(LogConfiguration.TARGET, "SYSTEM_ERR");
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) {
    if (!arguments.isEmpty() && !arguments.equals(List.of(COPY))) {
      return notDone("The only argument is " + COPY + ". Write the personal number to stdin.");
    }
    Settings settings;
    try {
      settings = Settings.from(System.getenv());
    } catch (IllegalArgumentException e) {
      return notDone(e.getMessage());
    }
    try {
      Optional<PersonalNumber> number = number(System.in);
      if (number.isEmpty()) {
        return notDone(
            "Write the personal number to stdin, in one line: twelve digits without a hyphen, with a valid check digit.");
      }
      AwsCredentialsProvider credentials = Application.credentials();
      return new FindPersonalData(
              Application.table(settings, credentials, Clock.systemUTC()),
              Application.personKeys(settings, credentials),
              !arguments.isEmpty(),
              new PrintStream(System.out, true, StandardCharsets.UTF_8))
          .find(number.get());
    } catch (IOException | RuntimeException e) {
      return notDone(
          "Not all was found. Fix the problem named here, and run the command again.\n"
              + Faults.text(e));
    }
  }

  private static int notDone(String why) {
    System.err.println(why);
    return NOT_DONE;
  }

  private static Optional<PersonalNumber> number(InputStream in) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
    return Optional.ofNullable(line).map(String::strip).flatMap(PersonalNumber::parse);
  }

  /**
   * Prints what is kept about this person.
   *
   * @return the exit status
   */
  int find(PersonalNumber number) {
    PersonKey person = personKeys.keyOf(number);
    print(object("PERSON").put("person_key", person.hex()));
    table.evidences().participantsOf(person, number).forEach(this::participant);
    return changed == 0 ? ALL_PRINTED : SOME_CHANGED;
  }

  private void participant(UUID id) {
    Optional<ParticipantDetails> details = table.signings().details(id);
    Optional<Signing> signing = table.signings().signing(id);
    if (details.isPresent() || signing.isPresent()) {
      ObjectNode line = object("PARTICIPANT", id);
      details.ifPresent(found -> registered(line, found));
      signing.ifPresent(found -> state(line, found));
      print(line);
    }
    table.evidences().all(id).forEach(filed -> evidence(id, filed));
    table.evidences().unfinished(id).forEach(orderRef -> completion(id, orderRef));
  }

  private void registered(ObjectNode line, ParticipantDetails details) {
    line.put("process_id", details.processId().toString())
        .put("client", details.client())
        .put("expires_at", details.expiresAt().toString());
    if (isCopy) {
      line.put("personal_number", details.personalNumber().digits())
          .put("user_visible_data", details.text().visible());
      details.text().nonVisible().ifPresent(it -> line.put("user_non_visible_data", it));
      table
          .processes()
          .process(details.processId())
          .ifPresent(process -> line.put("reference", process.reference()));
    }
  }

  private void state(ObjectNode line, Signing signing) {
    line.put("process_id", signing.processId().toString())
        .put("client", signing.client())
        .put("status", signing.status().name());
    signing
        .attempt()
        .ifPresent(attempt -> {
          line.put("order_ref", attempt.orderRef())
              .put("started_at", attempt.startedAt().toString());
          if (isCopy) {
            attempt.endUserIp().ifPresent(ip -> line.put("end_user_ip", ip.address()));
          }
        });
    signing.signedAt().ifPresent(at -> line.put("signed_at", at.toString()));
  }

  private void evidence(UUID id, FiledEvidence filed) {
    ObjectNode line =
        object("EVIDENCE", id)
            .put("client", filed.client())
            .put("order_ref", filed.orderRef())
            .put("kept_until", filed.keptUntil().toString());
    printChecked(
        line,
        () -> {
          Evidence evidence = filed.evidence().get();
          line.put("process_id", evidence.processId().toString())
              .put("verified", evidence.verdict().isVerified())
              .put("signed_at", evidence.signedAt().toString());
          if (isCopy) {
            line.set("evidence", GetEvidenceCall.document(evidence));
          }
        });
  }

  private void completion(UUID id, String orderRef) {
    ObjectNode line = object("COMPLETION", id).put("order_ref", orderRef);
    printChecked(
        line,
        () ->
            table
                .evidences()
                .unfinished(id, orderRef)
                .ifPresent(kept -> {
                  line.put("received_at", kept.receivedAt().toString())
                      .put("kept_until", kept.keptUntil().toString());
                  if (isCopy) {
                    line.put("bankid_answer", kept.completion().raw());
                  }
                }));
  }

  /** Prints a line even if what it is about has changed, and then says so. */
  private void printChecked(ObjectNode line, Runnable read) {
    try {
      read.run();
    } catch (DigestMismatch e) {
      changed++;
      line.put("problem", "This has changed since it was stored, so its content is not printed.");
    }
    print(line);
  }

  private static ObjectNode object(String kind, UUID participantId) {
    return object(kind).put("participant_id", participantId.toString());
  }

  private static ObjectNode object(String kind) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind);
  }

  private void print(ObjectNode line) {
    out.println(line);
  }
}
