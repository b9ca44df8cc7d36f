package com.enterprisesigning.simulator.rp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * What BankID takes as the address of the user's device: a full dotted quad or IPv6. IPv4-mapped
 * IPv6 is refused (bankid-facts section 2.1). DNS is never asked.
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
      // The JDK reads an IPv4-mapped address as what it stands for, an Inet4Address.
      return InetAddress.ofLiteral(text) instanceof Inet6Address;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
