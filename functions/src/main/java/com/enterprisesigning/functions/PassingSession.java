package com.enterprisesigning.functions;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The session with AWS that is used before a snapshot is taken. It leaves nothing in the frozen
 * memory: no credentials, and no connection whose last request carried them. {@code SnapshotIT}
 * searches that memory for them.
 */
final class PassingSession implements AwsCredentialsProvider, ExecutionInterceptor {
  /** The SDK caches this many signing keys, the newest ones, and never clears them. */
  private static final int REMEMBERED_SIGNATURES = 300;

  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider found;
  private volatile boolean isPassing;

  /**
   * Begins the session.
   *
   * @param source supplies the credentials, and is asked again when the session ends
   * @param isPassing false if no snapshot will be taken, so that nothing has to be cleared
   */
  PassingSession(Supplier<? extends AwsCredentialsProvider> source, boolean isPassing) {
    this.source = source;
    this.found = source.get();
    this.isPassing = isPassing;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return found.resolveCredentials();
  }

  /**
   * Closes the connection after each request: a pooled connection keeps the last request's headers.
   */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return isPassing
        ? context.httpRequest().toBuilder().putHeader("Connection", "close").build()
        : context.httpRequest();
  }

  /** Ends the session. Later calls get new credentials from the source. */
  void end() {
    isPassing = false;
    if (found instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
    found = source.get();
    displaceRememberedKeys();
  }

  private static void displaceRememberedKeys() {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("https://aws.invalid/"))
            .build();
    AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    for (int i = 0; i < REMEMBERED_SIGNATURES; i++) {
      AwsBasicCredentials nobodys = AwsBasicCredentials.create("nobody", "key " + i);
      signer.sign(it ->
          it.identity(nobodys)
              .request(request)
              .putProperty(AwsV4HttpSigner.REGION_NAME, "none")
              .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "none"));
    }
  }
}
