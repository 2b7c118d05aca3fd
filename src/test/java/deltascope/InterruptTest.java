package deltascope;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptTest {
  @Test
  @Timeout(60)
  void itWaitsForTheLastWordAndNotForTheThread() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Interrupt[] interrupt = new Interrupt[1];
    Thread works =
        new Thread(
            () -> {
              try (Interrupt own = Interrupt.of(Thread.currentThread(), Duration.ofDays(1))) {
                interrupt[0] = own;
                begun.countDown();
                new CountDownLatch(1).await();
              } catch (InterruptedException stopped) {
                // As one does that waits in System.exit.
                uninterrupted(end);
              }
            });
    works.start();
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    interrupt[0].stop();
    assertTrue(works.isAlive());
    end.countDown();
    works.join();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void whatEndsWhileTheProgramDoesSaysNothingOfIt() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Ending.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String said = String.join(" ", lines.lines().toList());
      assertTrue(said.contains("closed"), said);
      assertFalse(said.contains("Exception"), said);
    }
    process.waitFor();
  }

  /** Ends a program that is ending. */
  static final class Ending {
    public static void main(String[] arguments) {
      Interrupt interrupt = Interrupt.of(new Thread(), Duration.ZERO);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    interrupt.close();
                    System.out.println("closed");
                  }));
    }
  }
}
