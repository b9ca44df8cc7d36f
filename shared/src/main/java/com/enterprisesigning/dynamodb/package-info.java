/**
 * The state, in one DynamoDB table ({@code docs/architecture.md#state}). Every write has a
 * condition, every refusal returns the item ({@code ALL_OLD}), and every condition compares the
 * expiry itself: TTL only collects garbage. The {@code ...Items} classes know the attributes.
 */
package com.enterprisesigning.dynamodb;
