package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * How Lambda's runtime reads events and writes answers: by a library that the runtime brings, so
 * that what is loaded here before a snapshot is what the first event needs.
 */
final class RuntimeSerialization {
  private RuntimeSerialization() {}

  /**
   * Hands the event to the function, and its answer back, as the runtime does.
   *
   * @throws IllegalStateException where this runtime keeps its library to itself
   */
  static void around(
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
      APIGatewayV2HTTPEvent event) {
    try {
      PojoSerializer<APIGatewayV2HTTPEvent> events =
          LambdaEventSerializers.serializerFor(
              APIGatewayV2HTTPEvent.class, RuntimeSerialization.class.getClassLoader());
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      events.toJson(event, written);
      APIGatewayV2HTTPEvent read = events.fromJson(new ByteArrayInputStream(written.toByteArray()));
      JacksonFactory.getInstance()
          .getSerializer(APIGatewayV2HTTPResponse.class)
          .toJson(function.apply(read), OutputStream.nullOutputStream());
    } catch (LinkageError e) {
      throw new IllegalStateException("the runtime's serialization cannot be reached", e);
    }
  }
}
