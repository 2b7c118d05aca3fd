package deltascope.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A download in a process of its own: from where, and to which folder. */
final class KilledDownload {
  private KilledDownload() {}

  public static void main(String[] arguments) throws IOException {
    new Download(List.of(URI.create(arguments[0])), List.of(DownloadTest.FILE), 60_000)
        .into(Path.of(arguments[1]), (file, bytes, total) -> {});
  }
}
