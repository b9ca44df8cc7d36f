package com.enterprisesigning.functions.snapshot;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * Reads events and writes answers as Lambda's runtime does. The library comes from the runtime, so
 * exactly the classes that the first event needs are loaded before a snapshot.
 */
public final class RuntimeSerialization {
  private RuntimeSerialization() {}

  /**
   * Reads the event and writes the answer, as the runtime does.
   *
   * @throws LinkageError if the runtime does not share its library with the function
   */
  public static void rehearse(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse answer) {
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
