package deltascope.web.page;

import java.util.List;

/**
 * A small drawing and the same as a table.
 *
 * @param title what it shows
 * @param axis what stands along the bottom
 * @param width of the drawing, its height is {@link #HEIGHT}
 * @param shapes what is drawn, in this order
 * @param labels text
 * @param key what a mark in the drawing means; empty where nothing needs saying
 * @param heads of the table
 * @param rows of the table
 */
public record Plot(
    String title,
    String axis,
    int width,
    List<Shape> shapes,
    List<Label> labels,
    String key,
    List<String> heads,
    List<List<String>> rows) {
  public static final int HEIGHT = 118;

  /** A path of that class. */
  public record Shape(String styleClass, String path) {}

  /** Text at a place: class "start", "middle" or "end". */
  public record Label(String styleClass, String x, String y, String text) {}
}
