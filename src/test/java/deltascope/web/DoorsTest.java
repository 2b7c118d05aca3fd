package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.web.limits.Bounds;
import deltascope.web.limits.Courtesy;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorsTest {
  private static final long AN_HOUR = Duration.ofHours(1).toNanos();

  @Test
  void aNetworkIsLargeByItsWeights() {
    assertFalse(Doors.isLarge(null));
    assertFalse(Doors.isLarge("784-128-64-10"));
    assertTrue(Doors.isLarge("784-1024-1024-10"));
    assertFalse(Doors.isLarge("none"));
    assertFalse(Doors.isLarge("99999-99999"));
  }

  /** A class steps through some hundred samples; a walk to the last takes minutes. */
  @ParameterizedTest
  @CsvSource({
    "/step, true",
    "/step?sample=299, true",
    "/step?sample=999&batch=1, true",
    "/step?sample=1000, false",
    "/step?sample=59999&batch=1, false",
    "/step?sample=59999&learn=no, true",
    "/step?sample=59999&learn=yes, false",
    "/step?sample=00000000059999, false",
    "/step?sample=5&epochs=3, false",
    "/step?batches=3&learn=no, false",
    "/step?mystery=sealed, false",
    "/compare?sample=3, true",
    "/compare/sections, true",
    "/compare/first, false",
    "/api/tensor.npy?sample=3, true",
    "/checks, false",
    "/worksheet, false"
  })
  void aPageIsBriefWhereItsWalkIsShort(String address, boolean brief) {
    URI uri = URI.create(address);
    Map<String, String> parameters = new HashMap<>();
    if (uri.getQuery() != null) {
      for (String pair : uri.getQuery().split("&")) {
        parameters.put(pair.split("=")[0], pair.split("=")[1]);
      }
    }
    assertEquals(brief, Doors.isBrief(uri.getPath(), parameters::get));
  }

  /** Work that takes long asks the courtesy between its pieces, here while a request is inside. */
  @Test
  void workGivesWayToPagesAndNotToBodies() throws Exception {
    Courtesy courtesy = new Courtesy();
    CompletableFuture<Boolean> servedBefore = new CompletableFuture<>();
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  Doors.addTo(config, Bounds.usual(), courtesy);
                  config.routes.post("/body", ctx -> courtesy.giveWay(AN_HOUR));
                  config.routes.get("/page", ctx -> page(courtesy, servedBefore));
                })
            .start("127.0.0.1", 0);
    try {
      URI address = URI.create("http://127.0.0.1:" + server.port());
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest.Builder body = HttpRequest.newBuilder(address.resolve("/body"));
      body.POST(BodyPublishers.ofString("text")).timeout(Duration.ofMinutes(1));
      assertEquals(200, client.send(body.build(), BodyHandlers.discarding()).statusCode());
      HttpRequest page = HttpRequest.newBuilder(address.resolve("/page")).build();
      assertEquals(200, client.send(page, BodyHandlers.discarding()).statusCode());
      assertTrue(servedBefore.join());
    } finally {
      server.stop();
    }
  }

  private static void page(Courtesy courtesy, CompletableFuture<Boolean> servedBefore)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean served = new AtomicBoolean();
    new Thread(
            () -> {
              begun.countDown();
              courtesy.giveWay(AN_HOUR);
              servedBefore.complete(served.get());
            })
        .start();
    begun.await();
    served.set(true);
  }
}
