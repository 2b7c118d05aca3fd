package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One measurement at a time, kept while its data is, ended when nobody waits. */
class MeasurementsTest {
  private static Dataset few() {
    Digits digits = Library.made(60);
    return new Dataset("made", "A few", () -> digits, () -> digits);
  }

  @Test
  void whatIsMeasuredIsKept() {
    List<Runnable> begun = new ArrayList<>();
    Measurements measurements = new Measurements(begun::add, System::nanoTime);
    Dataset few = few();
    Dataset other = few();
    assertEquals("none", measurements.state(few).status());
    assertEquals("running", measurements.begin(few, 600).status());
    assertNotNull(measurements.begin(few, 600).grid());
    assertEquals("busy", measurements.begin(other, 600).status());
    assertNull(measurements.state(other).grid());
    assertEquals(1, begun.size());
    begun.get(0).run();
    Measurements.State done = measurements.state(few);
    assertEquals("done", done.status());
    assertSame(done.grid(), measurements.state(few).grid());
    assertEquals("none", measurements.state(other).status());
    assertEquals("running", measurements.begin(few, 600).status());
  }

  @Test
  void whatNobodyWaitsForEndsWithoutAGrid() {
    List<Runnable> begun = new ArrayList<>();
    AtomicLong clock = new AtomicLong();
    Measurements measurements = new Measurements(begun::add, clock::get);
    Dataset few = few();
    measurements.begin(few, 60);
    clock.addAndGet(61_000_000_000L);
    begun.get(0).run();
    assertEquals("none", measurements.state(few).status());
    assertNull(measurements.state(few).grid());
  }
}
