package deltascope.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.function.LongConsumer;

/** One address fetched over HTTP: redirects are followed, and silence ends it. */
final class Transfer {
  private static final int HOPS = 5;
  private static final int PIECE = 1 << 14;

  private final int patience;

  /**
   * @param patience milliseconds without a byte, or without an answer, after which to give up
   */
  Transfer(int patience) {
    this.patience = patience;
  }

  /**
   * Copies what stands at an address.
   *
   * @param most bytes after which it cannot be what was asked for
   * @param progress told how many bytes have come, after every piece
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException saying what went wrong
   */
  void copy(URI address, long most, OutputStream to, LongConsumer progress) throws IOException {
    HttpURLConnection connection = open(address);
    try (InputStream in = connection.getInputStream()) {
      long length = connection.getContentLengthLong();
      long bytes = 0;
      byte[] piece = new byte[PIECE];
      for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("the download was cancelled");
        }
        bytes += got;
        if (bytes > most) {
          throw new IOException("more than the " + most + " bytes expected");
        }
        to.write(piece, 0, got);
        progress.accept(bytes);
      }
      if (length >= 0 && bytes < length) {
        throw new IOException("broke off after " + bytes + " of " + length + " bytes");
      }
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(URI address) throws IOException {
    URL next = address.toURL();
    for (int hop = 0; hop <= HOPS; hop++) {
      HttpURLConnection connection = connect(next);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK) {
        return connection;
      }
      String location = connection.getHeaderField("Location");
      connection.disconnect();
      if (status / 100 != 3 || location == null) {
        throw new IOException("answered " + status);
      }
      next = new URL(next, location);
    }
    throw new IOException("more than " + HOPS + " redirects");
  }

  private HttpURLConnection connect(URL address) throws IOException {
    URLConnection connection = address.openConnection();
    if (!(connection instanceof HttpURLConnection http)) {
      throw new IOException("led to " + address.getProtocol() + ", expected http or https");
    }
    http.setInstanceFollowRedirects(false); // the JDK's own stop where http turns into https
    http.setConnectTimeout(patience);
    http.setReadTimeout(patience);
    http.setUseCaches(false);
    return http;
  }
}
