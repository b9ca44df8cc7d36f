package com.enterprisesigning.functions;

import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.FoundEvidence;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.SigningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A core that gives the answers set by a test, and records its calls. */
final class RecordingApi implements SigningService {

  /** A call to the core, by client and id. */
  record Asked(String call, String client, UUID id) {}

  private final List<StartRequest> starts = new ArrayList<>();
  private final List<RegistrationRequest> registrations = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private Signing signing = Samples.initiated();
  private ProcessView view = Samples.registered();
  private Evidence evidence = Samples.evidence();
  private Optional<TimeStamp> timeStamp = Optional.empty();
  private List<String> otherOrders = List.of();
  private Optional<String> askedOrder = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();
  private Optional<RuntimeException> bug = Optional.empty();
  private final AtomicLong nanoTime = new AtomicLong();
  private Duration inBankId = Duration.ZERO;
  private Duration inTable = Duration.ZERO;
  private Duration inQueue = Duration.ZERO;

  /** Makes each call wait this long. */
  void waits(Duration forBankId, Duration forTable, Duration forQueue) {
    inBankId = forBankId;
    inTable = forTable;
    inQueue = forQueue;
  }

  /** A clock that moves only while a call waits. */
  long nanoTime() {
    return nanoTime.get();
  }

  void answers(Signing next) {
    signing = next;
  }

  void answers(ProcessView next) {
    view = next;
  }

  void answers(Evidence next) {
    evidence = next;
  }

  void has(TimeStamp stamp) {
    timeStamp = Optional.of(stamp);
  }

  void hasOtherOrders(String... orderRefs) {
    otherOrders = List.of(orderRefs);
  }

  /** Returns the order whose evidence the call asked for. */
  Optional<String> askedOrder() {
    return askedOrder;
  }

  void refuses(Refusal next) {
    refusal = Optional.of(next);
  }

  void refuses(Reason reason) {
    refuses(Refusal.of(reason));
  }

  void fails(RuntimeException next) {
    bug = Optional.of(next);
  }

  /** Returns the only /start request. */
  StartRequest.Start start() {
    return (StartRequest.Start) only(starts);
  }

  /** Returns the only /start/phone request. */
  StartRequest.StartPhone startPhone() {
    return (StartRequest.StartPhone) only(starts);
  }

  RegistrationRequest registration() {
    return only(registrations);
  }

  List<StartRequest> starts() {
    return List.copyOf(starts);
  }

  Asked asked() {
    return only(asked);
  }

  boolean wasAsked() {
    return !(starts.isEmpty() && registrations.isEmpty() && asked.isEmpty());
  }

  @Override
  public Outcome<Signing> start(StartRequest request, Deadline deadline) {
    starts.add(request);
    return outcome(signing);
  }

  @Override
  public Outcome<Signing> collect(String client, UUID participantId, Deadline deadline) {
    asked.add(new Asked("collect", client, participantId));
    return outcome(signing);
  }

  @Override
  public Outcome<Void> cancel(String client, UUID participantId, Deadline deadline) {
    asked.add(new Asked("cancel", client, participantId));
    return outcome(null);
  }

  @Override
  public Outcome<ProcessView> register(RegistrationRequest request) {
    registrations.add(request);
    return outcome(view);
  }

  @Override
  public Outcome<ProcessView> process(String client, UUID processId) {
    asked.add(new Asked("process", client, processId));
    return outcome(view);
  }

  @Override
  public Outcome<Void> withdraw(String client, UUID processId, Deadline deadline) {
    asked.add(new Asked("withdraw", client, processId));
    return outcome(null);
  }

  @Override
  public Outcome<FoundEvidence> evidence(
      String client, UUID participantId, Optional<String> orderRef) {
    asked.add(new Asked("evidence", client, participantId));
    askedOrder = orderRef;
    return outcome(new FoundEvidence(evidence, timeStamp, otherOrders));
  }

  private <T> Outcome<T> outcome(T answer) {
    Measures.inBankId(() -> nanoTime.addAndGet(inBankId.toNanos()));
    Measures.inTable(() -> nanoTime.addAndGet(inTable.toNanos()));
    Measures.inQueue(() -> nanoTime.addAndGet(inQueue.toNanos()));
    bug.ifPresent(e -> {
      throw e;
    });
    return refusal.<Outcome<T>>map(Outcome::refused).orElseGet(() -> Outcome.answered(answer));
  }

  private static <T> T only(List<T> calls) {
    if (calls.size() != 1) {
      throw new AssertionError("the core was asked " + calls.size() + " times");
    }
    return calls.getFirst();
  }
}
