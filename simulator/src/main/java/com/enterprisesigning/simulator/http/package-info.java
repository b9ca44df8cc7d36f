/** Requests and answers as values, and the one place that reads and writes them on a socket. */
package com.enterprisesigning.simulator.http;
