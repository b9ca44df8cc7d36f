package com.enterprisesigning.local.dynamodb;

/**
 * What some calls of DynamoDB consumed, in capacity units.
 *
 * @param calls their number
 * @param read as DynamoDB reports it
 * @param write as DynamoDB reports it. DynamoDB Local rounds up a transaction as a whole, and
 *     reports nothing for a write whose condition failed.
 * @param billedWrite as AWS bills it. Each item of a transaction is rounded up separately. A write
 *     whose condition failed counts as if it had written the existing item.
 */
public record Capacity(int calls, double read, double write, double billedWrite) {
  public static final Capacity NONE = new Capacity(0, 0, 0, 0);

  /** Returns the sum of both. */
  public Capacity plus(Capacity other) {
    return new Capacity(
        calls + other.calls,
        read + other.read,
        write + other.write,
        billedWrite + other.billedWrite);
  }
}
