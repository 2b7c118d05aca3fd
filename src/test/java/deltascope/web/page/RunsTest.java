package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Up to six runs in one address. */
class RunsTest {
  private static Runs of(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return Runs.of(Address.of(parameters));
  }

  @Test
  void withoutRunsTheTextbookStandsBesideThePagesBugs() {
    Runs runs = of("net=16-10&bugs=error-sign,zero-init");
    assertEquals(List.of(Map.of(), Map.of("bugs", "error-sign,zero-init")), runs.own());
    assertEquals("/train?net=16-10&runs=plain/bugs=error-sign,zero-init", at(runs));
  }

  @Test
  void withoutBugsTheTextbookStandsAloneAndTheAddressNeedNotSaySo() {
    Runs runs = of("net=16-10");
    assertEquals(List.of(Map.of()), runs.own());
    assertEquals("/train?net=16-10", at(runs));
  }

  @Test
  void aRunHasWhatAllShareAndWhatIsItsOwn() {
    Runs runs = of("eta=0.5&net=16-10&runs=plain/bugs=error-sign;eta=0.01/net=16-4-10");
    assertEquals(Map.of("eta", "0.5", "net", "16-10"), runs.parameters(0));
    assertEquals(Map.of("eta", "0.01", "net", "16-10", "bugs", "error-sign"), runs.parameters(1));
    assertEquals(Map.of("eta", "0.5", "net", "16-4-10"), runs.parameters(2));
    assertEquals(Set.of("eta", "net"), runs.differing());
  }

  @Test
  void thePagesBugsAreThoseOfRunsThatNameNone() {
    Runs runs = of("bugs=zero-init&runs=plain/bugs=/bugs=error-sign");
    assertEquals(
        List.of(Map.of("bugs", "zero-init"), Map.of(), Map.of("bugs", "error-sign")), runs.own());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/train?runs=plain/plain",
        "/train?runs=bugs=error-sign",
        "/train?eta=0.2&runs=bugs=error-sign;net=16-10;seed=-3/plain/batch=7;limit=500",
        "/train?theme=dark&runs=activation=relu;output=softmax;cost=cross-entropy;init=he/plain"
      })
  void anAddressIsReadAsItWasWritten(String address) {
    assertEquals(address, at(of(address.substring("/train?".length()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs=plain/plain/plain/plain/plain/plain/plain | 7 runs | at most 6",
        "runs=plain/ | '' | each plain or name=value",
        "runs=error-sign | error-sign | each plain or name=value",
        "runs=plain;eta=1 | plain;eta=1 | the names among bugs, net,",
        "runs=epochs=3 | epochs=3 | the names among",
        "runs=mystery=x | mystery=x | the names among",
        "runs=eta=1;eta=2 | eta twice in a run | one value of each"
      })
  void whatIsNotWrittenSoIsRefused(String query, String value, String range) {
    Refused refused = assertThrows(Refused.class, () -> of(query));
    assertEquals("runs", refused.parameter());
    assertEquals(value, refused.value());
    assertTrue(refused.range().contains(range), refused.range());
  }

  @Test
  void runsAreAddedChangedAndTakenAwayUpToSix() {
    Runs runs = of("net=16-10");
    for (int n = 1; n < Runs.MOST; n++) {
      assertTrue(runs.mayGrow());
      runs = runs.and(Map.of("seed", Integer.toString(n)));
    }
    assertFalse(runs.mayGrow());
    runs = runs.without(4).without(3).without(2).without(0);
    runs = runs.with(0, "bugs", "error-sign").with(0, "seed", null).with(1, "eta", " ");
    assertEquals("/train?net=16-10&runs=bugs=error-sign/seed=5", at(runs));
  }

  private static String at(Runs runs) {
    return runs.address().at("/train");
  }
}
