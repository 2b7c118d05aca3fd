package deltascope.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.math.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a message is cut into frames and signed: HMAC-SHA256, as Jupyter has it. */
final class Wire {
  static final Charset CHARSET = StandardCharsets.UTF_8;

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(CHARSET);
  private static final String ALGORITHM = "HmacSHA256";

  /** Header, parent header, metadata and content. */
  private static final int PARTS = 4;

  private final byte[] key;

  Wire(String key) {
    this.key = key.getBytes(CHARSET);
  }

  List<byte[]> frames(Message message) {
    List<byte[]> parts =
        List.of(
            Json.bytes(message.header()),
            Json.bytes(message.parent()),
            Json.bytes(message.metadata()),
            Json.bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signature(parts).getBytes(CHARSET));
    frames.addAll(parts);
    return frames;
  }

  /**
   * Reads frames.
   *
   * @throws Refused where frames are missing, no JSON, or not signed with this key
   */
  Message message(List<byte[]> frames) {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    if (frames.size() < delimiter + 2 + PARTS) {
      throw new Refused(
          "message", frames.size() + " frames", "a delimiter, a signature and " + PARTS + " parts");
    }
    List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 2 + PARTS);
    byte[] signature = frames.get(delimiter + 1);
    if (!MessageDigest.isEqual(signature, signature(parts).getBytes(CHARSET))) {
      throw new Refused("signature", "not that of the message", "one with this kernel's key");
    }
    List<JsonNode> read = new ArrayList<>();
    for (byte[] part : parts) {
      try {
        read.add(Json.MAPPER.readTree(part));
      } catch (IOException broken) {
        throw new Refused("message", "broken", "four JSON objects");
      }
    }
    return new Message(
        frames.subList(0, delimiter), read.get(0), read.get(1), read.get(2), read.get(3));
  }

  /** In lower-case hexadecimal digits; empty without a key. */
  private String signature(List<byte[]> parts) {
    if (key.length == 0) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
