/**
 * The control API: the journal, the roles, and the phone that a person plays ({@code
 * docs/architecture.md#the-simulator}).
 */
package com.enterprisesigning.simulator.sandbox;
