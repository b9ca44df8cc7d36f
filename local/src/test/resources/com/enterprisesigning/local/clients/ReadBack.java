import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.client.JSON;

/** Reads each body of bodies.json by the generated client, and writes it to read.json. */
public final class ReadBack {

  public static void main(String[] args) throws Exception {
    new JSON(); // sets up the models' reader
    JsonArray bodies =
        JsonParser.parseString(Files.readString(Path.of("bodies.json"))).getAsJsonArray();
    for (JsonElement body : bodies) {
      JsonObject object = body.getAsJsonObject();
      Class<?> model =
          Class.forName("org.openapitools.client.model." + object.get("schema").getAsString());
      Object read =
          model.getMethod("fromJson", String.class).invoke(null, object.get("body").toString());
      String written = (String) model.getMethod("toJson").invoke(read);
      object.add("body", JsonParser.parseString(written));
    }
    Files.writeString(Path.of("read.json"), bodies.toString());
  }
}
