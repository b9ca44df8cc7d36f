package com.enterprisesigning.local.dynamodb;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Callers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Makes DynamoDB Local refuse the calls that {@link Callers} refuses. */
final class CallersGuard extends Handler.Wrapper {
  private final Callers callers;

  CallersGuard(Callers callers, Handler served) {
    super(served);
    this.callers = callers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Answer> refusal = refusal(request);
    if (refusal.isEmpty()) {
      return super.handle(request, response, callback);
    }
    response.setStatus(refusal.get().status());
    refusal.get().headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(refusal.get().body()), callback);
    return true;
  }

  private Optional<Answer> refusal(Request request) {
    var connection = request.getConnectionMetaData();
    if (connection.getLocalSocketAddress() instanceof InetSocketAddress here
        && connection.getRemoteSocketAddress() instanceof InetSocketAddress caller) {
      return callers.refusal(
          here.getAddress(),
          caller.getAddress(),
          request.getHeaders().get(HttpHeader.HOST),
          request.getHeaders().get(HttpHeader.AUTHORIZATION));
    }
    throw new IllegalStateException("a connection without addresses");
  }
}
