package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any number of servers give the same answers: two of them with one key, asked in turn. */
class ManyServersTest {
  private static final String NAME = "class.example";

  @TempDir private static Path folder;

  private static Running one;
  private static Running other;
  private static final List<String> walk = new ArrayList<>(Answers.WALK);

  @BeforeAll
  static void start() throws IOException {
    one = server();
    other = server();
    for (int seed = 1; seed <= 2; seed++) {
      String token = Answers.mystery(address(seed == 1 ? one : other), seed);
      walk.add("/step?step=5&walked=yes&mystery=" + token);
      walk.add("/step/sections?walked=yes&mystery=" + token);
      walk.add("/mystery/answer?step=3&walked=yes&mystery=" + token);
      walk.add("/api/trace?mystery=" + token);
    }
  }

  /** Each a process of its own: what differs from one JVM to the next has to show. */
  private static Running server() throws IOException {
    String key = folder.resolve("key").toString();
    return Running.start(folder.resolve("home"), "--key-file", key, "--name", NAME);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    one.close();
    other.close();
  }

  private static String address(Running server) {
    return "http://localhost:" + server.port();
  }

  @Test
  void twoServersWithOneKeyGiveTheSameAnswersByteForByte() {
    for (String path : walk) {
      String answer = Answers.of(address(one), path);
      assertTrue(answer.startsWith("200 "), path + ": " + answer.lines().findFirst());
      assertEquals(answer, Answers.of(address(other), path), path);
    }
  }

  @Test
  void behindABalancerNobodyCanTellWhichServerAnswers() throws Exception {
    String nginx = nginx();
    assumeTrue(!nginx.isEmpty(), "nginx is not here: two servers behind it are not tried");
    int port = freePort();
    Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port));
    Path says = folder.resolve("nginx.log");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process process =
        new ProcessBuilder(nginx, "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();
    try {
      untilItListens(process, says, port);
      String balancer = "http://localhost:" + port;
      for (String path : walk) {
        String answer = Answers.of(address(one), path);
        assertEquals(answer, Answers.of(balancer, path), path);
        assertEquals(answer, Answers.of(balancer, path), path + ", from the other server");
      }
      assertEquals(
          Set.of("127.0.0.1:" + one.port(), "127.0.0.1:" + other.port()),
          Set.copyOf(Files.readAllLines(folder.resolve("asked.log"))),
          "both have answered");
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  private static String configuration(int port) {
    return """
        daemon off;
        pid nginx.pid;
        error_log stderr;
        events {}
        http {
          log_format upstream '$upstream_addr';
          access_log asked.log upstream;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          upstream deltascope {
            server 127.0.0.1:%d;
            server 127.0.0.1:%d;
          }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://deltascope;
              proxy_set_header Host %s;
              proxy_set_header X-Forwarded-For $remote_addr;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
        .formatted(one.port(), other.port(), port, NAME);
  }

  private static String nginx() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(path -> Path.of(path, "nginx"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Its own file with its number is there when it listens. */
  private static void untilItListens(Process process, Path says, int port) throws Exception {
    try (var watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(folder.resolve("nginx.pid"))) {
        assertTrue(process.isAlive(), () -> "nginx ended: " + said(says));
        var key = watch.poll(1, TimeUnit.SECONDS);
        if (key != null) {
          key.reset();
        }
      }
    }
  }

  private static String said(Path says) {
    try {
      return Files.readString(says);
    } catch (IOException unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
  }
}
