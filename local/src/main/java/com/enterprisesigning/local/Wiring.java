package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;

/** Turns settings into the core that the handlers call. */
public interface Wiring {

  /** Wires up the application as the functions do on AWS. */
  Application application(Settings settings);

  /** Wires up the same core's registration, under given ids. */
  SeedRegistration registration(Settings settings);
}
