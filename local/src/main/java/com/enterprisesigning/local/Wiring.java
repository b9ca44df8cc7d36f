package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;

/** How settings become the core that the handlers call. */
public interface Wiring {

  /** The functions' own wiring, by which they run on AWS. */
  Application application(Settings settings);

  /** The same core's registration, under ids that are given. */
  SeedRegistration registration(Settings settings);
}
