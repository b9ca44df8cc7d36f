package com.enterprisesigning.functions;

import java.net.URI;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;

/**
 * Log4j finds its configuration here, by {@code log4j2.component.properties}: the same as XML costs
 * a cold start a tenth more (docs/performance.md).
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
