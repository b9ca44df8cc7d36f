package com.enterprisesigning.http;

import com.enterprisesigning.domain.UserDevice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The object {@code web} or {@code app} of a start. Its members are hints: a text that BankID would
 * refuse ({@code docs/bankid.md#sign}) never prevents a start.
 */
final class UserDeviceMembers {
  private static final Pattern DOMAIN_NAME = Pattern.compile("[0-9a-z.-]{3,253}");
  private static final Pattern NOT_IN_A_LINE =
      Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffd]");

  /** BankID compares domains in lower case. */
  private static final Form<Optional<String>> DOMAIN =
      Form.hint(text ->
          Optional.of(text.toLowerCase(Locale.ROOT))
              .filter(domain -> DOMAIN_NAME.matcher(domain).matches()));

  /** BankID publishes no limit for an app's texts. 256 is its limit for a browser's. */
  private static final Form<Optional<String>> DESCRIPTION =
      Form.hint(text -> description(text, 256));

  private static final Form<Optional<String>> APP_IDENTIFIER = identifier(256);
  private static final Form<Optional<String>> DEVICE_IDENTIFIER = identifier(64);

  /** BankID refuses an object without a member, so such an object is left out. */
  private static final UserDevice NO_WEB =
      new UserDevice.Web(Optional.empty(), Optional.empty(), Optional.empty());

  private static final UserDevice NO_APP =
      new UserDevice.App(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private UserDeviceMembers() {}

  /** Reads both; a start may have only one of them. */
  static Optional<UserDevice> read(Members start) {
    Optional<Members> web = start.optionalObject("web");
    Optional<Members> app = start.optionalObject("app");
    if (web.isPresent() && app.isPresent()) {
      start.refuse("app", "must not be given together with web");
    }
    Optional<UserDevice> browser = web.flatMap(UserDeviceMembers::web);
    return app.flatMap(UserDeviceMembers::app).or(() -> browser);
  }

  private static Optional<UserDevice> web(Members web) {
    UserDevice.Web device =
        new UserDevice.Web(
            hint(web, "referring_domain", DOMAIN),
            hint(web, "user_agent", DESCRIPTION),
            hint(web, "device_identifier", DEVICE_IDENTIFIER));
    web.noOthers();
    return device.equals(NO_WEB) ? Optional.empty() : Optional.of(device);
  }

  private static Optional<UserDevice> app(Members app) {
    UserDevice.App device =
        new UserDevice.App(
            hint(app, "app_identifier", APP_IDENTIFIER),
            hint(app, "device_os", DESCRIPTION),
            hint(app, "device_model_name", DESCRIPTION),
            hint(app, "device_identifier", DEVICE_IDENTIFIER));
    app.noOthers();
    return device.equals(NO_APP) ? Optional.empty() : Optional.of(device);
  }

  private static Optional<String> hint(Members device, String name, Form<Optional<String>> form) {
    return device.optional(name, form).flatMap(Function.identity());
  }

  /** An identifier is left out rather than cut, because a part of it would identify another. */
  private static Form<Optional<String>> identifier(int max) {
    return Form.hint(text ->
        Optional.of(text)
            .filter(it -> !it.isEmpty() && it.length() <= max)
            .filter(it -> !NOT_IN_A_LINE.matcher(it).find()));
  }

  /**
   * Removes what a line cannot have, and cuts the text as BankID advises. The limit counts UTF-16
   * units, as {@link Form#bankIdLine} does, and a surrogate pair is not split.
   */
  private static Optional<String> description(String text, int max) {
    String line = NOT_IN_A_LINE.matcher(text).replaceAll("");
    int end = Math.min(max, line.length());
    boolean splits = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
    return Optional.of(line.substring(0, splits ? end - 1 : end)).filter(it -> !it.isEmpty());
  }
}
