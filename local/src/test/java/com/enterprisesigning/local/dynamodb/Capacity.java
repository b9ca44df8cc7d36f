package com.enterprisesigning.local.dynamodb;

/**
 * What some calls of DynamoDB consumed, in capacity units.
 *
 * @param calls their number
 * @param read as DynamoDB reports it
 * @param write as DynamoDB reports it; DynamoDB Local rounds up a transaction as a whole, and
 *     reports nothing of a write whose condition did not hold
 * @param billedWrite as AWS bills it: each item of a transaction is rounded up alone, and a write
 *     whose condition did not hold counts as if it had written the item that was there
 */
public record Capacity(int calls, double read, double write, double billedWrite) {
  public static final Capacity NONE = new Capacity(0, 0, 0, 0);

  /** Of both together. */
  public Capacity plus(Capacity other) {
    return new Capacity(
        calls + other.calls,
        read + other.read,
        write + other.write,
        billedWrite + other.billedWrite);
  }
}
