package com.enterprisesigning.simulator.http;

/**
 * The handler's own answers, for when the API is not called or fails.
 *
 * @param fault if the API throws, which is a bug
 * @param slow if the body has not arrived in time
 */
public record OwnAnswers(Answer fault, Answer slow) {}
