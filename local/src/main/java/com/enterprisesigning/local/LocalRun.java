package com.enterprisesigning.local;

import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.console.AnsweredCall;
import com.enterprisesigning.local.gateway.Gateway;
import com.enterprisesigning.local.lambda.HandlerSource;
import com.enterprisesigning.local.partner.PartnerServer;
import com.enterprisesigning.local.queue.FollowUpPoller;
import com.enterprisesigning.local.queue.LocalQueues;
import com.enterprisesigning.local.seed.Seed;
import com.enterprisesigning.local.seed.SeedRegistration;
import com.enterprisesigning.local.template.QueueConsumer;
import com.enterprisesigning.local.template.Template;
import com.enterprisesigning.local.token.JwtAuthorizer;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.Containers;
import com.enterprisesigning.local.web.LoopbackServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running gateway, with the servers behind it or joined to those of another run. */
public final class LocalRun implements AutoCloseable {
  private final StartedServers started = new StartedServers();
  private final List<FollowUpPoller> pollers = new ArrayList<>();
  private final LocalSettings settings;
  private final Checkout checkout;
  private final Clock clock;
  private final PrintStream out;
  private final LoopbackServer server;
  private volatile boolean ready;

  private LocalRun(
      LocalSettings settings,
      Checkout checkout,
      Clock clock,
      PrintStream out,
      LoopbackServer server) {
    this.settings = settings;
    this.checkout = checkout;
    this.clock = clock;
    this.out = out;
    this.server = server;
  }

  /**
   * Starts a run and prints all addresses. The last line is {@code Ready: <url>}.
   *
   * @throws IOException if a port is taken, {@code TABLE_DIR} cannot be written, or no run answers
   *     at {@code JOIN}; the message says what to do
   * @throws IllegalArgumentException if a setting or a file of the checkout is malformed
   */
  public static LocalRun start(
      LocalSettings settings, Checkout checkout, Wiring wiring, Clock clock, PrintStream out)
      throws IOException {
    // Settings are checked first, so that a taken port does not hide a mistake in a setting.
    FunctionSettings.check(settings.functions());
    LoopbackServer server = LoopbackServer.bind(settings.port(), "the gateway");
    LocalRun run = new LocalRun(settings, checkout, clock, out, server);
    try {
      run.open(wiring);
      return run;
    } catch (IOException | RuntimeException e) {
      run.close();
      throw e;
    }
  }

  private void open(Wiring wiring) throws IOException {
    Template template = Template.parse(checkout.template());
    Callers callers = callers();
    Optional<OwnServices> own =
        settings.join().isPresent()
            ? Optional.empty()
            : Optional.of(
                started.add(OwnServices.start(settings, callers, template, server.url(), clock)));
    Backend backend = own.isPresent() ? own.get().backend() : join();
    Settings functionSettings = Settings.from(backend.settings());
    HandlerSource handlers = new FunctionHandlers(wiring.application(functionSettings));
    Gateway gateway =
        new Gateway(
            template.functions(),
            handlers,
            new JwtAuthorizer(backend.issuer()),
            clock,
            this::print);
    own.ifPresent(services -> startPollers(services.queues(), template.consumers(), handlers));
    PartnerServer partner = started.add(new PartnerServer(server.url(), clock));
    new FrontDoor(backend, gateway, partner, checkout.openapi(), callers.keyId()).mountOn(server);
    server.start();
    own.ifPresent(services -> {
      seed(services, wiring.registration(functionSettings));
      printAddresses(services);
    });
    if (settings.containers()) {
      printContainers(callers);
    }
    out.println("Ready: " + server.url());
    ready = true;
  }

  /** Prints a call. The calls before {@code Ready:} are the run's own. */
  private void print(AnsweredCall call) {
    if (ready && !settings.jsonOnConsole()) {
      out.println(call.line());
    }
  }

  private Callers callers() throws IOException {
    if (settings.containersAddress().isPresent()) {
      return Callers.with(Containers.at(settings.containersAddress().get()));
    }
    return settings.containers() ? Callers.withDocker() : Callers.MACHINE;
  }

  private void printContainers(Callers callers) {
    String where =
        callers
            .containers()
            .map(it ->
                "reach BankID (by its client certificate), DynamoDB, Secrets Manager and SQS (by a"
                    + " key of this run) at "
                    + it)
            .orElse(
                "nothing more is opened, because Docker Desktop forwards their calls to 127.0.0.1");
    out.printf("%-16s %s%n", "Containers", where);
    out.printf("%-16s %s%n", "", ContainersKey.shellLine(server.url()));
  }

  /** Only a first run has pollers. They handle the messages of every run that joins it, too. */
  private void startPollers(
      LocalQueues queues, List<QueueConsumer> consumers, HandlerSource handlers) {
    for (QueueConsumer consumer : consumers) {
      FollowUpPoller poller = started.add(FollowUpPoller.of(consumer, queues, handlers, clock));
      pollers.add(poller);
      poller.start();
    }
  }

  private Backend join() throws IOException {
    FirstRun first = started.add(new FirstRun(settings.join().orElseThrow()));
    Backend backend = first.backend(settings.functions(), clock);
    out.println(
        "Joined " + settings.join().orElseThrow() + ": its table, queue, simulator and tokens");
    return backend;
  }

  private void seed(OwnServices services, SeedRegistration registration) {
    new Seed(registration, server.url(), services.backend().issuer())
        .sow(services.roles(), checkout.events(), out);
  }

  private void printAddresses(OwnServices services) {
    services.addresses().forEach((name, url) -> out.printf("%-16s %s%n", name, url));
    out.printf("%-16s %s%n", "Tokens", server.url() + TokenIssuer.TOKEN_PATH);
    out.printf("%-16s %s%n", "Contract", server.url() + "/docs");
    out.printf("%-16s %s%n", "Phone", server.url() + "/sandbox");
    out.printf("%-16s %s%n", "Page", server.url() + "/");
  }

  /**
   * Delivers all messages that are due now, and returns when the functions have handled them. A
   * test calls this after it turns the clock. Without this call, the run would notice the new time
   * within a second.
   */
  void followUp() {
    for (FollowUpPoller poller : pollers) {
      while (poller.pollOnce() > 0) {
        // Continues until no message is due.
      }
    }
  }

  /** Returns the gateway's address. */
  public URI url() {
    return server.url();
  }

  /** Stops everything at once and frees the ports. */
  @Override
  public void close() {
    // The gateway stops first, so that it answers no call after the table is gone.
    server.close();
    started.close();
  }
}
