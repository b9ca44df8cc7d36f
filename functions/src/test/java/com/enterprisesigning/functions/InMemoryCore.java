package com.enterprisesigning.functions;

import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.snapshot.SnapStartHooks;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.InMemoryFollowUpQueue;
import com.enterprisesigning.store.InMemoryTable;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.threeten.extra.MutableClock;

/**
 * The real protocols over the test twins of their ports. The first registration creates {@link
 * Samples#PROCESS} with the participants {@link Samples#PARTICIPANT} and {@link #SIGNED}.
 */
final class InMemoryCore {
  /** A participant that a test can have sign. */
  static final UUID SIGNED = UUID.fromString("22222222-2222-4333-8444-555555555555");

  private final MutableClock clock = MutableClock.of(Samples.NOW, ZoneOffset.UTC);
  private final InMemoryTable table = new InMemoryTable();
  private final List<String> asked = new ArrayList<>();
  private final Queue<UUID> ids =
      new ArrayDeque<>(List.of(Samples.PROCESS, Samples.PARTICIPANT, SIGNED));
  private final InMemoryFollowUpQueue queue = new InMemoryFollowUpQueue(clock);
  private boolean takesNoCompletion;
  final SteadyBankId bankId = new SteadyBankId();

  Application application() {
    SigningCore core =
        new SigningCore(
            new Table(
                part(Guards.class, table.guards()),
                part(Signings.class, table.signings()),
                part(Processes.class, table.processes()),
                part(Evidences.class, table.evidences())),
            this::send,
            bankId,
            (completion, text, requirement, signer) ->
                new Verdict(
                    List.of(new VerificationStep("SIGNER", true, Optional.empty())),
                    Optional.empty()),
            Optional.empty(),
            new PersonKeys(() -> "a secret of the tests, long enough"),
            new ConflictRules(Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(1)),
            new Timing(
                Duration.ofMinutes(3),
                Duration.ofMillis(1_800),
                Duration.ofDays(1),
                List.of(Duration.ofSeconds(95))),
            new AuditLog(),
            new SigningCore.Surroundings(clock, clock::add, this::nextId));
    return new Application(
        core,
        core.followUp(),
        core.reverification(),
        Samples::signatureRoots,
        SnapStartHooks.none(),
        new EmbeddedMetrics("signing", clock),
        System::nanoTime,
        clock);
  }

  void turn(Duration by) {
    clock.add(by);
  }

  /** Makes the evidence store and the queue refuse everything from now on. */
  void takesNoCompletion() {
    takesNoCompletion = true;
  }

  /** Returns the messages that are due. */
  List<FollowUpMessage> due() {
    return queue.due();
  }

  private void send(FollowUpMessage message, List<Duration> delays) {
    if (takesNoCompletion) {
      throw new QueueUnavailable("away", null);
    }
    queue.send(message, delays);
  }

  /**
   * Returns the table calls since the last call of this method, by the names of the ports' methods.
   */
  List<String> asked() {
    List<String> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  /** Returns everything in the table about the process and its participants. */
  List<Object> standing() {
    return List.of(
        table.processes().process(Samples.PROCESS),
        table.signings().signings(List.of(Samples.PARTICIPANT, SIGNED)),
        table.evidences().evidence(SIGNED),
        table
            .signings()
            .details(Samples.PARTICIPANT)
            .flatMap(it -> table.guards().guard(it.personKey())),
        table.signings().details(SIGNED).flatMap(it -> table.guards().guard(it.personKey())));
  }

  private UUID nextId() {
    UUID id = ids.poll();
    return id == null ? UUID.randomUUID() : id;
  }

  private <T> T part(Class<T> port, T twin) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              if (takesNoCompletion && port == Evidences.class) {
                throw new StoreUnavailable("away", null);
              }
              try {
                return method.invoke(twin, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
