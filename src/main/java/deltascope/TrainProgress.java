package deltascope;

import deltascope.web.train.Event;
import deltascope.web.train.Listener;
import deltascope.web.train.MomentRow;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A training's progress as a bar on the terminal, with the accuracy of the last look. */
final class TrainProgress implements Listener, AutoCloseable {
  private final ProgressBar bar =
      new ProgressBarBuilder()
          .setTaskName("Training")
          .setUnit(" digits", 1)
          .setUpdateIntervalMillis(100)
          .build();

  @Override
  public void heard(Event event) {
    if (event.name().equals("progress") && event.data() instanceof Map<?, ?> progress) {
      bar.maxHint(number(progress, "of"));
      bar.stepTo(number(progress, "samples"));
    }
    if (event.data() instanceof MomentRow moment) {
      bar.stepTo(moment.samples());
      bar.setExtraMessage("%.2f %%".formatted(moment.testAccuracy()));
    }
  }

  private static long number(Map<?, ?> progress, String name) {
    return progress.get(name) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public void close() {
    bar.close();
  }
}
