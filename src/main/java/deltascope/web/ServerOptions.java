package deltascope.web;

import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.web.mystery.KeyFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param data the folder where MNIST's files are, if they are there
 * @param key the file with the key that seals mysteries, made when there is none
 * @param lessons a folder with further lessons; null for those that come with Deltascope alone
 * @param names under which a balancer on this machine asks for others, beside localhost
 */
public record ServerOptions(
    String host, int port, Path data, Path key, @Nullable Path lessons, Set<String> names) {
  /** This machine only: nobody else on the network sees the page unless told so. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerOptions {
    if (port < 0 || port > 65535) {
      throw new Refused("port", port, "0…65535");
    }
    names = Set.copyOf(names);
  }

  /** Without a balancer. */
  public ServerOptions(String host, int port, Path data, Path key) {
    this(host, port, data, key, Set.of());
  }

  /** Without further lessons. */
  public ServerOptions(String host, int port, Path data, Path key, Set<String> names) {
    this(host, port, data, key, null, names);
  }

  /** What {@code ./run} starts without arguments. */
  public static ServerOptions usual() {
    return atPort(7070);
  }

  /** Any free port of this machine. */
  public static ServerOptions anyPort() {
    return atPort(0);
  }

  private static ServerOptions atPort(int port) {
    Map<String, String> environment = System.getenv();
    return new ServerOptions(
        LOOPBACK, port, Library.folder("", environment), KeyFile.place("", "", environment));
  }
}
