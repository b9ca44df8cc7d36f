package com.enterprisesigning.simulator.rp;

import java.time.LocalDate;
import java.time.ZoneId;

/** How {@code bankIdIssueDate} is written: BankID documents a date with Z or a UTC offset. */
public enum IssueDate {
  /** Such as {@code 2025-11-21Z}. */
  UTC,
  /** With Sweden's offset on that day, such as {@code 2025-11-21+01:00}. */
  OFFSET,
  /** The date alone, as many clients expect it. */
  DATE;

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  String of(LocalDate date) {
    return date
        + switch (this) {
          case UTC -> "Z";
          case OFFSET -> date.atTime(12, 0).atZone(SWEDEN).getOffset().toString();
          case DATE -> "";
        };
  }
}
