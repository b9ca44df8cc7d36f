/** Requests and answers as values, and the only code that reads and writes them on a socket. */
package com.enterprisesigning.simulator.http;
