package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.dynamodb.TableProxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches the writes of completions to the table: items {@code COMPLETION#<order ref>} and {@code
 * EVIDENCE}, {@code docs/architecture.md#state}.
 */
final class CompletionWrites implements TableProxy.Watcher {
  private static final Set<String> OPERATIONS =
      Set.of("PutItem", "UpdateItem", "TransactWriteItems");
  private static final Pattern PARTICIPANT = Pattern.compile("\"PARTICIPANT#([0-9a-f-]{36})\"");
  private static final String RAW = "\"COMPLETION#";
  private static final String EVIDENCE = "\"EVIDENCE";

  private final Map<String, CompletionWrite> expected = new ConcurrentHashMap<>();

  void expect(String participant, CompletionWrite write) {
    expected.put(participant, write);
  }

  @Override
  public byte[] asked(String operation, byte[] request) {
    String body = new String(request, StandardCharsets.ISO_8859_1);
    writeIn(operation, body).ifPresent(CompletionWrite::sent);
    return request;
  }

  @Override
  public void answered(String operation, byte[] request, byte[] answer) {
    String body = new String(request, StandardCharsets.ISO_8859_1);
    boolean isAccepted = !new String(answer, StandardCharsets.ISO_8859_1).contains("\"__type\"");
    writeIn(operation, body)
        .ifPresent(write -> write.answered(isAccepted, body.contains(EVIDENCE)));
  }

  private Optional<CompletionWrite> writeIn(String operation, String body) {
    if (!OPERATIONS.contains(operation) || !(body.contains(RAW) || body.contains(EVIDENCE))) {
      return Optional.empty();
    }
    Matcher participant = PARTICIPANT.matcher(body);
    return participant.find()
        ? Optional.ofNullable(expected.get(participant.group(1)))
        : Optional.empty();
  }
}
