package deltascope.web.train;

import java.time.Duration;

/**
 * How much of it there may be.
 *
 * @param places trainings that run at a time
 * @param waiting trainings that wait or are paused, in all
 * @param waitingEach the same of one client
 * @param paused of them, those that are paused: each keeps its weights
 * @param finished trainings remembered after their end
 * @param grace how long a training goes on when nobody listens
 */
public record Limits(
    int places, int waiting, int waitingEach, int paused, int finished, Duration grace) {
  /** Two side by side at least, and half of the processors left to those who step. */
  public static Limits usual() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Limits(Math.max(2, processors / 2), 200, 12, 8, 64, Duration.ofSeconds(15));
  }
}
