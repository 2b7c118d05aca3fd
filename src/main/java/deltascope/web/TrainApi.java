package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import deltascope.web.limits.Busy;
import deltascope.web.train.Event;
import deltascope.web.train.Listener;
import deltascope.web.train.Order;
import deltascope.web.train.Run;
import deltascope.web.train.State;
import deltascope.web.train.Trainings;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * {@code /api/train}: trains, and answers with every epoch's figures, when all is done or as they
 * come. docs/training.md has its documents and events.
 */
final class TrainApi {
  /** Runs that one stream of events may tell of. */
  static final int MOST_RUNS = 6;

  /** By this a page says which of a client's pages it is. */
  private static final String LISTENER = "listener";

  private static final Set<String> NAMES = Parameters.names(ScenarioReader.NAMES, LISTENER);

  private static final String EVENTS = "text/event-stream";
  private static final byte[] COMMENT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BLANK = {'\n'};

  private final Library library;
  private final Trainings trainings;
  private final Streams streams;

  TrainApi(Library library, Trainings trainings, Streams streams) {
    this.library = library;
    this.trainings = trainings;
    this.streams = streams;
  }

  /** {@code GET /api/train?SCENARIO}. */
  void get(Context ctx) {
    Order order = order(ctx);
    if (String.valueOf(ctx.header("Accept")).contains(EVENTS)) {
      Run run = run(order, ctx, false);
      tell(ctx, List.of(() -> run), false);
    } else {
      answerAtTheEnd(ctx, run(order, ctx, true));
    }
  }

  /** {@code GET /api/train/several?run1=…&run2=…}: one stream for the runs of a page. */
  void several(Context ctx) {
    String[] names = names();
    Parameters parameters = new Parameters(ctx, Parameters.names(Set.of(names), LISTENER));
    List<Order> orders = new ArrayList<>();
    for (String name : names) {
      if (parameters.has(name)) {
        Map<String, String> query =
            Parameters.query(name, parameters.text(name, ""), ScenarioReader.NAMES);
        orders.add(order(query));
      }
    }
    if (orders.isEmpty()) {
      throw new Refused("run1", "missing", "the parameters of a training");
    }
    List<Supplier<Run>> runs = new ArrayList<>();
    for (Order order : orders) {
      runs.add(() -> run(order, ctx, false));
    }
    tell(ctx, runs, true);
  }

  private static String[] names() {
    String[] names = new String[MOST_RUNS];
    for (int n = 0; n < MOST_RUNS; n++) {
      names[n] = "run" + (n + 1);
    }
    return names;
  }

  /** {@code POST /api/train/pause?SCENARIO}. */
  void pause(Context ctx) {
    Run run = own(ctx);
    run.pause();
    Json.write(ctx, Map.of("state", run.state().id()));
  }

  /** {@code POST /api/train/resume?SCENARIO}; one that was cancelled begins anew. */
  void resume(Context ctx) {
    SameOrigin.ownPagesOnly(ctx, "resume a training");
    Run run = run(order(ctx), ctx, true);
    run.resume();
    Json.write(ctx, Map.of("state", run.state().id()));
  }

  /** {@code POST /api/train/cancel?SCENARIO}. */
  void cancel(Context ctx) {
    Run run = own(ctx);
    run.cancel();
    Json.write(ctx, Map.of("state", run.state().id()));
  }

  /** The training that a client may stop, for nobody else listens to it. */
  private Run own(Context ctx) {
    SameOrigin.ownPagesOnly(ctx, "stop a training");
    Run run = trainings.find(order(ctx));
    if (run == null) {
      throw new ConflictResponse("There is no such training, nor was there one lately.");
    }
    if (!run.belongsTo(who(ctx))) {
      throw new ConflictResponse("Others watch this training too, so it goes on.");
    }
    return run;
  }

  private Order order(Context ctx) {
    Map<String, String> parameters = new Parameters(ctx, NAMES).all();
    parameters.remove(LISTENER);
    return order(parameters);
  }

  /** Who listens: a client, and which of its pages where that says so. */
  private static String who(Context ctx) {
    String page = ctx.queryParam(LISTENER);
    if (page == null) {
      return Client.of(ctx);
    }
    if (!page.matches("[A-Za-z0-9-]{1,64}")) {
      throw new Refused(LISTENER, page, "at most 64 letters, digits and hyphens");
    }
    return Client.of(ctx) + "/" + page;
  }

  private Order order(Map<String, String> parameters) {
    return Order.of(
        ScenarioReader.training(library.defaultId(), Catalogue::variation).read(parameters),
        library);
  }

  private Run run(Order order, Context ctx, boolean afresh) {
    return afresh ? trainings.afresh(order, Client.of(ctx)) : trainings.of(order, Client.of(ctx));
  }

  // As it comes.

  /**
   * One stream for several runs. Where there is no room for one of them it fails, and the others go
   * on.
   */
  private void tell(Context ctx, List<Supplier<Run>> runs, boolean several) {
    String who = who(ctx);
    streams.answer(
        ctx,
        EVENTS,
        COMMENT,
        stream -> {
          stream.open();
          AtomicInteger left = new AtomicInteger(runs.size());
          List<Runnable> leave = new ArrayList<>();
          for (int n = 0; n < runs.size(); n++) {
            int number = several ? n + 1 : 0;
            Listener listener =
                event -> {
                  stream.send(written(event, number));
                  if (event.last() && left.decrementAndGet() == 0) {
                    if (several) {
                      stream.send(() -> frame("end", Json.bytes(Map.of())));
                    }
                    stream.finish();
                  }
                };
            try {
              leave.add(runs.get(n).get().listen(who, listener));
            } catch (Busy full) {
              listener.heard(new Event("failed", full));
            }
          }
          return () -> leave.forEach(Runnable::run);
        });
  }

  private static Supplier<byte[]> written(Event event, int number) {
    return () -> {
      Object data = data(event);
      return frame(
          event.name(),
          Json.bytes(number == 0 ? data : new TreeMap<>(Map.of("run", number, "data", data))));
    };
  }

  private static Object data(Event event) {
    return event.data() instanceof Throwable failure ? Failures.problem(failure) : event.data();
  }

  private static byte[] frame(String name, byte[] json) {
    return ("event: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  // When all is done.

  /**
   * White space is written while this lasts long, which JSON's readers skip: thus it shows whether
   * the client is still there.
   */
  private void answerAtTheEnd(Context ctx, Run run) {
    String who = who(ctx);
    streams.answer(
        ctx,
        Json.TYPE,
        BLANK,
        stream ->
            run.listen(
                who,
                event -> {
                  if (event.last()) {
                    streams.later(() -> answer(stream, run));
                  }
                }));
  }

  private static void answer(Stream stream, Run run) {
    boolean done = run.state() == State.DONE;
    if (!done && !stream.isOpen()) {
      stream.fail(
          run.state() == State.FAILED
              ? run.failure()
              : new ConflictResponse("This training was cancelled."));
      return;
    }
    stream.open();
    stream.send(
        () ->
            Json.bytes(
                run.state() == State.FAILED
                    ? new TreeMap<>(
                        Map.of("state", "failed", "problem", Failures.problem(run.failure())))
                    : run.report()));
    stream.finish();
  }
}
