package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a token keeps to itself, and that nothing can be changed in it. */
class SealTest {
  private static final String REFUSAL =
      "mystery is nothing that this server can open,"
          + " expected a token sealed with its key, whole and unchanged";

  private final Seal seal = new Seal(key(1));

  private static byte[] key(int fill) {
    byte[] key = new byte[KeyFile.SIZE];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void whatWasSealedIsRead() {
    for (String text : new String[] {"", "η = 0.1", "x".repeat(Seal.MOST)}) {
      assertEquals(text, seal.open(seal.seal(text)));
    }
  }

  @Test
  void anotherServerWithTheSameKeyReadsIt() {
    assertEquals("error-sign", new Seal(key(1)).open(seal.seal("error-sign")));
  }

  @Test
  void aTokensLengthTellsNothing() {
    Set<Integer> lengths = new HashSet<>();
    for (int size = 0; size <= Seal.MOST; size++) {
      lengths.add(seal.seal("a".repeat(size)).length());
    }
    assertEquals(Set.of(296), lengths);
  }

  @Test
  void aTokenHoldsNothingThatCanBeRead() {
    String token = seal.seal("error-sign");
    assertTrue(token.matches("[A-Za-z0-9_-]+"), token);
    String bytes =
        new String(
            Base64.getUrlDecoder().decode(token), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("error"));
  }

  @Test
  void theSameTwiceIsTwoTokens() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      tokens.add(seal.seal("label-scaled"));
    }
    assertEquals(1_000, tokens.size());
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertThrows(Refused.class, () -> seal.seal("x".repeat(Seal.MOST + 1)));
    assertThrows(Refused.class, () -> seal.seal("η".repeat(Seal.MOST / 2 + 1)));
  }

  private void refused(String token) {
    assertEquals(REFUSAL, assertThrows(Refused.class, () -> seal.open(token)).getMessage(), token);
  }

  @Test
  void aTokenWithOneByteChangedIsRefusedWhicheverItIs() {
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal("label-scaled"));
    for (int at = 0; at < sealed.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = sealed.clone();
        changed[at] ^= (byte) (1 << bit);
        refused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
      }
    }
  }

  @Test
  void aTokenWithOneCharacterChangedIsRefusedWhicheverItIs() {
    String token = seal.seal("label-scaled");
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      refused(token.substring(0, at) + other + token.substring(at + 1));
    }
  }

  @Test
  void aPieceOfATokenIsRefused() {
    String token = seal.seal("label-scaled");
    for (int length = 0; length < token.length(); length++) {
      refused(token.substring(0, length));
      refused(token.substring(token.length() - length));
    }
    refused(token + "A");
    refused(token + "=");
    refused(token + token);
    refused(token.replace('-', '+').replace('_', '/') + " ");
    refused("no token at all: ☃");
  }

  @Test
  void anotherServersTokenIsRefusedInTheSameWords() {
    refused(new Seal(key(2)).seal("label-scaled"));
  }

  @Test
  void aRevealKeyOpensItsOwnTokenAndNoOther() {
    String token = seal.seal("label-scaled");
    String other = seal.seal("label-scaled");
    assertTrue(seal.reveals(token, seal.revealKey(token)));
    assertFalse(seal.reveals(other, seal.revealKey(token)));
    assertFalse(seal.reveals(token, new Seal(key(2)).revealKey(token)));
    assertFalse(seal.reveals(token, ""));
  }

  @Test
  void purposesDoNotShareNumbers() {
    assertEquals(seal.number("a", "1"), new Seal(key(1)).number("a", "1"));
    assertNotEquals(seal.number("a", "1"), seal.number("b", "1"));
    assertNotEquals(seal.number("a", "1"), seal.number("a", "2"));
    assertNotEquals(seal.number("a", "1"), new Seal(key(2)).number("a", "1"));
  }

  @Test
  void aCaseIsReadAsItWasSealed() {
    SealedCase open =
        new SealedCase(
            MadeGround.scenario(
                "split=test&net=784-16-16-10&output=softmax&cost=cross-entropy&init=uniform"
                    + "&seed=-9223372036854775808&eta=0.30000000000000004&batch=100&epochs=3"
                    + "&bugs=gradient-ascent,shared-buffer-rescaled,sum-not-mean,label-scaled"),
            3,
            true,
            false);
    SealedCase read = SealedCase.read(seal.open(seal.seal(open.text())), MadeGround.READER);
    assertEquals(open.scenario().parameters(), read.scenario().parameters());
    assertEquals("3 true false", read.level() + " " + read.cleanFirst() + " " + read.mayGiveUp());
  }

  @Test
  void aCaseTrainedInPartIsSealedWholeAndOthersAsTheyEverWere() {
    String part = "net=16-10&epochs=2&bugs=error-sign";
    SealedCase whole = new SealedCase(MadeGround.scenario(part), 2, false, true);
    assertEquals(
        "1\n2\n\n1\nmade\ntrain\n16-10\ntanh\ntanh\nsquared-error\nxavier\n1\n0.1\n4\n2\nerror-sign",
        whole.text());
    SealedCase open =
        new SealedCase(MadeGround.scenario(part + "&batches=7&limit=900"), 2, false, true);
    SealedCase read = SealedCase.read(seal.open(seal.seal(open.text())), MadeGround.READER);
    assertEquals(open.scenario().parameters(), read.scenario().parameters());
    assertEquals("7", read.scenario().parameters().get("batches"));
  }

  @Test
  void aCaseThatThisVersionCannotReadSaysNoMoreThanAToken() {
    String text = new SealedCase(MadeGround.scenario("bugs=error-sign"), 2, true, true).text();
    for (String other :
        new String[] {
          text.replace("error-sign", "bug-of-next-year"),
          "2" + text.substring(1),
          text.replaceFirst("\n2\n", "\n9\n"),
          text + "\nmore",
          ""
        }) {
      Refused refused =
          assertThrows(Refused.class, () -> SealedCase.read(other, MadeGround.READER));
      assertEquals(REFUSAL, refused.getMessage());
    }
  }
}
