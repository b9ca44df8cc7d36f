package com.enterprisesigning.functions.metrics;

/** What a metric is told apart by. */
public enum Dimension {
  /** The deployment; every metric has it. */
  SERVICE("Service"),
  /** {@code START} or {@code START_PHONE}. */
  CHANNEL("Channel"),
  /** What the start met: the name of a {@code Refusal.Cause}. */
  KIND("Kind"),
  /** {@code COMPLETE}, or the hint of a failed order. */
  HINT("Hint"),
  /** The caller: the one id that a metric may have. */
  CLIENT("Client"),
  /** BankID's path, such as {@code /phone/sign}. */
  CALL("Call");

  private final String cloudWatchName;

  Dimension(String cloudWatchName) {
    this.cloudWatchName = cloudWatchName;
  }

  String cloudWatchName() {
    return cloudWatchName;
  }
}
