package deltascope.lessons;

import java.nio.file.Path;

/** Small lessons that have each kind of block. */
public final class SampleLessons {
  /** Their folder. */
  public static final Path FOLDER = Path.of("src/test/resources/lessons");

  private SampleLessons() {}
}
