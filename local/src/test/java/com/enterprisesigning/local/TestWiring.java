package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real core, and a record of what it was wired up with. */
final class TestWiring implements Wiring {
  private final Wiring core = new CoreWiring(Clock.systemUTC());
  private final List<Settings> settings = new CopyOnWriteArrayList<>();
  private final List<SeedRegistration.SeededProcess> seeds = new CopyOnWriteArrayList<>();

  @Override
  public Application application(Settings given) {
    settings.add(given);
    return core.application(given);
  }

  @Override
  public SeedRegistration registration(Settings given) {
    SeedRegistration registration = core.registration(given);
    return process -> {
      seeds.add(process);
      return registration.register(process);
    };
  }

  /** Returns the settings in the order of the runs. */
  List<Settings> settings() {
    return settings;
  }

  List<SeedRegistration.SeededProcess> seeds() {
    return seeds;
  }
}
