package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The simulator as a server: many calls at once, and a restart with the same certificates. */
class SimulatorTest {
  private static final int MANY = 50;

  /** Only a hang takes longer. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final InetAddress SECOND = InetAddress.ofLiteral("127.0.0.3");

  @AutoClose private final Bench bench = new Bench();

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
        Simulator.start(
            new SimulatorSettings(
                0, bench.clock, Optional.of(certificates), SecondOrder.ENDS_BOTH))) {
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

  @Test
  void secondAddress_servesRelyingParties_andNoPhone() throws Exception {
    try (Bench two = atASecondAddress(_ -> true)) {
      assertEquals("HTTP/1.1 401 Unauthorized", statusAtTheSecond(two, "/rp/v6.0/sign"));
      assertEquals("HTTP/1.1 401 Unauthorized", statusAtTheSecond(two, "/sandbox/roles"));
      assertEquals(200, two.nobody.get(two.sandboxUri("/roles")).status());
    }
  }

  @Test
  void secondAddress_isSilent_toOtherCallers() throws Exception {
    try (Bench two = atASecondAddress(_ -> false)) {
      assertEquals(null, statusAtTheSecond(two, "/rp/v6.0/sign"));
      assertEquals(200, two.sign(Bench.PERSON).status());
    }
  }

  private static Bench atASecondAddress(Predicate<InetAddress> callers) throws Exception {
    assumeTrue(
        isBindable(SECOND),
        "127.0.0.3 cannot be bound; on macOS: sudo ifconfig lo0 alias 127.0.0.3");
    SecondAddress second = new SecondAddress(SECOND, callers);
    return new Bench((SimulatorSettings settings) -> settings.with(second));
  }

  private static boolean isBindable(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }

  /** The first line of the answer to a caller that knows this machine as a container does. */
  private static String statusAtTheSecond(Bench two, String path) throws Exception {
    int port = two.simulator.rpUrl().getPort();
    SSLContext context = Https.context(two.simulator.tlsRootPem(), Optional.empty());
    try (Socket connection = new Socket(SECOND, port);
        SSLSocket socket =
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(connection, "host.docker.internal", port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: host.docker.internal\r\n\r\n"
                  .formatted(path)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
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
