package deltascope.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import deltascope.math.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** The kernel: takes what Jupyter asks, has it run, and answers. */
public final class Kernel {
  private final String session = UUID.randomUUID().toString();
  private final Sockets sockets;
  private final JavaSession java;
  private final Outbox outbox;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Of the cell that runs, or ran last. */
  private volatile Message asked = Message.nothing();

  private int count;

  private Kernel(Sockets sockets, JavaSession java) {
    this.sockets = sockets;
    this.java = java;
    this.outbox = new Outbox(said -> publish(asked, said.type(), said.content()));
  }

  /**
   * Serves a notebook until Jupyter ends it.
   *
   * @param file Jupyter's connection file
   * @throws IOException if there is no such file
   * @throws Refused if it is not what it should be
   */
  public static void run(Path file) throws IOException, InterruptedException {
    Connection connection = Connection.read(file);
    try (Sockets sockets = new Sockets(connection);
        JavaSession java = new JavaSession()) {
      Kernel kernel = new Kernel(sockets, java);
      kernel.outbox.begin();
      Notebook.showOn(kernel.outbox::show);
      Signals.onInterrupt(java::interrupt);
      Signals.whenParentEnds(kernel.ended::countDown);
      kernel.start("control", kernel::serveControl);
      kernel.start("shell", kernel::serveShell);
      kernel.ended.await();
      java.interrupt();
    }
  }

  private void start(String name, Runnable serving) {
    Thread thread = new Thread(serving, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serveShell() {
    for (var frames = sockets.nextOfShell(); frames != null; frames = sockets.nextOfShell()) {
      handle(frames, false);
    }
  }

  private void serveControl() {
    for (var frames = sockets.nextOfControl(); frames != null; frames = sockets.nextOfControl()) {
      handle(frames, true);
    }
  }

  private void handle(List<byte[]> frames, boolean control) {
    Message message;
    try {
      message = sockets.message(frames);
    } catch (Refused unsigned) {
      return; // not for this kernel, or not from Jupyter
    }
    publish(message, "status", Map.of("execution_state", "busy"));
    try {
      answer(message, control);
    } finally {
      publish(message, "status", Map.of("execution_state", "idle"));
    }
    if (message.type().equals("shutdown_request")) {
      ended.countDown();
    }
  }

  private void answer(Message message, boolean control) {
    Map<String, ?> reply = reply(message);
    if (!message.type().endsWith("_request") || reply.isEmpty()) {
      return;
    }
    Message answer = message.reply(message.type().replace("_request", "_reply"), session, reply);
    if (control) {
      sockets.replyFromControl(answer);
      return;
    }
    boolean stops =
        reply.containsValue("error") && message.content().path("stop_on_error").asBoolean(true);
    // Taken before the reply: what is asked in answer to the error is to be run.
    List<List<byte[]>> waiting = stops ? sockets.waitingAtShell() : List.of();
    sockets.replyFromShell(answer);
    waiting.forEach(this::abort);
  }

  /** What is replied, whatever a cell's value does while it is shown: the thread has to go on. */
  private Map<String, ?> reply(Message message) {
    try {
      return done(message);
    } catch (RuntimeException | Error failed) {
      Map<String, ?> error =
          Map.of(
              "ename",
              failed.getClass().getName(),
              "evalue",
              String.valueOf(failed.getMessage()),
              "traceback",
              List.of(String.valueOf(failed)));
      if (message.type().equals("execute_request")) {
        publish(message, "error", error);
      }
      return Answers.failed(error, count);
    }
  }

  private Map<String, ?> done(Message message) {
    JsonNode content = message.content();
    return switch (message.type()) {
      case "kernel_info_request" -> Answers.kernelInfo();
      case "execute_request" -> execute(message);
      case "is_complete_request" -> Answers.completeness(java.cut(content.path("code").asText()));
      case "complete_request" -> Answers.completions(java, content);
      case "inspect_request" -> Answers.inspection(java, content);
      case "history_request" -> Map.of("status", "ok", "history", List.of());
      case "comm_info_request" -> Map.of("status", "ok", "comms", Map.of());
      case "interrupt_request" -> {
        java.interrupt();
        yield Map.of("status", "ok");
      }
      case "shutdown_request" -> {
        java.interrupt();
        yield Map.of("status", "ok", "restart", content.path("restart").asBoolean());
      }
      default -> Map.of();
    };
  }

  private Map<String, ?> execute(Message message) {
    JsonNode content = message.content();
    String code = content.path("code").asText();
    boolean silent = content.path("silent").asBoolean();
    asked = message;
    if (!silent && !code.isBlank()) {
      count++;
      publish(message, "execute_input", Map.of("code", code, "execution_count", count));
    }
    Outcome outcome = java.run(code);
    outbox.tell();
    Outcome.Failure failure = outcome.error();
    if (failure != null) {
      Map<String, ?> error =
          Map.of(
              "ename", failure.name(),
              "evalue", failure.message(),
              "traceback", failure.lines());
      publish(message, "error", error);
      return Answers.failed(error, count);
    }
    Object value = outcome.value();
    if (value != null && !silent) {
      publish(
          message,
          "execute_result",
          Map.of("execution_count", count, "data", Shown.data(value), "metadata", Map.of()));
    }
    return Map.of(
        "status",
        "ok",
        "execution_count",
        count,
        "payload",
        List.of(),
        "user_expressions",
        Map.of());
  }

  /** After an error nothing is run that was asked for before it was known; the rest is answered. */
  private void abort(List<byte[]> frames) {
    Message message;
    try {
      message = sockets.message(frames);
    } catch (Refused unsigned) {
      return; // not for this kernel, or not from Jupyter
    }
    if (!message.type().equals("execute_request")) {
      handle(frames, false);
      return;
    }
    publish(message, "status", Map.of("execution_state", "busy"));
    sockets.replyFromShell(
        message.reply(
            "execute_reply", session, Map.of("status", "aborted", "execution_count", count)));
    publish(message, "status", Map.of("execution_state", "idle"));
  }

  private void publish(Message cause, String type, Map<String, ?> content) {
    sockets.publish(cause.said(type, session, content));
  }
}
