package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of the seals: made once, read by its owner alone. */
class KeyFileTest {
  @TempDir private Path folder;

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  @Test
  void itIsMadeAtTheFirstStartAndStays() throws Exception {
    Path file = folder.resolve("home/of/its/own/mystery.key");
    byte[] key = KeyFile.load(file);
    assertEquals(KeyFile.SIZE, key.length);
    assertFalse(Arrays.equals(new byte[KeyFile.SIZE], key));
    assertArrayEquals(key, KeyFile.load(file));
    assertFalse(Arrays.equals(key, KeyFile.load(folder.resolve("another.key"))));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    assumeTrue(posix());
    Path file = folder.resolve("own/mystery.key");
    KeyFile.load(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws Exception {
    assumeTrue(posix());
    Path file = folder.resolve("mystery.key");
    KeyFile.load(file);
    for (String open : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      KeyFile.UnusableException refused =
          assertThrows(KeyFile.UnusableException.class, () -> KeyFile.load(file));
      assertEquals(
          "%s is open to others (%s), and a key must not be: chmod 600 %s"
              .formatted(file, open, file),
          refused.getMessage());
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertEquals(KeyFile.SIZE, KeyFile.load(file).length);
  }

  @Test
  void aKeyOfAnotherSizeIsRefused() throws Exception {
    Path file = folder.resolve("mystery.key");
    for (int size : new int[] {0, 31, 33}) {
      Files.deleteIfExists(file);
      KeyFile.load(file);
      Files.write(file, new byte[size]);
      KeyFile.UnusableException refused =
          assertThrows(KeyFile.UnusableException.class, () -> KeyFile.load(file));
      assertTrue(refused.getMessage().contains(size + " bytes, and a key has 32"));
    }
  }

  @Test
  void whereNoneCanBeMadeThatIsSaid() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    Path file = notAFolder.resolve("mystery.key");
    KeyFile.UnusableException refused =
        assertThrows(KeyFile.UnusableException.class, () -> KeyFile.load(file));
    assertTrue(refused.getMessage().startsWith(file + " cannot be read or made: "));
  }

  @Test
  void ofManyWhoStartAtOnceAllHaveOneKey() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path file = folder.resolve("round" + round + "/mystery.key");
      Set<String> keys = new HashSet<>();
      for (Future<byte[]> key : atOnce(8, () -> KeyFile.load(file))) {
        keys.add(Arrays.toString(key.get()));
      }
      assertEquals(1, keys.size());
      try (Stream<Path> left = Files.list(file.getParent())) {
        assertEquals(List.of(file), left.toList(), "nothing is left lying about");
      }
    }
  }

  private static List<Future<byte[]>> atOnce(int count, Callable<byte[]> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CyclicBarrier start = new CyclicBarrier(count);
    try {
      List<Callable<byte[]>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tasks.add(
            () -> {
              start.await();
              return task.call();
            });
      }
      return threads.invokeAll(tasks);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whoWasKilledWhileMakingOneLeavesNoHalfKey() throws Exception {
    // What such a one leaves: a file beside it, of whatever length.
    Files.createDirectories(folder);
    Files.write(folder.resolve("mystery.key123.new"), new byte[7]);
    assertEquals(KeyFile.SIZE, KeyFile.load(folder.resolve("mystery.key")).length);
  }

  @Test
  void itsPlaceIsTheFileElseTheFolderElseTheEnvironmentElseTheUsersOwn() {
    Map<String, String> environment = Map.of(KeyFile.VARIABLE, "env");
    assertEquals(Path.of("key"), KeyFile.place("key", "home", environment));
    assertEquals(Path.of("home", "mystery.key"), KeyFile.place("", "home", environment));
    assertEquals(Path.of("env", "mystery.key"), KeyFile.place("", "", environment));
    assertEquals(
        Path.of(System.getProperty("user.home"), ".deltascope", "mystery.key"),
        KeyFile.place("", "", Map.of()));
  }
}
