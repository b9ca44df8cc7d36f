package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An authority in memory, the twin of the one over HTTP. Its tokens prove nothing. */
public final class InMemoryTimestampAuthority implements TimestampAuthority {
  private final Clock clock;
  private final List<String> asked = new ArrayList<>();
  private Optional<Reason> refusal = Optional.empty();
  private Runnable meanwhile = () -> {};

  public InMemoryTimestampAuthority(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer stamp(byte[] sha256) {
    String digest = HexFormat.of().formatHex(sha256);
    asked.add(digest);
    String token = "token " + asked.size() + " of " + digest;
    meanwhile.run();
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    return new Answer.Stamped(
        new TimeStamp(
            Base64.getEncoder().encodeToString(token.getBytes(US_ASCII)),
            clock.instant(),
            "CN=In Memory"));
  }

  /** Refuses every request from now on. */
  public void refuse(Reason reason) {
    refusal = Optional.of(reason);
  }

  /** Stamps again. */
  public void recover() {
    refusal = Optional.empty();
  }

  /** Runs this during each request from now on. */
  public void meanwhile(Runnable task) {
    meanwhile = task;
  }

  /** Returns the digests of all requests, in lower-case hexadecimal. */
  public List<String> asked() {
    return List.copyOf(asked);
  }
}
