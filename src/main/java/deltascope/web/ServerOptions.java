package deltascope.web;

import deltascope.data.Library;
import deltascope.math.Refused;
import java.nio.file.Path;

/**
 * What a server is started with.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param data the folder where MNIST's files are, if they are there
 */
public record ServerOptions(String host, int port, Path data) {
  /** This machine only: nobody else on the network sees the page unless told so. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerOptions {
    if (port < 0 || port > 65535) {
      throw new Refused("port", port, "0…65535");
    }
  }

  /** What {@code ./run} starts without arguments. */
  public static ServerOptions usual() {
    return new ServerOptions(LOOPBACK, 7070, Library.folder("", System.getenv()));
  }

  /** Any free port of this machine. */
  public static ServerOptions anyPort() {
    return new ServerOptions(LOOPBACK, 0, Library.folder("", System.getenv()));
  }
}
