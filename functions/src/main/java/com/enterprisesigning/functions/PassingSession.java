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
 * How AWS is spoken to before a snapshot is taken: of the session nothing stays in the memory that
 * is frozen, neither credentials nor a connection whose last request held them. {@code SnapshotIT}
 * looks for them in that memory.
 */
final class PassingSession implements AwsCredentialsProvider, ExecutionInterceptor {
  /** The SDK remembers the secret keys of so many signatures, the newest, and forgets none. */
  private static final int REMEMBERED_SIGNATURES = 300;

  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider found;
  private volatile boolean isPassing;

  /**
   * Begins one.
   *
   * @param source of credentials; asked again when the session has passed
   * @param isPassing false where no snapshot will be taken, and nothing has to pass
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

  /** A connection that is kept for the next request keeps the last one's headers with it. */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return isPassing
        ? context.httpRequest().toBuilder().putHeader("Connection", "close").build()
        : context.httpRequest();
  }

  /** Ends it. Whoever asks from now on is given what the source has then. */
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
