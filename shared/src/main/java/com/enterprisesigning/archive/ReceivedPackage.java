package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An evidence package that somebody hands in. Nothing in it is trusted: it only says what is to be
 * verified.
 *
 * @param root the root in the package, as PEM
 * @param changed the files that are not as the package was written, or contradict each other
 */
public record ReceivedPackage(
    Completion completion,
    SigningText text,
    Requirement requirement,
    PersonalNumber signer,
    Optional<String> root,
    List<String> changed) {

  /** The largest package has 3 MB. */
  private static final int MAXIMUM_BYTES = 20_000_000;

  /** Refuses a member that is there twice: readers of JSON would differ. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  public ReceivedPackage {
    changed = List.copyOf(changed);
  }

  /**
   * Reads a package.
   *
   * @throws IOException if the file is not an evidence package; the message says why
   */
  public static ReceivedPackage read(Path zip) throws IOException {
    Map<String, byte[]> files = files(zip);
    JsonNode evidence = json(files, EvidencePackage.EVIDENCE);
    JsonNode registration = json(files, EvidencePackage.REGISTRATION);
    Completion completion = completion(files, evidence);
    try {
      return new ReceivedPackage(
          completion,
          new SigningText(
              text(files, EvidencePackage.VISIBLE),
              SigningText.Format.valueOf(member(registration, "user_visible_data_format")),
              optionalText(files, EvidencePackage.NON_VISIBLE)),
          requirement(registration),
          new PersonalNumber(member(registration, "personal_number")),
          optionalText(files, EvidencePackage.ROOT),
          changed(files, completion));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          EvidencePackage.REGISTRATION + " is not as this software writes it.", e);
    }
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

  private static Completion completion(Map<String, byte[]> files, JsonNode evidence)
      throws IOException {
    JsonNode user = evidence.path("user");
    JsonNode device = evidence.path("device");
    return new Completion(
        optionalText(files, EvidencePackage.BANKID_ANSWER).orElse(""),
        member(evidence, "order_ref"),
        new Completion.Signer(
            member(user, "personal_number"),
            member(user, "name"),
            member(user, "given_name"),
            member(user, "surname")),
        new Completion.Device(
            member(device, "ip_address"), Optional.ofNullable(device.path("uhi").textValue())),
        member(evidence, "signature"),
        member(evidence, "ocsp_response"));
  }

  private static Requirement requirement(JsonNode registration) {
    return new Requirement(
        flag(registration, "pin_code"),
        flag(registration, "mrtd"),
        Optional.ofNullable(registration.path("card_reader").textValue()),
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

  private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
    return JSON.readTree(text(files, name));
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
    String text = object.path(name).textValue();
    if (text == null) {
      throw new IOException("Its JSON has no member " + name + ".");
    }
    return text;
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
