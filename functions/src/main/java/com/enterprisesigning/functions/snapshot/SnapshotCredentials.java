package com.enterprisesigning.functions.snapshot;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of the function's role, which are read again after a snapshot. The frozen memory
 * holds no session token, and no connection that has sent one. It may hold the secret key, because
 * the SDK caches its signing keys under it; AWS accepts that key only together with the token.
 */
public final class SnapshotCredentials implements AwsCredentialsProvider, ExecutionInterceptor {
  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider found;
  private volatile boolean isBeforeSnapshot;

  /**
   * @param source supplies the credentials, and is asked again at the snapshot
   * @param isBeforeSnapshot false if no snapshot will be taken, so that nothing has to be cleared
   */
  public SnapshotCredentials(
      Supplier<? extends AwsCredentialsProvider> source, boolean isBeforeSnapshot) {
    this.source = source;
    this.found = source.get();
    this.isBeforeSnapshot = isBeforeSnapshot;
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
    return isBeforeSnapshot
        ? context.httpRequest().toBuilder().putHeader("Connection", "close").build()
        : context.httpRequest();
  }

  /** Drops the session. Later calls get new credentials from the source. */
  public void forget() {
    isBeforeSnapshot = false;
    if (found instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
    found = source.get();
  }
}
