package deltascope.web.limits;

import java.time.Duration;

/**
 * How much a server takes on at a time, and how long it waits for a client.
 *
 * @param connections that are open at a time; the next is accepted when one has ended
 * @param idle after which a connection ends on which nothing comes, or nothing is taken
 * @param head in which a request's first line and headers have to be there
 * @param body in which a body has to be there
 * @param threadsEach requests of one address that are worked on, or wait for the work, at a time
 * @param working requests of all that are worked on at a time
 * @param brief the same of those that take milliseconds
 * @param waiting requests that wait for either
 * @param patience how long they wait
 * @param streams answers that are told as they go, in all
 * @param streamsEach and of one address
 */
public record Bounds(
    int connections,
    Duration idle,
    Duration head,
    Duration body,
    int threadsEach,
    int working,
    int brief,
    int waiting,
    Duration patience,
    int streams,
    int streamsEach) {
  /**
   * Enough for some classes. A whole class may come from one address, behind one router: an address
   * cannot take all, but most.
   */
  public static Bounds usual() {
    return new Bounds(
        8_000,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        36,
        48,
        2 * Runtime.getRuntime().availableProcessors(),
        150,
        Duration.ofSeconds(10),
        3_000,
        2_000);
  }
}
