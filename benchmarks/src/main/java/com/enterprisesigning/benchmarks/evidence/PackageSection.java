package com.enterprisesigning.benchmarks.evidence;

import com.enterprisesigning.archive.ReceivedPackage;
import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Spread;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.signing.FoundEvidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures evidence packages with and without a time stamp. A local run signs and stamps them; they
 * are read back, and written again in this process.
 */
public final class PackageSection implements Section {
  private static final int WARM_UP = 200;
  private static final int PACKAGES = 200;
  private static final int VISIBLE_BYTES = 30_000;
  private static final int NON_VISIBLE_BYTES = 150_000;
  private static final int STAMPED_WITHIN_POLLS = 240;

  private final People people = new People();
  private final Random random = new Random(1);

  @Override
  public void measure(Report report) throws Exception {
    Table table =
        new Table("package", "time stamp", "bytes", "as base64", "made in, p50, ms", "p99, ms");
    try (RunProcess run = RunProcess.start(Map.of("FOLLOW_UP_SECONDS", "2,4"))) {
      Gateway gateway = new Gateway(run.url());
      rows(table, "an ordinary text", stamped(gateway, "I borrow 100 kronor.", Optional.empty()));
      rows(
          table,
          "the largest texts, random ASCII",
          stamped(gateway, ascii(VISIBLE_BYTES), Optional.of(ascii(NON_VISIBLE_BYTES))));
      rows(
          table,
          "the largest texts, each character escaped in JSON",
          stamped(
              gateway,
              "\"".repeat(VISIBLE_BYTES),
              Optional.of("\u0001".repeat(NON_VISIBLE_BYTES))));
    }
    report.add(
        """
        ## The evidence package

        Written %d times after %d others, all compiler tiers.

        %s
        """
            .formatted(PACKAGES, WARM_UP, table));
  }

  private String ascii(int length) {
    return random
        .ints(length, '!', '~' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void rows(Table table, String what, ReceivedPackage received) {
    row(table, what, "no", received, Optional.empty());
    row(table, what, "yes", received, received.timeStamp());
  }

  private static void row(
      Table table,
      String what,
      String isStamped,
      ReceivedPackage received,
      Optional<TimeStamp> timeStamp) {
    FoundEvidence found = new FoundEvidence(received.evidence(), timeStamp, received.otherOrders());
    SignatureRoots roots = SignatureRoots.trustedBy(received.root().orElseThrow());
    byte[] zip = {};
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + PACKAGES; i++) {
      long start = System.nanoTime();
      zip = GetEvidenceCall.packageOf(found, roots);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    Spread spread = new Spread(millis.subList(WARM_UP, millis.size()));
    table.row(
        what,
        isStamped,
        "%,d".formatted(zip.length),
        "%,d".formatted(Base64.getEncoder().encode(zip).length),
        "%.1f".formatted(spread.median()),
        "%.1f".formatted(spread.quantile(0.99)));
  }

  /** Signs, waits for the time stamp, and checks that the package is written again as it came. */
  private ReceivedPackage stamped(Gateway gateway, String visible, Optional<String> nonVisible)
      throws Exception {
    String participant = gateway.register(people.next(), visible, nonVisible).participant();
    gateway.sign(gateway.open(gateway.start(participant).is(200)));
    Answered collected = gateway.collect(participant).is(200);
    for (int i = 0; i < STAMPED_WITHIN_POLLS && collected.body().has("next_collect_ms"); i++) {
      Thread.sleep(collected.body().path("next_collect_ms").asLong());
      collected = gateway.collect(participant).is(200);
    }
    for (int i = 0; i < STAMPED_WITHIN_POLLS; i++) {
      if (gateway.evidence(participant).is(200).body().has("time_stamp")) {
        return received(gateway.evidencePackage(participant));
      }
      Thread.sleep(250);
    }
    throw new IllegalStateException("The evidence was not stamped.");
  }

  private static ReceivedPackage received(byte[] zip) throws Exception {
    Path file = Files.createTempFile("evidence", ".zip");
    try {
      ReceivedPackage received = ReceivedPackage.read(Files.write(file, zip));
      byte[] again =
          GetEvidenceCall.packageOf(
              new FoundEvidence(received.evidence(), received.timeStamp(), received.otherOrders()),
              SignatureRoots.trustedBy(received.root().orElseThrow()));
      if (!Arrays.equals(zip, again)) {
        throw new IllegalStateException("The package is not written again with the same bytes.");
      }
      return received;
    } finally {
      Files.delete(file);
    }
  }
}
