package deltascope.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/** JSON out: full double precision, NaN and infinities as strings. */
public final class Json {
  static final String TYPE = "application/json";

  private Json() {}

  static void write(Context ctx, Object value) {
    ctx.contentType(TYPE).result(bytes(value));
  }

  /** A value as a document. */
  public static byte[] bytes(Object value) {
    try {
      return Mapper.ONE.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  /** The mapper, loaded when the first document is written: pages do without. */
  static ObjectMapper mapper() {
    return Mapper.ONE;
  }

  private static final class Mapper {
    static final ObjectMapper ONE = JsonMapper.builder().build();
  }
}
