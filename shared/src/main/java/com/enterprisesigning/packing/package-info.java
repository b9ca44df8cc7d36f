/**
 * How a completion is made small enough for the table and the queue, and comes back to the letter.
 */
package com.enterprisesigning.packing;
