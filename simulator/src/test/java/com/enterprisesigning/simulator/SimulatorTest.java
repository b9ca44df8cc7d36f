package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator as a server: many calls at once, and a restart with the same certificates. */
class SimulatorTest {
  private static final int MANY = 50;

  /** Only a hang takes longer. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void fiftyPeople_signAtOnce() throws Exception {
    List<String> people = people();
    List<String> collected =
        assertTimeout(
            LIMIT,
            () ->
                atOnce(
                    people.stream()
                        .<Callable<String>>map(person ->
                            () -> {
                              Reply order = bench.sign(person);
                              bench.open(order);
                              bench.phone("sign", order);
                              return bench.collected(order);
                            })
                        .toList()));
    assertEquals(people.stream().map(_ -> "complete").toList(), collected);
  }

  @Test
  void oneOrder_isHandedOutOnce_whenFiftyCollectAtOnce() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.phone("sign", order);
    List<String> collected =
        atOnce(
            IntStream.range(0, MANY)
                .<Callable<String>>mapToObj(_ -> () -> bench.collected(order))
                .toList());
    assertEquals(1, collected.stream().filter("complete"::equals).count());
    assertEquals(MANY - 1, collected.stream().filter("invalidParameters"::equals).count());
  }

  @Test
  void onePerson_neverHasTwoOrders_whenFiftyStartAtOnce() throws Exception {
    List<String> results =
        atOnce(
            IntStream.range(0, MANY)
                .<Callable<String>>mapToObj(_ ->
                    () -> {
                      Reply reply = bench.sign(Bench.PERSON);
                      return reply.status() == 200 ? "created" : reply.errorCode();
                    })
                .toList());
    assertEquals(MANY / 2, results.stream().filter("created"::equals).count());
    assertEquals(MANY / 2, results.stream().filter("alreadyInProgress"::equals).count());
  }

  @Test
  void certificates_surviveAPkcs12AndARestart() throws Exception {
    byte[] kept = bench.simulator.certificates().toPkcs12("kept");
    Certificates certificates = Certificates.fromPkcs12(kept, "kept");
    try (Simulator again =
        Simulator.start(new SimulatorSettings(0, bench.clock, Optional.of(certificates)))) {
      assertEquals(bench.simulator.signatureRootPem(), again.signatureRootPem());
      Reply reply =
          bench.relyingParty.post(
              URI.create(again.rpUrl() + "/sign"), bench.signBody(Bench.PERSON).toString());
      assertEquals(200, reply.status());
    }
  }

  @Test
  void fromPkcs12_namesTheMissingKey_whenTheFileIsNotASimulators() {
    byte[] other = bench.simulator.clientCertificate().pkcs12();
    String passphrase = bench.simulator.clientCertificate().passphrase();
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Certificates.fromPkcs12(other, passphrase))
            .getMessage();
    assertEquals("The PKCS#12 file is not a simulator's, because it has no key server.", message);
  }

  @Test
  void clientCertificate_showsNoPassphrase() {
    String shown = bench.simulator.clientCertificate().toString();
    assertFalse(shown.contains(bench.simulator.clientCertificate().passphrase()));
  }

  @Test
  void serversCertificate_isValidForLocalhost() throws Exception {
    URI uri =
        URI.create(bench.simulator.rpUrl().toString().replace("127.0.0.1", "localhost") + "/sign");
    assertEquals(
        200, bench.relyingParty.post(uri, bench.signBody(Bench.PERSON).toString()).status());
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }

  /** Fifty coordination numbers that play no role. */
  private static List<String> people() {
    return IntStream.range(0, 1_000)
        .mapToObj("18900161%04d"::formatted)
        .filter(it -> PersonalNumber.parse(it).isPresent())
        .limit(MANY)
        .toList();
  }
}
