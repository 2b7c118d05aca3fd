package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.bugs.Story;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryRunsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "momentum | /train?runs=plain/bugs=shared-buffer-rescaled",
        "killed-in-one-step | /train?eta=5&runs=plain/bugs=sum-not-mean",
        "two-wrongs"
            + " | /train?runs=plain/bugs=error-sign/bugs=gradient-ascent/bugs=error-sign,gradient-ascent",
      })
  void aStorysBugsAreTrainedAloneAndTogetherBesideTheTextbook(String story, String address) {
    assertEquals(
        address, StoryRuns.of(Story.of(story), Address.of(Map.of())).address().at("/train"));
  }

  @ParameterizedTest
  @CsvSource({"frozen-as-written, 6", "hundred-per-cent, 4", "good-marks, 2"})
  void ofManyBugsOneEachIsMended(String story, int runs) {
    assertEquals(runs, StoryRuns.of(Story.of(story), Address.of(Map.of())).size());
  }
}
