package deltascope.web.page;

import deltascope.data.Digits;
import deltascope.network.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sample picker.
 *
 * @param lead what is picked from
 * @param digit the digit that is shown, −1 for all
 * @param from the index that is shown first
 * @param last the last index there is
 * @param thumbs the samples
 * @param earlier the address of those before; empty at the first
 * @param later the address of those after
 * @param kept what the form carries along
 * @param starts prepared starting points
 */
public record SamplesPage(
    Shell shell,
    String lead,
    int digit,
    int from,
    int last,
    List<Thumb> thumbs,
    String earlier,
    String later,
    List<StepPage.Kept> kept,
    List<StepPage.Start> starts) {
  private static final int SHOWN = 60;

  /** One sample. */
  public record Thumb(int index, String picture, String alt, String href, boolean now) {}

  /** The samples of that digit (−1 for all) whose index is {@code from} or more. */
  public static SamplesPage of(
      Shell shell,
      Scenario scenario,
      Digits digits,
      String dataTitle,
      int digit,
      int from,
      List<StepPage.Start> starts) {
    Words words = shell.words();
    Address address = shell.here();
    int[] all = digit < 0 ? IntStream.range(0, digits.size()).toArray() : digits.indicesOf(digit);
    int begin = 0;
    while (begin < all.length && all[begin] < from) {
      begin++;
    }
    int end = Math.min(begin + SHOWN, all.length);
    List<Thumb> thumbs = new ArrayList<>();
    Address walk = address.without("digit", "first");
    for (int i = begin; i < end; i++) {
      int index = all[i];
      String picture =
          Address.of(java.util.Map.of())
              .with("data", scenario.data())
              .with("split", scenario.split().id())
              .with("sample", index)
              .with("size", 56)
              .at("/api/sample.png");
      String alt = words.of("samples.alt", index, digits.label(index));
      String href = walk.with("sample", index).with("step", 0).at("/step");
      thumbs.add(new Thumb(index, picture, alt, href, index == scenario.sample()));
    }
    List<StepPage.Kept> kept = new ArrayList<>();
    walk.forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    String earlier =
        begin == 0 ? "" : address.with("first", all[Math.max(0, begin - SHOWN)]).at("/samples");
    String later = end == all.length ? "" : address.with("first", all[end]).at("/samples");
    return new SamplesPage(
        shell,
        words.of("samples.lead", words.said(dataTitle), words.grouped(digits.size())),
        digit,
        from,
        digits.size() - 1,
        thumbs,
        earlier,
        later,
        kept,
        starts);
  }
}
