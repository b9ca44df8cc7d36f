package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;

/** The real core. */
final class CoreWiring implements Wiring {

  @Override
  public Application application(Settings settings) {
    throw new UnsupportedOperationException("Application.from(settings)");
  }

  @Override
  public SeedRegistration registration(Settings settings) {
    throw new UnsupportedOperationException("the core's registration under given ids");
  }
}
