package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.lessons.Lesson;
import deltascope.lessons.LessonFiles;
import deltascope.lessons.Lessons;
import deltascope.lessons.PlainNumbers;
import deltascope.lessons.SampleLessons;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AheadTest {
  @Test
  void afterEachNumberOfALessonItGivesWay() throws InterruptedException {
    Lesson lesson = Lessons.of(LessonFiles.in(SampleLessons.FOLDER)).readable().get(0);
    assertFalse(lesson.values().isEmpty());
    CountDownLatch pieces = new CountDownLatch(lesson.values().size());
    new Ahead(new PlainNumbers(), worked -> pieces.countDown()).compute(lesson);
    assertTrue(pieces.await(2, TimeUnit.MINUTES));
  }
}
