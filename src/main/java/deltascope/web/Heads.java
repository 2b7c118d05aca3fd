package deltascope.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which a request's head has begun to come and does not end. One that comes
 * byte by byte is never idle, and Jetty would wait for it for hours.
 */
final class Heads extends Handler.Wrapper implements Connection.Listener {
  private final Duration patience;
  private final Map<Connection, Coming> all = new ConcurrentHashMap<>();

  /** What has come on a connection since the last request. */
  private static final class Coming {
    volatile boolean inRequest;
    volatile long bytesBefore;

    /** When it was first seen that a head has begun, in nanoseconds; 0 if none has. */
    volatile long begun;
  }

  Heads(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    all.put(connection, new Coming());
  }

  @Override
  public void onClosed(Connection connection) {
    all.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Coming coming = all.get(connection);
    if (coming != null) {
      coming.inRequest = true;
      Request.addCompletionListener(
          request,
          failure -> {
            coming.bytesBefore = connection.getBytesIn();
            coming.begun = 0;
            coming.inRequest = false;
          });
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookLater(getServer().getScheduler());
  }

  private void lookLater(Scheduler scheduler) {
    scheduler.schedule(
        () -> {
          if (isRunning()) {
            look(System.nanoTime());
            lookLater(scheduler);
          }
        },
        Math.max(1, patience.toMillis() / 4),
        TimeUnit.MILLISECONDS);
  }

  private void look(long now) {
    all.forEach(
        (connection, coming) -> {
          if (coming.inRequest || connection.getBytesIn() <= coming.bytesBefore) {
            return;
          }
          if (coming.begun == 0) {
            coming.begun = now;
          } else if (now - coming.begun > patience.toNanos()) {
            connection.getEndPoint().close();
          }
        });
  }
}
