/**
 * One Lambda function for each call: event in, call to the core, answer out, one log line. Settings
 * are read and objects are wired only here.
 */
package com.enterprisesigning.functions;
