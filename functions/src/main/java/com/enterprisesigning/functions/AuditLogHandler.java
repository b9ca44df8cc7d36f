package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Writes the audit lines that a subscription of the functions' log groups hands over to its own log
 * group, the audit's, each as it stands there (design section 11, audit). CloudWatch Logs delivers
 * at least once, so a line may come twice.
 */
public final class AuditLogHandler implements RequestHandler<CloudWatchLogsEvent, Void> {
  private final Supplier<PrintStream> stdout;

  /** As Lambda makes it. What stdout is, the runtime may exchange. */
  public AuditLogHandler() {
    this(() -> System.out);
  }

  AuditLogHandler(Supplier<PrintStream> stdout) {
    this.stdout = stdout;
  }

  /**
   * Writes them.
   *
   * @throws IllegalArgumentException where the event cannot be read, before any line is written; it
   *     quotes nothing of it
   */
  @Override
  public Void handleRequest(CloudWatchLogsEvent event, Context context) {
    SubscribedLines.of(event).forEach(this::write);
    return null;
  }

  /** At once: what is written in pieces may become several events of the log. */
  private void write(String line) {
    byte[] whole = (line + "\n").getBytes(StandardCharsets.UTF_8);
    PrintStream out = stdout.get();
    out.write(whole, 0, whole.length);
    out.flush();
  }
}
