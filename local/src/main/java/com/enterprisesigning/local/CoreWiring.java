package com.enterprisesigning.local;

import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedProcess;
import com.enterprisesigning.local.seed.SeedRegistration;
import com.enterprisesigning.signing.Registration;
import com.enterprisesigning.signing.RegistrationRequest;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The real core; DynamoDB Local takes any credentials. */
final class CoreWiring implements Wiring {
  private static final SigningText TEXT =
      new SigningText(
          "I sign the sandbox's agreement.", SigningText.Format.PLAINTEXT, Optional.empty());

  private final Clock clock;

  CoreWiring(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Application application(Settings settings) {
    return Application.from(
        settings,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
        clock);
  }

  @Override
  public SeedRegistration registration(Settings settings) {
    Application application = application(settings);
    return process ->
        application.processes().process(process.processId()).isEmpty()
            && register(application, process);
  }

  private boolean register(Application application, SeedProcess process) {
    Iterator<UUID> ids = List.of(process.processId(), process.participantId()).iterator();
    RegistrationRequest.Signer signer =
        new RegistrationRequest.Signer(process.personalNumber(), TEXT, Requirement.NONE);
    new Registration(application.processes(), application.personKeys(), clock, ids::next)
        .register(
            new RegistrationRequest(
                process.client(), "events", List.of(signer), Optional.empty(), Optional.empty()));
    return true;
  }
}
