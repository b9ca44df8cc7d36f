package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * How Lambda's runtime reads events and writes answers: by a library that the runtime brings, so
 * that what is loaded here before a snapshot is what the first event needs.
 */
final class RuntimeSerialization {
  private RuntimeSerialization() {}

  /**
   * Reads the event and writes the answer, as the runtime does.
   *
   * @throws LinkageError where a runtime keeps its library to itself
   */
  static void rehearse(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse answer) {
    PojoSerializer<APIGatewayV2HTTPEvent> events =
        LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, RuntimeSerialization.class.getClassLoader());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    events.toJson(event, written);
    var _ = events.fromJson(new ByteArrayInputStream(written.toByteArray()));
    JacksonFactory.getInstance()
        .getSerializer(APIGatewayV2HTTPResponse.class)
        .toJson(answer, OutputStream.nullOutputStream());
  }
}
