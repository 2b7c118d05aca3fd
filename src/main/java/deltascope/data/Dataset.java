package deltascope.data;

import java.util.function.Supplier;

/**
 * A data set by name. Each split is made or read when it is first asked for, once, whatever the
 * number of threads.
 */
public final class Dataset {
  private final String id;
  private final String title;
  private final Once<Digits> train;
  private final Once<Digits> test;

  /**
   * @param id the name in addresses: {@code mnist} or {@code made}
   * @param title what pages call it
   */
  public Dataset(String id, String title, Supplier<Digits> train, Supplier<Digits> test) {
    this.id = id;
    this.title = title;
    this.train = new Once<>(train);
    this.test = new Once<>(test);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** What a network learns from. */
  public Digits train() {
    return train.get();
  }

  /** What a network is examined on. */
  public Digits test() {
    return test.get();
  }

  public Digits split(Split split) {
    return split == Split.TRAIN ? train() : test();
  }
}
