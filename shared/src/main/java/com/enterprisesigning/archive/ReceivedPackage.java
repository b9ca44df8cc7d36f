package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.evidence.VerificationStep.Result;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An evidence package that somebody hands in. Nothing in it is trusted: it only says what is to be
 * verified, and what the package of this evidence must look like.
 *
 * @param files the files, by name
 * @param evidence what the files say. The person key, the order's token and the retention are not
 *     in a package, so they mean nothing here
 * @param otherOrders the participant's other orders
 * @param changed the files that do not fit the package's sums or evidence.json
 */
public record ReceivedPackage(
    Map<String, byte[]> files,
    Evidence evidence,
    Optional<TimeStamp> timeStamp,
    List<String> otherOrders,
    List<String> changed) {

  /** A package does not have the person key, nor the token of the attempt. */
  private static final PersonKey NO_PERSON = new PersonKey("0".repeat(64));

  private static final UUID NO_TOKEN = new UUID(0, 0);

  /** The largest package has 3 MB. */
  private static final int MAXIMUM_BYTES = 20_000_000;

  /** Refuses a member that is there twice: readers of JSON would differ. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public ReceivedPackage {
    files = Map.copyOf(files);
    otherOrders = List.copyOf(otherOrders);
    changed = List.copyOf(changed);
  }

  /**
   * Reads a package.
   *
   * @throws IOException if the file is not an evidence package; the message says why
   */
  public static ReceivedPackage read(Path zip) throws IOException {
    Map<String, byte[]> files = files(zip);
    JsonNode answer = json(files, EvidencePackage.EVIDENCE);
    try {
      Evidence evidence = evidence(files, answer);
      return new ReceivedPackage(
          files,
          evidence,
          timeStamp(answer.path("time_stamp")),
          elements(answer.path("other_order_refs")).map(JsonNode::asText).toList(),
          changed(files, evidence.completion()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("Its JSON is not as this software writes it.", e);
    }
  }

  /** Returns the root in the package, as PEM. */
  public Optional<String> root() {
    return optionalText(files, EvidencePackage.ROOT);
  }

  private static Map<String, byte[]> files(Path path) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile(), UTF_8)) {
      int left = MAXIMUM_BYTES;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] file = in.readNBytes(left + 1);
          left -= file.length;
          if (left < 0) {
            throw new IOException("It is larger than any evidence package.");
          }
          if (files.put(entry.getName(), file) != null) {
            throw new IOException("It has two files with the name " + entry.getName() + ".");
          }
        }
      }
    }
    return files;
  }

  private static Evidence evidence(Map<String, byte[]> files, JsonNode answer) throws IOException {
    JsonNode registration = json(files, EvidencePackage.REGISTRATION);
    JsonNode validation = json(files, EvidencePackage.VALIDATION);
    Instant storedAt = time(member(validation, "stored_at"));
    Optional<Instant> producedAt = optional(validation, "signing_time").map(ReceivedPackage::time);
    Completion completion = completion(files, answer);
    return new Evidence(
        new Order(
            UUID.fromString(member(registration, "participant_id")),
            NO_TOKEN,
            completion.orderRef(),
            channel(member(answer, "channel")),
            optional(answer, "end_user_ip").map(EndUserIp::new)),
        UUID.fromString(member(registration, "process_id")),
        member(registration, "client"),
        NO_PERSON,
        new PersonalNumber(member(registration, "personal_number")),
        new SigningText(
            text(files, EvidencePackage.VISIBLE),
            SigningText.Format.valueOf(member(registration, "user_visible_data_format")),
            optionalText(files, EvidencePackage.NON_VISIBLE)),
        requirement(registration),
        completion,
        new Verdict(steps(answer.path("verification")), producedAt),
        producedAt.orElse(storedAt),
        storedAt,
        storedAt);
  }

  /** Parses a time that a date can show; an {@link Instant} alone has a wider range. */
  private static Instant time(String text) {
    return Instant.parse(text).atOffset(ZoneOffset.UTC).toInstant();
  }

  private static Channel channel(String call) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.call().equals(call))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a channel"));
  }

  private static List<VerificationStep> steps(JsonNode verification) throws IOException {
    List<VerificationStep> steps = new ArrayList<>();
    for (JsonNode step : verification) {
      Result failed = step.path("reported").asBoolean() ? Result.REPORTED : Result.FAILED;
      steps.add(
          new VerificationStep(
              member(step, "step"),
              step.path("passed").asBoolean() ? Result.PASSED : failed,
              optional(step, "detail")));
    }
    return steps;
  }

  private static Optional<TimeStamp> timeStamp(JsonNode timeStamp) throws IOException {
    if (timeStamp.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new TimeStamp(
            member(timeStamp, "token"),
            time(member(timeStamp, "at")),
            member(timeStamp, "authority")));
  }

  private static Completion completion(Map<String, byte[]> files, JsonNode answer)
      throws IOException {
    JsonNode user = answer.path("user");
    JsonNode device = answer.path("device");
    return new Completion(
        optionalText(files, EvidencePackage.BANKID_ANSWER).orElse(""),
        member(answer, "order_ref"),
        new Completion.Signer(
            member(user, "personal_number"),
            member(user, "name"),
            member(user, "given_name"),
            member(user, "surname")),
        new Completion.Device(member(device, "ip_address"), optional(device, "uhi")),
        member(answer, "signature"),
        member(answer, "ocsp_response"));
  }

  private static Requirement requirement(JsonNode registration) {
    return new Requirement(
        flag(registration, "pin_code"),
        flag(registration, "mrtd"),
        optional(registration, "card_reader"),
        elements(registration.path("certificate_policies")).map(JsonNode::asText).toList());
  }

  private static List<String> changed(Map<String, byte[]> files, Completion completion) {
    List<String> changed = new ArrayList<>();
    Map<String, String> sums = new LinkedHashMap<>();
    optionalText(files, EvidencePackage.SUMS)
        .orElse("")
        .lines()
        .forEach(line -> {
          String[] sum = line.split("  ", 2);
          sums.put(sum.length == 2 ? sum[1] : line, sum[0]);
        });
    files.forEach((name, file) -> {
      if (!name.equals(EvidencePackage.SUMS) && !Fingerprint.hex(file).equals(sums.remove(name))) {
        changed.add(name);
      }
    });
    changed.addAll(sums.keySet()); // listed, and not there
    if (!Arrays.equals(files.get(EvidencePackage.SIGNATURE), Decoded.of(completion.signature()))) {
      changed.add(EvidencePackage.SIGNATURE);
    }
    if (!Arrays.equals(files.get(EvidencePackage.OCSP), Decoded.of(completion.ocspResponse()))) {
      changed.add(EvidencePackage.OCSP);
    }
    return changed.stream().distinct().toList();
  }

  static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
    try {
      return JSON.readTree(text(files, name));
    } catch (JsonProcessingException e) {
      throw new IOException(name + " is not JSON with each member once.", e);
    }
  }

  private static String text(Map<String, byte[]> files, String name) throws IOException {
    return optionalText(files, name)
        .orElseThrow(
            () -> new IOException("It has no " + name + ", so it is not an evidence package."));
  }

  private static Optional<String> optionalText(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name)).map(file -> new String(file, UTF_8));
  }

  private static String member(JsonNode object, String name) throws IOException {
    return optional(object, name)
        .orElseThrow(() -> new IOException("Its JSON has no member " + name + "."));
  }

  private static Optional<String> optional(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue());
  }

  private static Optional<Boolean> flag(JsonNode object, String name) {
    JsonNode flag = object.path(name);
    return flag.isBoolean() ? Optional.of(flag.booleanValue()) : Optional.empty();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return "ReceivedPackage[secret]";
  }
}
