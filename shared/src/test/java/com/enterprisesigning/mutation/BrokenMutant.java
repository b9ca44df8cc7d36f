package com.enterprisesigning.mutation;

import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Thrown for a mutant that proves nothing: it does not fit the source, does not compile, or cannot
 * run.
 */
final class BrokenMutant extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenMutant(String message) {
    super(message);
  }

  private BrokenMutant(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Throws if the mutant could not run at all: its classes do not link, or DynamoDB rejects its
   * expression. Such a failure proves nothing.
   */
  static void refuse(Throwable failure) {
    Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof LinkageError || isMalformedRequest(cause))
        .findFirst()
        .ifPresent(cause -> {
          throw new BrokenMutant("cannot run: " + cause, failure);
        });
  }

  private static boolean isMalformedRequest(Throwable cause) {
    return cause instanceof AwsServiceException answer
        && answer.awsErrorDetails() != null
        && "ValidationException".equals(answer.awsErrorDetails().errorCode());
  }
}
