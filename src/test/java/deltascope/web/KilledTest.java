package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.web.mystery.KeyFile;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed, as by {@code kill -9}, and started again. */
class KilledTest {
  @TempDir private Path home;

  @Test
  void whoIsKilledWhileMakingTheKeyLeavesNoBrokenOne() throws Exception {
    Path key = home.resolve("mystery.key");
    try (WatchService watch = home.getFileSystem().newWatchService()) {
      home.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process process = Running.begin("deltascope.Main", home);
      assertNotNull(watch.poll(60, TimeUnit.SECONDS), "it has begun to make it");
      process.destroyForcibly().waitFor();
    }
    assertTrue(!Files.exists(key) || Files.size(key) == KeyFile.SIZE, "whole or not at all");
    assertEquals(KeyFile.SIZE, KeyFile.load(key).length);
  }

  @Test
  void whoIsKilledWhileTrainingAnswersToOldAddressesAlikeAfterwards() throws Exception {
    List<String> walk = new ArrayList<>(Answers.WALK);
    List<String> before = new ArrayList<>();
    try (Running server = Running.start(home)) {
      String address = "http://localhost:" + server.port();
      String token = Answers.mystery(address, 7);
      walk.add("/step?step=5&mystery=" + token);
      walk.add("/api/trace?mystery=" + token);
      for (String path : walk) {
        before.add(Answers.of(address, path));
      }
      try (Socket socket = new Socket("localhost", server.port())) {
        String training = "GET /api/train?data=made&net=784-30-10&epochs=100 HTTP/1.1\r\n";
        String head = "Host: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write((training + head).getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertEquals("HTTP/1.1 200", new String(in.readNBytes(12), StandardCharsets.US_ASCII));
        server.kill();
      }
    }
    assertTrue(before.get(before.size() - 1).startsWith("200 application/json"));
    try (Running again = Running.start(home)) {
      String address = "http://localhost:" + again.port();
      for (int n = 0; n < walk.size(); n++) {
        assertEquals(before.get(n), Answers.of(address, walk.get(n)), walk.get(n));
      }
    }
  }
}
