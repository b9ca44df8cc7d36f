/** The roles that personal numbers play ({@code docs/architecture.md#the-simulator}). */
package com.enterprisesigning.simulator.role;
