package com.enterprisesigning.local.queue;

/**
 * Why SQS rejects a request. This queue never fails by itself, so the sender is always at fault.
 */
final class QueueRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String shape;
  private final String code;

  private QueueRefusal(String shape, String code, String message) {
    super(message);
    this.shape = shape;
    this.code = code;
  }

  static QueueRefusal invalid(String message) {
    return new QueueRefusal(
        "com.amazon.coral.service#InvalidParameterValueException",
        "InvalidParameterValue",
        message);
  }

  static QueueRefusal missing(String parameter) {
    return new QueueRefusal(
        "com.amazon.coral.service#MissingRequiredParameterException",
        "MissingParameter",
        "The request must contain the parameter " + parameter + ".");
  }

  static QueueRefusal invalidContents() {
    return new QueueRefusal(
        "com.amazonaws.sqs#InvalidMessageContents",
        "InvalidMessageContents",
        "Invalid binary character was found in the message body, the set of allowed characters is"
            + " #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
  }

  static QueueRefusal noSuchQueue() {
    return new QueueRefusal(
        "com.amazonaws.sqs#QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }

  /** Creates a refusal whose name is the same in AWS JSON and in the older query protocol. */
  static QueueRefusal named(String name, String message) {
    return new QueueRefusal("com.amazonaws.sqs#" + name, "AWS.SimpleQueueService." + name, message);
  }

  static QueueRefusal notJson() {
    return new QueueRefusal(
        "com.amazon.coral.service#SerializationException",
        "MalformedInput",
        "The request is not a JSON object.");
  }

  static QueueRefusal unknownOperation() {
    return new QueueRefusal(
        "com.amazon.coral.service#UnknownOperationException",
        "InvalidAction",
        "The local SQS can only send a batch of messages and describe a queue. Its queues are those"
            + " of template.yaml.");
  }

  /** Returns the error's type in AWS JSON. */
  String shape() {
    return shape;
  }

  /** Returns the error's code in the older query protocol, which SDKs still report. */
  String code() {
    return code;
  }
}
