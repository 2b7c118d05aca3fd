package deltascope.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five sockets, and who listens at which. Each is used by one thread at a time. */
final class Sockets implements AutoCloseable {
  /** What has been said is still delivered for so long when the kernel ends. */
  private static final int LINGER_MILLIS = 1_000;

  private final ZContext context = new ZContext();
  private final Wire wire;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;

  Sockets(Connection connection) {
    wire = new Wire(connection.key());
    context.setLinger(LINGER_MILLIS);
    shell = bound(SocketType.ROUTER, connection.address(connection.shell()));
    control = bound(SocketType.ROUTER, connection.address(connection.control()));
    iopub = bound(SocketType.PUB, connection.address(connection.iopub()));
    // Nobody is asked anything, but Jupyter connects to it.
    bound(SocketType.ROUTER, connection.address(connection.stdin()));
    echo(bound(SocketType.REP, connection.address(connection.heartbeat())));
  }

  private ZMQ.Socket bound(SocketType type, String address) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(LINGER_MILLIS);
    socket.bind(address);
    return socket;
  }

  private void echo(ZMQ.Socket heartbeat) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (byte[] beat = heartbeat.recv(); beat != null; beat = heartbeat.recv()) {
                  heartbeat.send(beat);
                }
              } catch (ZMQException closed) {
                return;
              }
            },
            "heartbeat");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next that comes on the shell's socket, waited for; null when it is closed. */
  @Nullable List<byte[]> nextOfShell() {
    return received(shell, 0);
  }

  /** All that has come already and waits, in order; taken off the socket. */
  List<List<byte[]>> waitingAtShell() {
    List<List<byte[]>> waiting = new ArrayList<>();
    for (var frames = received(shell, ZMQ.DONTWAIT);
        frames != null;
        frames = received(shell, ZMQ.DONTWAIT)) {
      waiting.add(frames);
    }
    return waiting;
  }

  /** The next of control, waited for; null when it is closed. */
  @Nullable List<byte[]> nextOfControl() {
    return received(control, 0);
  }

  Message message(List<byte[]> frames) {
    return wire.message(frames);
  }

  void replyFromShell(Message message) {
    send(shell, message);
  }

  void replyFromControl(Message message) {
    send(control, message);
  }

  /** Tells everybody; from any thread. */
  void publish(Message message) {
    synchronized (iopub) {
      send(iopub, message);
    }
  }

  private void send(ZMQ.Socket socket, Message message) {
    List<byte[]> frames = wire.frames(message);
    for (int k = 0; k < frames.size(); k++) {
      socket.send(frames.get(k), k < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private static @Nullable List<byte[]> received(ZMQ.Socket socket, int flags) {
    try {
      byte[] frame = socket.recv(flags);
      if (frame == null) {
        return null;
      }
      List<byte[]> frames = new ArrayList<>(List.of(frame));
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      return frames;
    } catch (ZMQException closed) {
      return null;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
