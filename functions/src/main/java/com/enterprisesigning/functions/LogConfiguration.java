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

/** What is logged, and how (design section 11, logging). */
final class LogConfiguration extends AbstractConfiguration {
  /** {@code SYSTEM_OUT}, or {@code SYSTEM_ERR} where a command answers on stdout. */
  static final String TARGET = "log.target";

  private static final String METRICS = "com.enterprisesigning.metrics";

  LogConfiguration(LoggerContext context) {
    super(context, ConfigurationSource.NULL_SOURCE);
  }

  /** As log4j does it, but for what only a configuration by plugins needs. */
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
    // A line in the embedded metric format is the metric and nothing else.
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

  /** The message and nothing else. */
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
            // The line goes to what is stdout when it is written, which the runtime may exchange.
            .setFollow(true)
            .build();
    appender.start();
    addAppender(appender);
    return appender;
  }
}
