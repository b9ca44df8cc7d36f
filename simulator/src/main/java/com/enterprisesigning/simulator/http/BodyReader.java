package com.enterprisesigning.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads one body on its own thread, so that the answering thread can stop waiting for a slow
 * client. Closing abandons a body that has not arrived, and closes its connection.
 */
final class BodyReader implements AutoCloseable {
  /** In bytes. If a client sends more, its connection is closed. */
  private static final long MOST_THROWN_AWAY = 16L << 20;

  private final InputStream sent;
  private final BodyLimit limit;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<byte[]> body = new AtomicReference<>();
  private final AtomicReference<IOException> broken = new AtomicReference<>();
  private final Thread thread;

  BodyReader(InputStream sent, BodyLimit limit) {
    this.sent = sent;
    this.limit = limit;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  /** Returns the body; empty if it has not arrived in time. */
  Optional<byte[]> body() throws IOException {
    try {
      if (!done.await(limit.time().toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      throw new IOException("the server is stopping", e);
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

  /**
   * Reads the body and discards the part above the limit. If the connection were closed with a
   * half-read body, the answer would be lost.
   */
  private byte[] read() throws IOException {
    byte[] kept = sent.readNBytes(limit.bytes() + 1);
    byte[] rest = new byte[8192];
    int read = kept.length > limit.bytes() ? 0 : -1;
    for (long thrown = 0; read >= 0 && thrown < MOST_THROWN_AWAY; thrown += read) {
      read = sent.read(rest);
    }
    return kept;
  }

  /**
   * Interrupts a read that still runs, which closes the connection. Otherwise the server would wait
   * for the rest of the body.
   */
  @Override
  public void close() {
    thread.interrupt();
  }
}
