package com.enterprisesigning.local;

import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.seed.SeedRegistration;
import com.enterprisesigning.signing.Outcome;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Wires up the real core. DynamoDB Local accepts any credentials. */
final class CoreWiring implements Wiring {
  private static final SigningText TEXT =
      new SigningText(
          "I sign the sandbox's agreement.", SigningText.Format.PLAINTEXT, Optional.empty());

  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final Clock clock;

  CoreWiring(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Application application(Settings settings) {
    return Application.from(settings, CREDENTIALS, clock).connected();
  }

  @Override
  public SeedRegistration registration(Settings settings) {
    Application application = Application.from(settings, CREDENTIALS, clock);
    return process ->
        application.service().process(process.client(), process.processId())
                instanceof Outcome.Refused
            && register(settings, process);
  }

  private boolean register(Settings settings, SeedRegistration.SeededProcess process) {
    Iterator<UUID> ids = List.of(process.processId(), process.participantId()).iterator();
    Application.registration(settings, CREDENTIALS, clock, ids::next)
        .register(
            new RegistrationRequest(
                process.client(),
                "events",
                List.of(
                    new RegistrationRequest.Signer(
                        process.personalNumber(), TEXT, Requirement.NONE)),
                Optional.empty(),
                Optional.empty()));
    return true;
  }
}
