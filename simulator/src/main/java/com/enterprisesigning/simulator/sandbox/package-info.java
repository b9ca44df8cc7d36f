/**
 * The control API: the journal, the roles, and the phone to play ({@code
 * docs/architecture.md#the-simulator}).
 */
package com.enterprisesigning.simulator.sandbox;
