/**
 * The state, in one DynamoDB table ({@code docs/architecture.md#state}). Every write has a
 * condition, and a refusal returns the item ({@code ALL_OLD}). A condition that depends on an end
 * compares the end itself, because TTL only collects garbage. The {@code ...Items} classes define
 * the attributes.
 */
package com.enterprisesigning.dynamodb;
