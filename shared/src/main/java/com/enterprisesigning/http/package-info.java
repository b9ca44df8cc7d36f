/**
 * The contract over HTTP ({@code docs/architecture.md#the-contract}): the form of requests, the
 * form of answers, and every error as a problem. Each of the eight calls is one file: it reads the
 * request, asks the core, and answers. {@link com.enterprisesigning.http.Endpoint} is their base
 * class. A body is checked by {@code RequestBody} and read member by member; {@code Form} says what
 * a value must be; {@code Problems} has the text of every error. This package knows no AWS type;
 * the core is behind {@link com.enterprisesigning.signing.SigningService}.
 */
package com.enterprisesigning.http;
