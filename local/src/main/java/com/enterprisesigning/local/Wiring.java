package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;

/** Turns settings into the core that the handlers call. */
public interface Wiring {

  /** Wires up the application as the functions do on AWS. */
  Application application(Settings settings);

  /** Wires up the registration of the same core, but with ids that the caller chooses. */
  SeedRegistration registration(Settings settings);
}
