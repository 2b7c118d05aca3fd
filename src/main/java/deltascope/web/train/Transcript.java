package deltascope.web.train;

import deltascope.checks.Landmark;
import deltascope.network.Epoch;
import deltascope.network.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was told of a training, for who comes later, and who listens. For one thread at a time.
 */
final class Transcript {
  private final List<Event> told = new ArrayList<>();
  private final List<Epoch> epochs = new ArrayList<>();
  private final List<MomentRow> moments = new ArrayList<>();
  private final List<Listening> listening = new ArrayList<>();
  private List<LandmarkRow> landmarks = List.of();
  private @Nullable Event glimpse;

  /** Somebody who listens. */
  record Listening(String who, Listener listener) {}

  /** Tells it and keeps it. */
  void tell(Event event) {
    told.add(event);
    mention(event);
  }

  /** Tells it to who listens now. */
  void mention(Event event) {
    listening.forEach(one -> one.listener().heard(event));
  }

  /** Tells a first impression, which is good until there is a moment. */
  void glimpse(Moment moment) {
    glimpse = new Event("glimpse", MomentRow.of(moment, 0, List.of()));
    mention(glimpse);
  }

  void tell(List<Landmark> all) {
    landmarks = all.stream().map(LandmarkRow::of).toList();
    tell(new Event("landmarks", landmarks));
  }

  void tell(Moment moment, double seconds, List<Integer> sitsOn) {
    MomentRow row = MomentRow.of(moment, seconds, sitsOn);
    moments.add(row);
    glimpse = null;
    tell(new Event("moment", row));
    if (moment.at().batches() == 0) {
      Epoch epoch = Epoch.of(moment, seconds);
      epochs.add(epoch);
      tell(new Event("epoch", epoch));
    }
  }

  /** Adds a listener, who is first told what was told before. */
  void add(Listening one) {
    told.forEach(one.listener()::heard);
    if (glimpse != null) {
      one.listener().heard(glimpse);
    }
    listening.add(one);
  }

  boolean remove(Listening one) {
    return listening.remove(one);
  }

  boolean isUnheard() {
    return listening.isEmpty();
  }

  /** Whether somebody else listens than this client with its pages, or than this page. */
  boolean isHeardBeside(String who) {
    String itsPages = who + "/";
    return listening.stream()
        .map(Listening::who)
        .anyMatch(one -> !one.equals(who) && !one.startsWith(itsPages));
  }

  void close() {
    listening.clear();
  }

  /** All of it. */
  Report report(Order order, State state, double seconds) {
    return new Report(
        order.described(),
        List.copyOf(epochs),
        List.copyOf(moments),
        landmarks,
        state.id(),
        seconds);
  }
}
