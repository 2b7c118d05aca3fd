package deltascope.web.mystery;

import deltascope.math.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes texts into tokens that only this key can read, and that cannot be changed unnoticed:
 * AES-256 in Galois/counter mode. Every token has the same length, and a text sealed twice gives
 * two tokens, so that none can be told from another.
 */
public final class Seal {
  /** The longest text, in bytes of UTF-8. */
  public static final int MOST = 192;

  /** A byte for each of the text's bytes, and two for their number. */
  private static final int PADDED = MOST + 2;

  /** Bytes of chance at the head of a token: 96 bits, as the mode wants them. */
  private static final int NONCE = 12;

  /** Bits of authentication at its end. */
  private static final int TAG = 128;

  private static final int SIZE = NONCE + PADDED + TAG / 8;
  private static final byte[] PURPOSE = bytes("deltascope mystery 1");
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final byte[] master;

  /** With a key of {@link KeyFile#SIZE} bytes. */
  public Seal(byte[] master) {
    this.master = master.clone();
  }

  /**
   * A fresh token for the text.
   *
   * @throws Refused (parameter {@code mystery}) for more than {@link #MOST} bytes
   */
  public String seal(String text) {
    byte[] plain = bytes(text);
    if (plain.length > MOST) {
      throw new Refused("mystery", plain.length + " bytes", "a case of at most " + MOST + " bytes");
    }
    ByteBuffer padded = ByteBuffer.allocate(PADDED).putShort((short) plain.length).put(plain);
    byte[] nonce = new byte[NONCE];
    Chance.SOURCE.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(padded.array());
      return TEXT.encodeToString(ByteBuffer.allocate(SIZE).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The text of a token.
   *
   * @throws Refused (parameter {@code mystery}), always in the same words, for one that was changed
   *     or cut, or sealed with another key
   */
  public String open(String token) {
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(token);
      // A last character's idle bits would let two spellings stand for one token.
      if (sealed.length != SIZE || !TEXT.encodeToString(sealed).equals(token)) {
        throw unreadable();
      }
      byte[] nonce = Arrays.copyOf(sealed, NONCE);
      ByteBuffer plain =
          ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, SIZE - NONCE));
      byte[] text = new byte[plain.getShort()];
      plain.get(text);
      return new String(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | GeneralSecurityException changed) {
      throw unreadable();
    }
  }

  /** The one refusal for whatever is wrong with a token: it must not help to guess. */
  static Refused unreadable() {
    return new Refused(
        "mystery",
        "nothing that this server can open",
        "a token sealed with its key, whole and unchanged");
  }

  /** 32 bytes that only the key's owner can work out, for one purpose. */
  public byte[] mac(String purpose, String text) {
    return hmac(hmac(master, bytes("deltascope " + purpose)), bytes(text));
  }

  /** A number that only the key's owner can work out. */
  public long number(String purpose, String text) {
    return ByteBuffer.wrap(mac(purpose, text)).getLong();
  }

  /** What opens this token before it is solved: for its instructor. */
  public String revealKey(String token) {
    return TEXT.encodeToString(Arrays.copyOf(mac("reveal 1", token), 15));
  }

  /** Whether that is the token's reveal key; how long this takes says nothing. */
  public boolean reveals(String token, String said) {
    return MessageDigest.isEqual(bytes(revealKey(token)), bytes(said));
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(hmac(master, bytes("deltascope seal 1")), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
    cipher.updateAAD(PURPOSE);
    return cipher;
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Loaded when the first case is sealed: a start need not wait for it. */
  private static final class Chance {
    static final SecureRandom SOURCE = new SecureRandom();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
