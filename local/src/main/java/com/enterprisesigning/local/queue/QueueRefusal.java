package com.enterprisesigning.local.queue;

/** Why SQS rejects a request. Here it is always the sender's fault. */
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

  /** Creates a refusal that has a shape in SQS's model. */
  static QueueRefusal of(String shape, String code, String message) {
    return new QueueRefusal("com.amazonaws.sqs#" + shape, code, message);
  }

  /** Creates a refusal whose code in the older protocol has SQS's prefix. */
  static QueueRefusal named(String shape, String code, String message) {
    return of(shape, "AWS.SimpleQueueService." + code, message);
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
        "The local SQS can only send, receive, hide and delete messages, and describe a queue. Its"
            + " queues are those of template.yaml.");
  }

  /** Returns the error's type in AWS JSON. */
  String shape() {
    return shape;
  }

  /** Returns the error's code in the older protocol, by which SDKs still know it. */
  String code() {
    return code;
  }
}
