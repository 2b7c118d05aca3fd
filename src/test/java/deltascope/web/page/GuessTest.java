package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltascope.math.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said of a number, and whether it is right. */
class GuessTest {
  /** Written by hand: a tenth of the value, or a two-hundredth of the largest of the matrix. */
  @ParameterizedTest
  @CsvSource({
    "n, -0.001, 1, true",
    "n, 0, 1, false",
    "n, 0.2, 1, false",
    "p, 1e-300, 1, true",
    "p, -0.0, 1, false",
    "z, -0.0, 1, true",
    "z, 1e-300, 1, false",
    "s1, 0, 1, true",
    "s1, -0.0105, 1, true",
    "s1, 0.0115, 1, false",
    "s2, 0.0095, 1, true",
    "s2, 0.0085, 1, false",
    "s3, -0.5, 1, true",
    "s3, 1.05, 2, true",
    "s3, 1.15, 2, false",
    "s4, 1.15, 2, true",
    "s5, 9.5, 10, true",
    "s5, 8.5, 10, false",
    "s5, -123456, 123456, true",
    "v0.41, 0.42, 1, true",
    "v0.41, 0.5, 1, false",
    "v-0.41, 0.41, 1, false",
    "v0.455, 0.5, 1, true",
    "v0.445, 0.5, 1, false",
    "v0.004, 0, 1, true",
    "v0.006, 0, 1, false",
    "v0, 0, 0, true",
    "v0.0001, 0, 0, false",
    "x, 0, 1, false",
  })
  void aGuessIsRightWithinItsInterval(String code, double value, double largest, boolean right) {
    assertEquals(right, Guess.read(code).right(value, largest));
  }

  @ParameterizedTest
  @CsvSource({
    "−0.41, -0.41",
    "'0,5', 0.5",
    ".5, 0.5",
    "3., 3",
    "+2, 2",
    "3E-4, 3e-4",
    "−1e2, -100",
  })
  void aNumberIsReadAsItIsTyped(String typed, double number) {
    assertEquals(number, Guess.number(typed).number());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678.1234567",
        "0.1234567890123456",
        "-123456789.12345678",
        ".12345678901234567",
        "1e-99",
        ".000000000001e-99",
        "-2.2250738585072014e-9",
        "999999999.9999999"
      })
  void aNumberThatWasTypedIsReadAgainFromTheAddress(String typed) {
    Guess guess = Guess.number(typed);
    assertEquals(guess, Guess.read(guess.code()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 2", "NaN", "Infinity", "1e10", "0x1p3", "1d", "--1", "1e999"})
  void whatIsNoNumberIsRefused(String typed) {
    assertEquals("guess", assertThrows(Refused.class, () -> Guess.number(typed)).parameter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0p", "0n,1z,2p,3s1,4s5,5v-0.41,6v3.0e-4,7v1234567,8x,23v1.0e-7"})
  void whatWasSaidStandsInTheAddressAndIsReadAgain(String text) {
    assertEquals(text, guesses(text).text());
  }

  private static Guesses guesses(String text) {
    return Guesses.of(Address.of(Map.of("guesses", text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p", "3", "3q", "3s0", "3s6", "3v", "3vx", "3pp", "3p,", ",3p", "12345p", "-1p", "3a\nb",
        "3\n", "3p\n"
      })
  void whatNobodySaidIsRefused(String text) {
    assertEquals("guesses", assertThrows(Refused.class, () -> guesses(text)).parameter());
  }

  @Test
  void moreThanAPassCouldHoldIsRefused() {
    assertThrows(Refused.class, () -> guesses("1p,".repeat(2_000) + "1p"));
  }

  /** Another digit or another bug is another pass; another theme is not. */
  @Test
  void whatWasSaidIsLeftBehindWithItsPass() {
    Address said = Address.of(Map.of("sample", "1", "bugs", "error-sign", "guesses", "3p"));
    assertEquals("3p", said.with("theme", "dark").get("guesses"));
    assertEquals("3p", said.with("sample", 1).get("guesses"));
    assertEquals("3p", said.without("view", "seed").get("guesses"));
    assertEquals(null, said.with("sample", 2).get("guesses"));
    assertEquals(null, said.with("seed", 2).get("guesses"));
    assertEquals(null, said.without("bugs").get("guesses"));
  }
}
