package com.enterprisesigning.http;

import com.enterprisesigning.domain.UserDevice;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The object {@code web} or {@code app} of a start. Its members are limited to the lengths that
 * BankID accepts ({@code docs/bankid.md#sign}).
 */
final class UserDeviceMembers {
  private static final Form<String> DOMAIN =
      Form.matching(
          Pattern.compile("[0-9a-z.-]{3,253}"),
          "a domain of 3 to 253 characters from 0-9, a-z, '.' and '-'");
  private static final Form<String> USER_AGENT = Form.bankIdLine(256);
  private static final Form<String> DEVICE_IDENTIFIER = Form.bankIdLine(64);

  /**
   * BankID publishes no limit for these. This is the longest text that it accepts from a browser.
   */
  private static final Form<String> APP_TEXT = Form.bankIdLine(256);

  private UserDeviceMembers() {}

  /** Reads both; a start may have only one of them. */
  static Optional<UserDevice> read(Members start) {
    Optional<UserDevice> web = start.optionalObject("web").map(it -> web(start, it));
    Optional<UserDevice> app = start.optionalObject("app").map(it -> app(start, it));
    if (web.isPresent() && app.isPresent()) {
      start.refuse("app", "must not be given together with web");
    }
    return web.or(() -> app);
  }

  private static UserDevice web(Members start, Members web) {
    UserDevice device =
        new UserDevice.Web(
            web.optional("referring_domain", DOMAIN),
            web.optional("user_agent", USER_AGENT),
            web.optional("device_identifier", DEVICE_IDENTIFIER));
    finish(start, "web", web);
    return device;
  }

  private static UserDevice app(Members start, Members app) {
    UserDevice device =
        new UserDevice.App(
            app.optional("app_identifier", APP_TEXT),
            app.optional("device_os", APP_TEXT),
            app.optional("device_model_name", APP_TEXT),
            app.optional("device_identifier", DEVICE_IDENTIFIER));
    finish(start, "app", app);
    return device;
  }

  private static void finish(Members start, String name, Members device) {
    device.noOthers();
    if (device.isEmpty()) {
      start.refuse(name, "must have at least one member");
    }
  }
}
