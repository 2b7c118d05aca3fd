package deltascope.web;

import deltascope.math.Refused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param data where MNIST's files are; null looks in the usual places
 */
public record ServerOptions(String host, int port, @Nullable Path data) {
  /** This machine only: nobody else on the network sees the page unless told so. */
  public static final String LOOPBACK = "127.0.0.1";

  public static final ServerOptions DEFAULT = new ServerOptions(LOOPBACK, 7070, null);

  public ServerOptions {
    if (port < 0 || port > 65535) {
      throw new Refused("port", port, "0…65535");
    }
  }

  /** Any free port of this machine, as tests like it. */
  public static ServerOptions anyPort() {
    return new ServerOptions(LOOPBACK, 0, null);
  }
}
