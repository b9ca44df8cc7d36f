package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * How a received package differs from the one that this release writes of the same evidence.
 *
 * @param contradictions the files that no release writes of this evidence; for evidence.json, with
 *     the members
 * @param differing the files that differ and that another release, or a forger, may have written
 */
public record PackageDifferences(List<String> contradictions, List<String> differing) {

  /** The files whose words or members may change from one release to another. */
  private static final Set<String> CHANGED_BY_RELEASES =
      Set.of(
          EvidencePackage.REPORT,
          EvidencePackage.SCRIPT,
          EvidencePackage.REGISTRATION,
          EvidencePackage.VALIDATION,
          EvidencePackage.EVIDENCE,
          EvidencePackage.SUMS);

  /** Where evidence.json has what BankID answered. */
  private static final Map<String, String> IN_EVIDENCE =
      Map.of(
          "/orderRef", "/order_ref",
          "/completionData/user/personalNumber", "/user/personal_number",
          "/completionData/user/name", "/user/name",
          "/completionData/user/givenName", "/user/given_name",
          "/completionData/user/surname", "/user/surname",
          "/completionData/device/ipAddress", "/device/ip_address",
          "/completionData/signature", "/signature",
          "/completionData/ocspResponse", "/ocsp_response");

  public PackageDifferences {
    contradictions = List.copyOf(contradictions);
    differing = List.copyOf(differing);
  }

  /**
   * Compares the files one by one.
   *
   * @param received the files of the received package
   * @param written the zip that this release writes of its evidence
   */
  public static PackageDifferences between(Map<String, byte[]> received, byte[] written)
      throws IOException {
    Map<String, byte[]> again = files(written);
    Map<Boolean, List<String>> files =
        Stream.concat(again.keySet().stream(), received.keySet().stream().sorted())
            .distinct()
            .filter(name -> !Arrays.equals(received.get(name), again.get(name)))
            .collect(Collectors.partitioningBy(CHANGED_BY_RELEASES::contains));
    List<String> contradictions = new ArrayList<>(files.get(false));
    List<String> members =
        otherValues(
            ReceivedPackage.json(received, EvidencePackage.EVIDENCE),
            ReceivedPackage.json(again, EvidencePackage.EVIDENCE));
    if (!members.isEmpty()) {
      contradictions.add(EvidencePackage.EVIDENCE + " (" + String.join(", ", members) + ")");
    }
    List<String> answered = otherAnswers(received);
    if (!answered.isEmpty()) {
      contradictions.add(EvidencePackage.BANKID_ANSWER + " (" + String.join(", ", answered) + ")");
    }
    return new PackageDifferences(contradictions, files.get(true));
  }

  /**
   * Returns the members of BankID's answer that have another value in evidence.json. No other file
   * can be written again from BankID's answer, so only this finds a change in it.
   */
  private static List<String> otherAnswers(Map<String, byte[]> received) throws IOException {
    if (!received.containsKey(EvidencePackage.BANKID_ANSWER)) {
      return List.of();
    }
    JsonNode answer = ReceivedPackage.json(received, EvidencePackage.BANKID_ANSWER);
    JsonNode evidence = ReceivedPackage.json(received, EvidencePackage.EVIDENCE);
    return IN_EVIDENCE.entrySet().stream()
        .filter(member -> !answer.at(member.getKey()).equals(evidence.at(member.getValue())))
        .map(member -> member.getKey().substring(member.getKey().lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  private static Map<String, byte[]> files(byte[] written) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  /** Returns the members that both objects have, with other values. */
  private static List<String> otherValues(JsonNode one, JsonNode other) {
    return one.properties().stream()
        .filter(member -> other.has(member.getKey()))
        .filter(member -> !member.getValue().equals(other.get(member.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
