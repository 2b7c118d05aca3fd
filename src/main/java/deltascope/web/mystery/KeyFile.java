package deltascope.web.mystery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The file with the key that seals cases: 32 random bytes that only their owner may read. */
public final class KeyFile {
  /** Bytes of a key. */
  public static final int SIZE = 32;

  /** The environment's variable for the server's own folder. */
  public static final String VARIABLE = "DELTASCOPE_HOME";

  private static final String NAME = "mystery.key";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeyFile() {}

  /** There is no key to work with; the message says why, and what to do. */
  public static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String sentence) {
      super(sentence);
    }
  }

  /**
   * Where the key is: the file named, else {@code mystery.key} in the folder named, in that of
   * {@link #VARIABLE}, or in {@code .deltascope} of the user's own.
   */
  public static Path place(String file, String home, Map<String, String> environment) {
    if (!file.isEmpty()) {
      return Path.of(file);
    }
    String said = home.isEmpty() ? environment.getOrDefault(VARIABLE, "") : home;
    Path folder =
        said.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".deltascope")
            : Path.of(said);
    return folder.resolve(NAME);
  }

  /**
   * The key in that file, which is made when there is none. Whoever is stopped while making it
   * leaves no half of one, and of several who make it at once all get the same.
   */
  public static byte[] load(Path file) throws UnusableException {
    try {
      if (!Files.exists(file)) {
        create(file.toAbsolutePath());
      }
      return read(file);
    } catch (IOException failed) {
      throw new UnusableException("%s cannot be read or made: %s".formatted(file, reason(failed)));
    }
  }

  private static String reason(IOException failed) {
    return failed instanceof NoSuchFileException
        ? "its folder is not there"
        : failed.getClass().getSimpleName().replace("Exception", "");
  }

  private static byte[] read(Path file) throws IOException, UnusableException {
    if (posix(file)) {
      Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
      if (!OWNERS.containsAll(given)) {
        throw new UnusableException(
            "%s is open to others (%s), and a key must not be: chmod 600 %s"
                .formatted(file, PosixFilePermissions.toString(given), file));
      }
    }
    long size = Files.size(file);
    if (size != SIZE) {
      throw new UnusableException(
          "%s has %d bytes, and a key has %d: move it away, and the next start makes a new one"
              .formatted(file, size, SIZE));
    }
    return Files.readAllBytes(file);
  }

  private static void create(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder, posix ? only("rwx------") : anyone());
    Path whole = Files.createTempFile(folder, NAME, ".new", posix ? only("rw-------") : anyone());
    try {
      byte[] key = new byte[SIZE];
      new SecureRandom().nextBytes(key);
      try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(key));
        out.force(true);
      }
      putInPlace(whole, file);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** A link is made or refused in one go: who comes second takes the key of who came first. */
  private static void putInPlace(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException second) {
      return;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(whole, file);
    }
  }

  private static boolean posix(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix");
  }

  private static FileAttribute<?>[] only(String permissions) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private static FileAttribute<?>[] anyone() {
    return new FileAttribute<?>[0];
  }
}
