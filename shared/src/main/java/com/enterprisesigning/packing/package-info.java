/** Makes a completion small enough for the table and the queue, and restores it exactly. */
package com.enterprisesigning.packing;
