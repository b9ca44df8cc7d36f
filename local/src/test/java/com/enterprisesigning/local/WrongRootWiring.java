package com.enterprisesigning.local;

import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The real core, but it checks signatures against the root of BankID's servers. */
record WrongRootWiring(Wiring core) implements Wiring {

  @Override
  public Application application(Settings settings) {
    return core.application(wrong(settings));
  }

  @Override
  public SeedRegistration registration(Settings settings) {
    return core.registration(wrong(settings));
  }

  private static Settings wrong(Settings settings) {
    RecordComponent[] components = Settings.class.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(component ->
                component.getName().equals("bankIdSignatureRoot")
                    ? settings.bankIdTlsRoot()
                    : value(settings, component))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Settings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object value(Settings settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
