package com.enterprisesigning.simulator.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Makes key pairs. */
final class KeyPairs {
  private KeyPairs() {}

  /** Makes an RSA 2048 pair, as BankID signs with; takes about a tenth of a second. */
  static KeyPair rsa() {
    return pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
  }

  /**
   * Makes several pairs at once, on dedicated threads. This keeps the common pool free for others
   * in the same process, such as the JDK's HttpClient.
   */
  static List<KeyPair> rsa(int count) {
    List<FutureTask<KeyPair>> tasks =
        Stream.generate(() -> new FutureTask<>(KeyPairs::rsa)).limit(count).toList();
    List<Thread> threads =
        tasks.stream().map(task -> Thread.ofPlatform().daemon().start(task)).toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulator is stopping", e);
    }
    return tasks.stream().map(FutureTask::resultNow).toList();
  }

  /** Makes a P-256 pair, which is fast. It serves TLS, where BankID prescribes no key type. */
  static KeyPair ec() {
    return pair("EC", new ECGenParameterSpec("secp256r1"));
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
