package com.enterprisesigning.simulator.rp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * The addresses of a user's device that BankID accepts: a full dotted quad, or IPv6 that is not
 * IPv4-mapped ({@code docs/bankid.md#sign}). Never asks DNS.
 */
final class EndUserIp {
  private static final Pattern IPV6_LITERAL = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern DOTTED_QUAD = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  private EndUserIp() {}

  static boolean isValid(String text) {
    return DOTTED_QUAD.matcher(text).matches() || isIpv6(text);
  }

  private static boolean isIpv6(String text) {
    if (!IPV6_LITERAL.matcher(text).matches()) {
      return false;
    }
    try {
      // The JDK parses an IPv4-mapped address as the IPv4 address it stands for, an Inet4Address.
      return InetAddress.ofLiteral(text) instanceof Inet6Address;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
