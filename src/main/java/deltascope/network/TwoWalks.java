package deltascope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two walks of one length, position by position: how far apart they are, and from where on. */
public record TwoWalks(Walk left, Walk right) {
  /**
   * All distances at one position.
   *
   * @param batchBegins whether a batch of the left walk begins here
   * @param rightBatchBegins whether one of the right walk does
   * @param distances step by step
   */
  public record Profile(
      int position, boolean batchBegins, boolean rightBatchBegins, List<Distance> distances) {}

  /**
   * A step of both.
   *
   * @param pair its number among the pairs of {@link Lanes}
   */
  public record Place(int position, int pair) {}

  /** The profiles of the positions from…to − 1, as far as the walks go. */
  public List<Profile> profiles(int from, int to) {
    List<Profile> profiles = new ArrayList<>();
    Course ofLeft = left.from(from);
    Course ofRight = right.from(from);
    for (int position = from; position < to && ofLeft.hasNext(); position++) {
      Trace one = ofLeft.next();
      Trace other = ofRight.next();
      profiles.add(
          new Profile(
              position, one.place() == 0, other.place() == 0, Lanes.of(one, other).distances()));
    }
    return profiles;
  }

  /** The first step that differs at the positions from…to − 1, as far as the walks go. */
  public Optional<Place> firstDifference(int from, int to) {
    Course ofLeft = left.from(from);
    Course ofRight = right.from(from);
    for (int position = from; position < to && ofLeft.hasNext(); position++) {
      Lanes lanes = Lanes.of(ofLeft.next(), ofRight.next());
      Optional<Lanes.Pair> first = lanes.firstDifference();
      if (first.isPresent()) {
        return Optional.of(new Place(position, lanes.pairs().indexOf(first.get())));
      }
    }
    return Optional.empty();
  }
}
