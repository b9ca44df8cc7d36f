package com.enterprisesigning.functions;

import java.net.URI;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;

/**
 * Gives log4j its configuration, through {@code log4j2.component.properties}. The same
 * configuration as XML makes a cold start a tenth slower ({@code
 * docs/performance.md#what-was-tried}).
 */
public final class LogConfigurationFactory extends ConfigurationFactory {
  private static final String[] ANY = {"*"};

  @Override
  protected String[] getSupportedTypes() {
    return ANY.clone();
  }

  @Override
  public Configuration getConfiguration(LoggerContext context, String name, URI location) {
    return new LogConfiguration(context);
  }

  @Override
  public Configuration getConfiguration(LoggerContext context, ConfigurationSource source) {
    return new LogConfiguration(context);
  }
}
