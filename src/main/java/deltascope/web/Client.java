package deltascope.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who asks, as far as a server can tell: an address, which a whole class may share. */
final class Client {
  private Client() {}

  /**
   * The address that the request came from. A balancer on this machine says for whom it asks, and
   * is believed; others are not.
   */
  static String of(Context ctx) {
    String peer = ctx.ip();
    String asked = ctx.header("X-Forwarded-For");
    return asked == null || !isThisMachine(peer)
        ? peer
        : asked.substring(asked.lastIndexOf(',') + 1).strip();
  }

  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unreadable) {
      return false;
    }
  }
}
