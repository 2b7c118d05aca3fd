package deltascope;

import deltascope.network.Epoch;
import deltascope.web.train.LandmarkRow;
import deltascope.web.train.MomentRow;
import deltascope.web.train.Report;
import java.util.StringJoiner;

/** How a training went, as a table of its epochs, and the constants that it ended on. */
final class TrainSummary {
  private TrainSummary() {}

  static String of(Report report) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("epoch  test accuracy  test cost  train cost  seconds");
    for (Epoch epoch : report.epochs()) {
      lines.add(
          "%5d  %11.2f %%  %9.4f  %10.4f  %7.2f"
              .formatted(
                  epoch.epoch(),
                  epoch.testAccuracy(),
                  epoch.testCost(),
                  epoch.trainCost(),
                  epoch.seconds()));
    }
    MomentRow end = report.moments().get(report.moments().size() - 1);
    for (int place : end.landmarks()) {
      LandmarkRow landmark = report.landmarks().get(place);
      lines.add(
          "The %s it ends with, %.4f, is that of %s."
              .formatted(landmark.kind(), landmark.value(), landmark.name()));
    }
    return lines.toString();
  }
}
