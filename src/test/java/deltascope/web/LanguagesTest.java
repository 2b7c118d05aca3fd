package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page is in the language of its address, else in the browser's; a program reads English. */
class LanguagesTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/step?data=made, '', en",
    "/step?data=made&lang=de, '', de",
    "/step?data=made&lang=xx, '', en",
    "/step?data=made, 'de-AT,en;q=0.5', de",
    "/step?data=made&lang=en, 'de', en",
    "/bugs, 'de', de",
    "/bugs/error-sign?lang=de, '', de",
    "/stories/momentum, 'de', de",
    "/train?data=made, 'de', de",
    "/compare?data=made, 'de', de",
    "/quiz?lang=de, '', de",
    "/bugs/grid?lang=de, '', de",
    "/mystery?lang=de, '', de",
    "/step?step=99&lang=de, '', de",
    "/nothing-here, 'de', de",
  })
  void aPageSaysItsLanguage(String path, String liked, String language) {
    Asked page =
        liked.isEmpty()
            ? Asked.get(server, path)
            : Asked.get(server, path, "Accept-Language", liked);
    assertTrue(page.text().contains("<html lang=\"" + language + "\""), page.text());
    assertEquals(language, page.header("Content-Language"));
    assertTrue(
        page.response().headers().allValues("Vary").stream()
            .anyMatch(vary -> vary.contains("Accept-Language")),
        "Vary: " + page.header("Vary"));
  }

  @Test
  void whatTheAddressSaysGoesAlongAndWhatTheBrowserLikesIsNotWrittenDown() {
    String said = Asked.get(server, "/step?data=made&lang=de").text();
    assertTrue(said.contains("href=\"/bugs?lang=de\""), said);
    assertTrue(said.contains("href=\"/?lang=de\""), said);
    String liked = Asked.get(server, "/step?data=made", "Accept-Language", "de").text();
    assertFalse(liked.contains("lang=de"), liked);
  }

  @Test
  void aSwitchLeadsToTheSamePageInTheOtherLanguage() {
    String english = Asked.get(server, "/step?data=made&step=12").text();
    assertTrue(
        english.contains(
            "href=\"/step?data=made&amp;step=12&amp;lang=de\" hreflang=\"de\" lang=\"de\""),
        english);
    String german = Asked.get(server, "/step?data=made&step=12&lang=de").text();
    assertTrue(
        german.contains(
            "href=\"/step?data=made&amp;step=12&amp;lang=en\" hreflang=\"en\" lang=\"en\""),
        german);
  }

  @Test
  void programsAreAnsweredInEnglish() {
    Asked refusal = Asked.get(server, "/api/trace?eta=much", "Accept-Language", "de");
    assertEquals(Asked.get(server, "/api/trace?eta=much").text(), refusal.text());
    assertEquals("", refusal.header("Content-Language"));
  }
}
