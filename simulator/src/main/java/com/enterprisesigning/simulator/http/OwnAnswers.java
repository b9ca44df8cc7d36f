package com.enterprisesigning.simulator.http;

/**
 * What is answered where the api is not asked, or does not answer.
 *
 * @param fault the api throws, which is a bug
 * @param slow the body has not arrived in time
 */
public record OwnAnswers(Answer fault, Answer slow) {}
