package deltascope;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a teacher is told whose server is open to the network: the address to write on the board.
 */
final class Invitation {
  private static final String OPENED =
      """
      Whoever reaches this machine over the network can now open every page, and let this machine
      compute: there is no password, and nothing is encrypted. They can start the download of MNIST
      too, and see nothing else of this machine. How much one may ask for is bounded. Ctrl-C ends it.
      """;

  /** Networks within this machine, to which no student belongs. */
  private static final List<String> OWN = List.of("docker", "br-", "veth", "virbr", "vmnet", "lxc");

  private Invitation() {}

  /** Whether others can reach a server that listens there. */
  static boolean isFor(String host) {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /**
   * The text of it.
   *
   * @param addresses that reach the server, the likeliest first
   * @param drawn whether to draw the first as a QR code: on a terminal
   */
  static String of(List<String> addresses, boolean drawn) {
    if (addresses.isEmpty()) {
      return "For the class: this machine is in no network now.\n" + OPENED;
    }
    String first = addresses.get(0);
    StringBuilder text = new StringBuilder("For the class: " + first + "\n");
    for (String other : addresses.subList(1, addresses.size())) {
      text.append("           or: ").append(other).append('\n');
    }
    return text + (drawn ? "\n" + TerminalCode.of(first) + "\n" : "") + OPENED;
  }

  /** The addresses that reach a server that listens there, the likeliest first. */
  static List<String> addresses(String host, int port) {
    try {
      Stream<InetAddress> hosts =
          InetAddress.getByName(host).isAnyLocalAddress()
              ? ofThisMachine()
              : Stream.of(InetAddress.getByName(host));
      return hosts.map(address -> "http://" + name(address) + ":" + port + "/").toList();
    } catch (SocketException | UnknownHostException unknown) {
      return List.of();
    }
  }

  private static Stream<InetAddress> ofThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(Invitation::isOutside)
        .flatMap(network -> network.getInterfaceAddresses().stream())
        .map(InterfaceAddress::getAddress)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .filter(Inet4Address.class::isInstance)
        .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()));
  }

  private static boolean isOutside(NetworkInterface network) {
    try {
      return network.isUp()
          && !network.isPointToPoint()
          && OWN.stream().noneMatch(network.getName()::startsWith);
    } catch (SocketException gone) {
      return false;
    }
  }

  private static String name(InetAddress address) {
    String literal = address.getHostAddress();
    return address instanceof Inet4Address ? literal : "[" + literal.replaceAll("%.*", "") + "]";
  }
}
