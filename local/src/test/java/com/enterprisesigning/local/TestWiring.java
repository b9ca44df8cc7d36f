package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedProcess;
import com.enterprisesigning.local.seed.SeedRegistration;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wires every run to one core in memory, and keeps what it was wired with. */
final class TestWiring implements Wiring {
  private final MemorySigningApi api = new MemorySigningApi();
  private final List<Settings> settings = new CopyOnWriteArrayList<>();
  private final List<SeedProcess> seeds = new CopyOnWriteArrayList<>();

  @Override
  public Application application(Settings given) {
    settings.add(given);
    return new Application(api, Clock.systemUTC());
  }

  @Override
  public SeedRegistration registration(Settings given) {
    return seeds::add;
  }

  /** In the order of the runs. */
  List<Settings> settings() {
    return settings;
  }

  List<SeedProcess> seeds() {
    return seeds;
  }
}
