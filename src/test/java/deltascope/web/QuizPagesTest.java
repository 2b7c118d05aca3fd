package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Bug;
import deltascope.bugs.LooksWrong;
import deltascope.bugs.Quiz;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quiz and the cards over HTTP: nothing told before the answer, everything after it. */
class QuizPagesTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    Asked asked = Asked.get(server, path);
    assertEquals(200, asked.status(), path);
    return asked.text().replace("&#39;", "'").replace("&quot;", "\"");
  }

  @Test
  void noQuestionGivesItsAnswerAway() {
    for (int seed = 0; seed < 4; seed++) {
      List<Quiz.Question> questions = Quiz.of(seed);
      for (int n = 1; n <= Quiz.QUESTIONS; n++) {
        String asked = page("/quiz?seed=" + seed + "&question=" + n);
        String main = asked.substring(asked.indexOf("<main"), asked.indexOf("</main>"));
        Bug bug = questions.get(n - 1).bug();
        assertFalse(main.contains("struck") || main.contains("fresh"), main);
        assertFalse(main.contains("bugs="), main);
        if (bug != null) {
          assertFalse(main.contains(bug.title()) || main.contains(bug.id()), bug.id());
        } else {
          assertFalse(main.contains("looks-wrong"), main);
        }
      }
    }
  }

  @Test
  void anAnswerIsGradedAndTheScoreGoesAlong() {
    List<Quiz.Question> questions = Quiz.of(3);
    for (int n = 1; n <= Quiz.QUESTIONS; n++) {
      Bug bug = questions.get(n - 1).bug();
      for (String answer : List.of("yes", "no")) {
        boolean right = answer.equals("yes") == (bug != null);
        String page = page("/quiz?seed=3&question=" + n + "&right=0&answer=" + answer);
        assertTrue(
            page.contains(right ? "mark pass" : "mark fail"), questions.get(n - 1).toString());
        assertTrue(page.contains("right=" + (right ? 1 : 0)), page);
        assertTrue(page.contains("question=" + (n + 1)));
        assertTrue(
            page.contains(bug == null ? questions.get(n - 1).card().right() : bug.card().reason()));
      }
    }
  }

  @Test
  void theEndCountsAndOffersOthers() {
    String end = page("/quiz?seed=3&question=11&right=7");
    assertTrue(end.contains("7 of 10 right"));
    assertTrue(end.contains("/quiz?seed=4"));
    assertTrue(page("/quiz?seed=3&question=11&right=10").contains("Not one bug missed"));
  }

  @Test
  void everyCardIsListedAndShownAtItsStep() {
    String list = page("/bugs/looks-wrong");
    for (LooksWrong card : LooksWrong.all()) {
      String path = "/bugs/looks-wrong/" + card.id();
      assertTrue(list.contains("href=\"" + path + "\""));
      String asked = page(path);
      assertTrue(asked.contains(card.looks()), card.id());
      assertFalse(asked.contains(card.right()), card.id());
      assertTrue(asked.contains("step=" + card.step() + "\""), card.id());
      assertTrue(page(path + "?answer=yes").contains(card.right()));
      assertTrue(page(path + "?answer=no").contains("mark pass"));
    }
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    for (String query :
        List.of(
            "question=0", "question=12", "question=2&right=2", "answer=maybe", "seed=x", "a=b")) {
      assertEquals(400, Asked.get(server, "/quiz?" + query).status(), query);
    }
    assertEquals(400, Asked.get(server, "/bugs/looks-wrong/none").status());
    assertEquals(400, Asked.get(server, "/bugs/looks-wrong?answer=no").status());
  }
}
