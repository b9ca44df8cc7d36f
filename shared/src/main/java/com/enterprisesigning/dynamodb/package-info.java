/**
 * The state, in one DynamoDB table (design section 4). Every write carries its condition, every
 * refusal brings the item back ({@code ALL_OLD}), and every condition compares the expiry itself:
 * TTL only collects garbage. {@code ...Items} know the attributes; nothing else does.
 */
package com.enterprisesigning.dynamodb;
