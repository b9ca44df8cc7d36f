package com.enterprisesigning.functions.metrics;

/** A dimension by which a metric is split. */
public enum Dimension {
  /** The deployment. Every metric has this dimension. */
  SERVICE("Service"),
  /** {@code START} or {@code START_PHONE}. */
  CHANNEL("Channel"),
  /** The conflict that the start met: the name of a {@code Refusal.Cause}. */
  KIND("Kind"),
  /** {@code COMPLETE}, or the hint of a failed order. */
  HINT("Hint"),
  /** A step of the verification. */
  STEP("Step"),
  /** The caller: the only id that a metric may contain. */
  CLIENT("Client"),
  /** BankID's path, such as {@code /phone/sign}. */
  CALL("Call"),
  /** BankID's code of a refusal, or {@code OTHER}. */
  CODE("Code"),
  /** Why there is no time stamp: the name of a {@code TimestampAuthority.Reason}. */
  REASON("Reason"),
  /** The function's name. */
  FUNCTION("Function"),
  /**
   * The function's version, always together with its name: a deployment is judged by the new
   * version alone.
   */
  VERSION("Version");

  private final String cloudWatchName;

  Dimension(String cloudWatchName) {
    this.cloudWatchName = cloudWatchName;
  }

  String cloudWatchName() {
    return cloudWatchName;
  }
}
