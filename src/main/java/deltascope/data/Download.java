package deltascope.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Brings MNIST from a public mirror into a folder. A file appears there only when it is whole and
 * its sum is right; what is there already, whole, is not fetched again. A mirror that fails is
 * passed over for the next.
 */
public final class Download {
  /** Where MNIST is kept for everyone. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://azureopendatastorage.blob.core.windows.net/mnist/"),
          URI.create("https://raw.githubusercontent.com/fgnt/mnist/master/"));

  private static final int PATIENCE = 20_000;

  /** A file that has not grown for so long has been left. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final List<URI> mirrors;
  private final List<MnistFile> files;
  private final Transfer transfer;

  /** Hears how far a download is. */
  public interface Progress {
    /**
     * @param file the one being fetched
     * @param bytes fetched so far, of all files
     * @param total bytes of all files, about
     */
    void at(String file, long bytes, long total);
  }

  /** The four files from the public mirrors. */
  public Download() {
    this(MIRRORS, MnistFile.ALL, PATIENCE);
  }

  /**
   * @param mirrors addresses that end in a slash, the best first
   * @param patience milliseconds of silence after which a mirror is given up
   */
  public Download(List<URI> mirrors, List<MnistFile> files, int patience) {
    this.mirrors = List.copyOf(mirrors);
    this.files = List.copyOf(files);
    this.transfer = new Transfer(patience);
  }

  /**
   * Fetches what is missing into a folder, which is made if it is not there. Interrupting the
   * thread ends it.
   *
   * @throws IOException saying what each mirror said, if none has a whole file
   */
  public void into(Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    sweep(folder);
    long total = files.stream().mapToLong(MnistFile::transfer).sum();
    long done = 0;
    for (MnistFile file : files) {
      long before = done;
      progress.at(file.name(), before, total);
      if (!isWhole(folder.resolve(file.name()), file)) {
        fetch(
            file,
            folder,
            bytes -> progress.at(file.name(), before + Math.min(bytes, file.transfer()), total));
      }
      done += file.transfer();
    }
    progress.at(files.get(files.size() - 1).name(), total, total);
  }

  /** What a killed download left is deleted; nothing is that another is still writing. */
  private void sweep(Path folder) throws IOException {
    Instant old = Instant.now().minus(ABANDONED);
    for (MnistFile file : files) {
      try (DirectoryStream<Path> parts =
          Files.newDirectoryStream(folder, "." + file.name() + ".*.part")) {
        for (Path part : parts) {
          if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
            Files.deleteIfExists(part);
          }
        }
      }
    }
  }

  private static boolean isWhole(Path path, MnistFile file) throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    try {
      Checksum.check(path, file);
      return true;
    } catch (BadFile bad) {
      return false;
    }
  }

  private void fetch(MnistFile file, Path folder, LongConsumer progress) throws IOException {
    List<String> failures = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        fetch(file, mirror.resolve(file.name()), folder, progress);
        return;
      } catch (SocketTimeoutException stalled) {
        failures.add(mirror + ": fell silent");
      } catch (InterruptedIOException cancelled) {
        throw cancelled;
      } catch (UnknownHostException unknown) {
        failures.add(mirror + ": no such host, or no network");
      } catch (BadFile bad) {
        failures.add(mirror + ": found " + bad.found() + ", expected " + bad.expected());
      } catch (IOException failed) {
        failures.add(mirror + ": " + failed.getMessage());
      }
    }
    throw new IOException(
        "No mirror has a whole " + file.name() + ":\n  " + String.join("\n  ", failures));
  }

  private void fetch(MnistFile file, URI address, Path folder, LongConsumer progress)
      throws IOException {
    Path part = Files.createTempFile(folder, "." + file.name() + ".", ".part");
    part.toFile().deleteOnExit(); // should the program be ended meanwhile
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        transfer.copy(address, most(file), out, progress);
      }
      Checksum.check(part, file);
      move(part, folder.resolve(file.name()));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Compressed, a file is never much larger than decompressed. */
  private static long most(MnistFile file) {
    return file.size() + 1024;
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
