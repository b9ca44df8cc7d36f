package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Copies the audit lines that a subscription delivers from the functions' log groups to the audit
 * log group, unchanged. CloudWatch Logs delivers at least once, so a line may appear twice. See
 * {@code docs/architecture.md#on-aws}.
 */
public final class AuditLogHandler implements RequestHandler<CloudWatchLogsEvent, Void> {
  private final Supplier<PrintStream> stdout;

  /**
   * Creates the handler as Lambda does. The runtime may replace stdout, so it is looked up for each
   * line.
   */
  public AuditLogHandler() {
    this(() -> System.out);
  }

  AuditLogHandler(Supplier<PrintStream> stdout) {
    this.stdout = stdout;
  }

  /**
   * Writes the lines of the event.
   *
   * @throws IllegalArgumentException if the event cannot be read; thrown before any line is
   *     written, and quotes nothing of the event
   */
  @Override
  public Void handleRequest(CloudWatchLogsEvent event, Context context) {
    SubscribedLines.of(event).forEach(this::write);
    return null;
  }

  /** Writes a line in one call: a line that is written in pieces may become several log events. */
  private void write(String line) {
    byte[] whole = (line + "\n").getBytes(StandardCharsets.UTF_8);
    PrintStream out = stdout.get();
    out.write(whole, 0, whole.length);
    out.flush();
  }
}
