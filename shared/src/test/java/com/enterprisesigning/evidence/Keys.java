package com.enterprisesigning.evidence;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** One RSA key for each role, because generating one takes longer than the rest of a test. */
final class Keys {
  static final KeyPair ROOT = newKeys(2048);
  static final KeyPair BANK_CA = newKeys(2048);
  static final KeyPair CUSTOMER_CA = newKeys(2048);
  static final KeyPair RESPONDER = newKeys(2048);
  static final KeyPair USER = newKeys(2048);

  /** The key of an impostor. */
  static final KeyPair STRANGER = newKeys(2048);

  static final KeyPair SHORT = newKeys(1024);

  private Keys() {}

  private static KeyPair newKeys(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
