package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import deltascope.web.train.Event;
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
      tell(ctx, List.of(run(order, ctx, false)), false);
    } else {
      answerAtTheEnd(ctx, run(order, ctx, true));
    }
  }

  /** {@code GET /api/train/several?run1=…&run2=…}: one stream for the runs of a page. */
  void several(Context ctx) {
    String[] names = names();
    Parameters parameters = new Parameters(ctx, Set.of(names));
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
    tell(ctx, orders.stream().map(order -> run(order, ctx, false)).toList(), true);
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
    if (!run.belongsTo(Client.of(ctx))) {
      throw new ConflictResponse("Others watch this training too, so it goes on.");
    }
    return run;
  }

  private Order order(Context ctx) {
    return order(new Parameters(ctx, ScenarioReader.NAMES).all());
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

  private void tell(Context ctx, List<Run> runs, boolean several) {
    String client = Client.of(ctx);
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
            leave.add(
                runs.get(n)
                    .listen(
                        client,
                        event -> {
                          stream.send(written(event, number));
                          if (event.last() && left.decrementAndGet() == 0) {
                            if (several) {
                              stream.send(() -> frame("end", Json.bytes(Map.of())));
                            }
                            stream.finish();
                          }
                        }));
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
    streams.answer(
        ctx,
        Json.TYPE,
        BLANK,
        stream ->
            run.listen(
                Client.of(ctx),
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
