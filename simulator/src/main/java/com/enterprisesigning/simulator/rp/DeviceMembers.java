package com.enterprisesigning.simulator.rp;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code web} and {@code app}: what the relying party knows about the user's device. */
final class DeviceMembers {
  private static final int LONGEST = 256;
  private static final int LONGEST_IDENTIFIER = 64;
  private static final Pattern DOMAIN = Pattern.compile("[0-9a-z.-]{3,253}");

  private DeviceMembers() {}

  /**
   * Refuses members that break the rules of {@code docs/bankid.md#sign}. The simulator stores none
   * of them.
   */
  static void check(Members request) {
    Optional<Members> web =
        request.object("web", Set.of("referringDomain", "userAgent", "deviceIdentifier"));
    Optional<Members> app =
        request.object(
            "app", Set.of("appIdentifier", "deviceOS", "deviceModelName", "deviceIdentifier"));
    if (web.isPresent() && app.isPresent()) {
      throw RpRefusal.invalidParameters("Invalid web and app: only one of them may be given");
    }
    web.ifPresent(it -> {
      refuseIfEmpty(it, "web");
      it.text("referringDomain", text -> DOMAIN.matcher(text).matches());
      it.text("userAgent", Members.length(1, LONGEST));
      it.text("deviceIdentifier", Members.length(1, LONGEST_IDENTIFIER));
    });
    app.ifPresent(it -> {
      refuseIfEmpty(it, "app");
      it.text("appIdentifier", Members.length(1, LONGEST));
      it.text("deviceOS", Members.length(1, LONGEST));
      it.text("deviceModelName", Members.length(1, LONGEST));
      it.text("deviceIdentifier", Members.length(1, LONGEST_IDENTIFIER));
    });
  }

  private static void refuseIfEmpty(Members members, String name) {
    if (members.isEmpty()) {
      throw RpRefusal.invalid(name);
    }
  }
}
