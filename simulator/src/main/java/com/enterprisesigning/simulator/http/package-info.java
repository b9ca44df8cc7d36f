/**
 * Requests and answers as values, and the only code that reads them from a socket and writes them
 * to it.
 */
package com.enterprisesigning.simulator.http;
