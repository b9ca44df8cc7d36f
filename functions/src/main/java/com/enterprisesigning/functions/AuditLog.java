package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.functions.log.Printable;
import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one JSON line of kind {@code audit} for each decision, and leaves out members that do not
 * apply. See {@code docs/architecture.md#on-aws}.
 */
final class AuditLog implements Audit {
  /**
   * Filters and subscriptions can select audit lines by this logger name or by {@code
   * "kind":"audit"}.
   */
  private static final Logger LOG = LoggerFactory.getLogger("com.enterprisesigning.audit");

  private static final Logger FAULTS = LoggerFactory.getLogger(AuditLog.class);

  @Override
  public void record(AuditRecord decision) {
    AuditRecord.Subject subject = decision.subject();
    List<Object> members = new ArrayList<>();
    members.add(entry("kind", "audit"));
    members.add(entry("audit", decision.kind().name()));
    members.add(entry("client", Printable.text(subject.client())));
    add(members, "process", subject.processId());
    add(members, "participant", subject.participantId());
    add(members, "attempt", subject.attempt());
    add(members, "person", subject.person().map(PersonKey::hex));
    add(members, "channel", subject.channel().map(Channel::call));
    add(members, "end_user_ip", subject.endUserIp().map(EndUserIp::address));
    members.add(entry("outcome", decision.outcome()));
    add(members, "until", decision.until());
    addAll(members, "failed_steps", decision.failedSteps());
    addAll(members, "reported_steps", decision.reportedSteps());
    add(members, "risk", decision.risk());
    LOG.info("Decision", members.toArray());
  }

  /** Writes an ordinary line, not an audit line: nothing was decided. */
  @Override
  public void passedOver(UUID participantId, RuntimeException why) {
    FAULTS.error(
        "Kept, and passed over",
        entry("participant", participantId.toString()),
        entry("fault", Faults.text(why)));
  }

  private static void addAll(List<Object> members, String name, List<String> values) {
    if (!values.isEmpty()) {
      members.add(entry(name, values));
    }
  }

  private static void add(List<Object> members, String name, Optional<?> value) {
    value.ifPresent(it -> members.add(entry(name, it.toString())));
  }
}
