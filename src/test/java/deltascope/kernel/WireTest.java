package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes over the wire is what Jupyter's specification says. */
class WireTest {
  private static final String KEY = "a0436f6c-1916-498b-8eb9-e81ab9368e84";

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** HMAC as RFC 2104 defines it, from the hash alone. */
  private static String hmac(byte[] key, List<byte[]> parts) throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    byte[] padded = Arrays.copyOf(key.length > 64 ? hash.digest(key) : key, 64);
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    for (byte letter : padded) {
      inner.write(letter ^ 0x36);
      outer.write(letter ^ 0x5c);
    }
    parts.forEach(inner::writeBytes);
    outer.writeBytes(hash.digest(inner.toByteArray()));
    StringBuilder hex = new StringBuilder();
    for (byte letter : hash.digest(outer.toByteArray())) {
      hex.append("%02x".formatted(letter));
    }
    return hex.toString();
  }

  private static List<byte[]> request(String key) throws Exception {
    List<byte[]> parts =
        List.of(
            ascii("{\"msg_id\": \"1\", \"msg_type\": \"execute_request\"}"),
            ascii("{}"),
            ascii("{}"),
            ascii("{\"code\": \"δ\"}"));
    List<byte[]> frames = new ArrayList<>(List.of(ascii("who"), ascii("else")));
    frames.add(ascii("<IDS|MSG>"));
    frames.add(ascii(key.isEmpty() ? "" : hmac(ascii(key), parts)));
    frames.addAll(parts);
    return frames;
  }

  @Test
  void theOracleGivesThePublishedVector() throws Exception {
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        hmac(ascii("Jefe"), List.of(ascii("what do ya want "), ascii("for nothing?"))),
        "RFC 4231, test case 2");
  }

  @Test
  void aSignedRequestIsRead() throws Exception {
    for (String key : List.of(KEY, "", KEY.repeat(3))) {
      Message message = new Wire(key).message(request(key));
      assertEquals("execute_request", message.type());
      assertEquals("δ", message.content().get("code").asText());
      assertEquals(2, message.identities().size());
      assertArrayEquals(ascii("who"), message.identities().get(0));
    }
  }

  @Test
  void anAnswerIsSignedAndGoesToWhoeverAsked() throws Exception {
    Wire wire = new Wire(KEY);
    Message asked = wire.message(request(KEY));
    List<byte[]> frames =
        wire.frames(asked.reply("execute_reply", "own-session", Map.of("status", "ok")));
    assertArrayEquals(ascii("who"), frames.get(0));
    assertArrayEquals(ascii("else"), frames.get(1));
    assertArrayEquals(ascii("<IDS|MSG>"), frames.get(2));
    assertEquals(8, frames.size());
    assertEquals(
        hmac(ascii(KEY), frames.subList(4, 8)), new String(frames.get(3), StandardCharsets.UTF_8));
    Message read = wire.message(frames);
    assertEquals("execute_reply", read.type());
    assertEquals("1", read.parent().get("msg_id").asText());
    assertEquals("own-session", read.header().get("session").asText());
    assertEquals("5.3", read.header().get("version").asText());
    assertEquals("{\"status\":\"ok\"}", read.content().toString());
  }

  @Test
  void whatEverybodyHearsBeginsWithItsTopic() throws Exception {
    Wire wire = new Wire(KEY);
    Message asked = wire.message(request(KEY));
    List<byte[]> frames = wire.frames(asked.said("status", "own", Map.of()));
    assertArrayEquals(ascii("status"), frames.get(0));
    assertArrayEquals(ascii("<IDS|MSG>"), frames.get(1));
  }

  @Test
  void whatIsChangedOrSignedByAnotherIsRefused() throws Exception {
    Wire wire = new Wire(KEY);
    for (int part = 3; part < 8; part++) {
      List<byte[]> frames = request(KEY);
      byte[] changed = frames.get(part).clone();
      changed[0] ^= 1;
      frames.set(part, changed);
      Refused refused = assertThrows(Refused.class, () -> wire.message(frames));
      assertEquals("signature", refused.parameter());
    }
    List<byte[]> others = request("another key");
    assertThrows(Refused.class, () -> wire.message(others));
    List<byte[]> unsigned = request("");
    assertThrows(Refused.class, () -> wire.message(unsigned));
  }

  @Test
  void whatIsNoMessageIsRefused() throws Exception {
    Wire wire = new Wire("");
    for (int length = 0; length < 8; length++) {
      List<byte[]> cut = request("").subList(0, length);
      Refused refused = assertThrows(Refused.class, () -> wire.message(cut));
      assertTrue(refused.getMessage().contains("frames"), refused.getMessage());
    }
    List<byte[]> broken = request("");
    broken.set(7, ascii("{"));
    assertThrows(Refused.class, () -> wire.message(broken));
  }
}
