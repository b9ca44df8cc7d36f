package com.enterprisesigning.domain;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP address of the end user's device in canonical form, so that two spellings of one address
 * are equal. The form is a dotted quad, or eight hexadecimal groups without leading zeros.
 * IPv4-mapped IPv6 becomes IPv4, because BankID refuses the mapped form ({@code
 * docs/bankid.md#sign}).
 *
 * @param address the address in canonical form
 */
public record EndUserIp(String address) {
  private static final String BROADCAST = "255.255.255.255";

  private static final Pattern QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /**
   * Matches colons and groups of up to four hexadecimal digits, optionally followed by a dotted
   * quad.
   */
  private static final Pattern IPV6 =
      Pattern.compile("(?=.{2,45}$)(?:[0-9A-Fa-f]{0,4}:)+([0-9A-Fa-f]{0,4}|(?<quad>[0-9.]+))");

  public EndUserIp {
    if (!canonical(address).filter(address::equals).isPresent()) {
      throw new IllegalArgumentException("not an IP address in canonical form");
    }
  }

  /**
   * Parses an IP literal, without a DNS lookup.
   *
   * @return empty if {@code text} is neither a full dotted quad nor an IPv6 address
   */
  public static Optional<EndUserIp> parse(String text) {
    return canonical(text).map(EndUserIp::new);
  }

  /**
   * Returns whether the address can be that of one device. The unspecified, broadcast and multicast
   * addresses cannot: if a broken proxy reports one, all users would count as the same.
   */
  public boolean isOfOneDevice() {
    InetAddress ip = InetAddress.ofLiteral(address);
    return !ip.isAnyLocalAddress() && !ip.isMulticastAddress() && !address.equals(BROADCAST);
  }

  private static Optional<String> canonical(String text) {
    if (QUAD.matcher(text).matches()) {
      return Optional.of(text);
    }
    Matcher ipv6 = IPV6.matcher(text);
    if (!ipv6.matches() || !isQuadIfAny(ipv6.group("quad"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Rejects an embedded quad with leading zeros, which is ambiguous: the JDK reads {@code
   * ::ffff:010.1.1.1} as 10.1.1.1, other parsers as 8.1.1.1.
   */
  private static boolean isQuadIfAny(String quad) {
    return quad == null || QUAD.matcher(quad).matches();
  }
}
