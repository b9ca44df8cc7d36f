package com.enterprisesigning.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads one body beside the thread that answers, so that this one need not wait for a client that
 * does not send it. Closing gives up a body that has not arrived, and the connection with it.
 */
final class BodyReader implements AutoCloseable {
  /** Bytes. Who sends more sees the connection closed. */
  private static final long MOST_THROWN_AWAY = 16L << 20;

  private final InputStream sent;
  private final BodyLimits limits;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<byte[]> body = new AtomicReference<>();
  private final AtomicReference<IOException> broken = new AtomicReference<>();
  private final Thread thread;

  BodyReader(InputStream sent, BodyLimits limits) {
    this.sent = sent;
    this.limits = limits;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  /** The body; empty where it has not arrived in time. */
  Optional<byte[]> body() throws IOException {
    try {
      if (!done.await(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      throw new IOException("the server stops", e);
    }
    if (broken.get() != null) {
      throw broken.get();
    }
    return Optional.of(body.get());
  }

  private void run() {
    try {
      body.set(read());
    } catch (IOException e) {
      broken.set(e);
    } finally {
      done.countDown();
    }
  }

  /** A connection that is closed on a body half read loses the answer: the rest is thrown away. */
  private byte[] read() throws IOException {
    byte[] kept = sent.readNBytes(limits.bytes() + 1);
    byte[] rest = new byte[8192];
    int read = kept.length > limits.bytes() ? 0 : -1;
    for (long thrown = 0; read >= 0 && thrown < MOST_THROWN_AWAY; thrown += read) {
      read = sent.read(rest);
    }
    return kept;
  }

  /** The server would wait for the rest of the body; a read that is interrupted ends both. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
