package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;

/** Configures what is logged, and in which form. See {@code docs/architecture.md#on-aws}. */
final class LogConfiguration extends AbstractConfiguration {
  /**
   * A system property: {@code SYSTEM_OUT}, or {@code SYSTEM_ERR} for a command whose results go to
   * stdout.
   */
  static final String TARGET = "log.target";

  private static final String METRICS = "com.enterprisesigning.metrics";

  LogConfiguration(LoggerContext context) {
    super(context, ConfigurationSource.NULL_SOURCE);
  }

  /**
   * Does what log4j's own method does, except for the steps that only a plugin-based configuration
   * needs.
   */
  @Override
  public void initialize() {
    getStrSubstitutor().setConfiguration(this);
    getConfigurationStrSubstitutor().setConfiguration(this);
    doConfigure();
    setState(State.INITIALIZED);
  }

  @Override
  protected void doConfigure() {
    getRootLogger().setLevel(Level.WARN);
    getRootLogger().addAppender(console("stdout", lines()), null, null);
    addLogger("com.enterprisesigning", new LoggerConfig("com.enterprisesigning", Level.INFO, true));
    // CloudWatch reads a metric only if the whole line is in the embedded metric format.
    LoggerConfig metrics = new LoggerConfig(METRICS, Level.INFO, false);
    metrics.addAppender(console("metrics", new Messages()), null, null);
    addLogger(METRICS, metrics);
  }

  private Layout<?> lines() {
    return JsonTemplateLayout.newBuilder()
        .setConfiguration(this)
        .setEventTemplateUri("classpath:LambdaEcsLayout.json")
        .build();
  }

  /** Writes only the message. */
  private static final class Messages extends AbstractStringLayout {
    Messages() {
      super(UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
      return event.getMessage().getFormattedMessage() + "\n";
    }
  }

  private Appender console(String name, Layout<?> layout) {
    ConsoleAppender appender =
        ConsoleAppender.newBuilder()
            .setName(name)
            .setConfiguration(this)
            .setLayout(layout)
            .setTarget(ConsoleAppender.Target.valueOf(System.getProperty(TARGET, "SYSTEM_OUT")))
            // Follow: the runtime may replace stdout, so each line goes to the stdout of that
            // moment.
            .setFollow(true)
            .build();
    appender.start();
    addAppender(appender);
    return appender;
  }
}
