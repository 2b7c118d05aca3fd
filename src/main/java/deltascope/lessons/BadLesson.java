package deltascope.lessons;

/**
 * A lesson that cannot be read, or not be shown: file and line, what was found, what is expected.
 */
public final class BadLesson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLesson(Place place, String says) {
    super(place + ": " + says);
  }
}
