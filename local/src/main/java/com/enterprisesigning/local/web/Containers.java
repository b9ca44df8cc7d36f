package com.enterprisesigning.local.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second address at which a run serves functions in containers. A caller must be on the network
 * of this address and present the run's key id. The key id keeps out other containers. It does not
 * keep out local users, who can read it at 127.0.0.1, nor a person who reads the bridge's packets.
 *
 * @param address an address of this machine on the containers' network
 * @param prefixLength the length of the network's prefix, in bits
 * @param keyId what functions present as {@code AWS_ACCESS_KEY_ID}
 */
public record Containers(InetAddress address, int prefixLength, String keyId) {
  /** Docker's default bridge on Linux. Its address is what Docker calls {@code host-gateway}. */
  static final String BRIDGE = "docker0";

  /** The beginning of an {@code Authorization} header of AWS's signature version 4. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-HMAC-SHA256 +Credential=([^/, ]+)/.*");

  private static final int KEY_BYTES = 16;

  /**
   * Uses the IPv4 address of a network interface. Returns empty if the interface has no IPv4
   * address.
   *
   * @throws IOException if the network interfaces cannot be read
   */
  static Optional<Containers> on(String networkInterface) throws IOException {
    NetworkInterface bridge = NetworkInterface.getByName(networkInterface);
    return bridge == null
        ? Optional.empty()
        : bridge.getInterfaceAddresses().stream()
            .filter(it -> it.getAddress().getAddress().length == 4)
            .findFirst()
            .map(it -> of(it.getAddress(), it));
  }

  /**
   * Uses this address.
   *
   * @throws IOException if no network interface of this machine has the address
   */
  public static Containers at(InetAddress address) throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(it -> it.getInterfaceAddresses().stream())
        .filter(it -> it.getAddress().equals(address) || isLoopback(it, address))
        .findFirst()
        .map(it -> of(address, it))
        .orElseThrow(() ->
            new IOException(
                "CONTAINERS="
                    + address.getHostAddress()
                    + " is not an address of this machine. Set true for Docker's own bridge."));
  }

  /** Handles the loopback interface, which serves a whole network but lists only one address. */
  private static boolean isLoopback(InterfaceAddress its, InetAddress address) {
    return its.getAddress().isLoopbackAddress()
        && address.isLoopbackAddress()
        && its.getAddress().getAddress().length == address.getAddress().length;
  }

  private static Containers of(InetAddress address, InterfaceAddress its) {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String keyId = "LOCAL" + HexFormat.of().withUpperCase().formatHex(random);
    return new Containers(address, its.getNetworkPrefixLength(), keyId);
  }

  /** Returns the address to listen on. */
  public InetSocketAddress address(int port) {
    return new InetSocketAddress(address, port);
  }

  /** Returns whether a caller is on the containers' network. */
  public boolean isNeighbour(InetAddress caller) {
    return Arrays.equals(network(address), network(caller));
  }

  /** Returns the network of an address: its prefix, with the other bits zero. */
  private byte[] network(InetAddress member) {
    byte[] network = member.getAddress();
    for (int bit = prefixLength; bit < network.length * Byte.SIZE; bit++) {
      network[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    return network;
  }

  /**
   * Checks a call to an AWS service.
   *
   * @param authorization the {@code Authorization} header, or null
   * @return the refusal in AWS's form; empty if the call is allowed
   */
  Optional<Answer> refusal(InetAddress caller, String authorization) {
    if (!isNeighbour(caller)) {
      return refused("This local run serves no caller at " + caller.getHostAddress() + ".");
    }
    Matcher credential = CREDENTIAL.matcher(authorization == null ? "" : authorization);
    if (credential.matches() && isKey(credential.group(1))) {
      return Optional.empty();
    }
    return refused(
        "This is not the key of the local run. In the shell that starts the functions, run the line"
            + " that the local run printed after `Containers`.");
  }

  private boolean isKey(String presented) {
    return MessageDigest.isEqual(
        keyId.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<Answer> refused(String message) {
    String error =
        "{\"__type\":\"UnrecognizedClientException\",\"message\":\"%s\"}".formatted(message);
    return Optional.of(Answer.of(403, "application/x-amz-json-1.0", error));
  }

  /** Shows the network, without the key id. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefixLength;
  }
}
