package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import deltascope.network.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The questions of the quiz: fair, mixed, and the same for the same seed. */
class QuizTest {
  @Test
  void aSeedGivesTheSameQuestionsAndAnotherOneOthers() {
    assertEquals(Quiz.of(5), Quiz.of(5));
    assertNotEquals(Quiz.of(5), Quiz.of(6));
  }

  @Test
  void halfOfThemAreBugsAndNoneComesTwice() {
    Set<List<Boolean>> orders = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      List<Quiz.Question> questions = Quiz.of(seed);
      assertEquals(Quiz.QUESTIONS, questions.size());
      assertEquals(5, questions.stream().filter(q -> q.bug() != null).count());
      Set<Object> met = new HashSet<>();
      questions.forEach(q -> met.add(q.bug() == null ? q.card() : q.bug().id()));
      assertEquals(Quiz.QUESTIONS, met.size());
      orders.add(questions.stream().map(q -> q.bug() != null).toList());
    }
    assertTrue(orders.size() > 30, "orders of yes and no: " + orders.size());
  }

  @Test
  void aBugThatIsAskedForDoesHarmAndItsLineIsNotTheTextbooks() {
    LongStream.range(0, 40)
        .mapToObj(Quiz::of)
        .flatMap(List::stream)
        .forEach(
            question -> {
              assertTrue(question.scenario().variations().isEmpty());
              if (question.bug() == null) {
                assertNotNull(question.card());
                assertNull(question.change());
                return;
              }
              assertNotEquals(Severity.HARMLESS, question.bug().card().severity());
              Change change = Objects.requireNonNull(question.change());
              assertNotEquals(
                  change.line().formula().latex(), change.line().textbookFormula().latex());
            });
  }

  @Test
  void everyBugAndEveryCardHasItsTurn() {
    Set<Object> bugs = new HashSet<>();
    Set<Object> cards = new HashSet<>();
    LongStream.range(0, 200)
        .mapToObj(Quiz::of)
        .flatMap(List::stream)
        .forEach(
            q -> (q.bug() == null ? cards : bugs).add(q.bug() == null ? q.card() : q.bug().id()));
    assertEquals(LooksWrong.all().size(), cards.size());
    assertTrue(bugs.size() > 15, bugs.toString());
  }

  @Test
  void aCardIsFoundByItsNameAndItsAddressIsRead() {
    LooksWrong card = LooksWrong.of("no-two-with-one-half");
    assertEquals(9, card.step());
    assertEquals(java.util.Map.of("cost", "half-squared-error"), card.parameters());
    assertThrows(Refused.class, () -> LooksWrong.of("no-such-card"));
  }
}
