package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import deltascope.bugs.Story;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story is walked from its first stop to its last, by its own buttons. */
class StoriesIT extends WalkInBrowser {
  private static Stream<String> stories() {
    return Story.all().stream().map(Story::id);
  }

  private static Locator next(Page page) {
    return page.locator(".storybar .button.first");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aStoryIsOneClickAwayAndLeadsFromStopToStop(String id) {
    Story story = Story.of(id);
    Page page = open(at("/stories?data=made"));
    page.locator(".stories h2 a", new Page.LocatorOptions().setHasText(story.title())).click();
    int last = story.stops().size();
    for (int k = 0; k < last; k++) {
      Story.Stop stop = story.stops().get(k);
      // Some stops lie after an epoch of training.
      assertThat(page.locator(".storybar .says"))
          .hasText(stop.says(), new LocatorAssertions.HasTextOptions().setTimeout(60_000));
      assertThat(page.locator(".storybar .name")).containsText((k + 1) + " of " + last);
      assertThat(page.locator(".eyebrow").first())
          .containsText(Pattern.compile(stop.equation().phase().id(), Pattern.CASE_INSENSITIVE));
      if (stop.layer() > 0) {
        assertThat(page.locator(".eyebrow").first())
            .containsText(Pattern.compile("layer " + stop.layer() + " ", Pattern.CASE_INSENSITIVE));
      }
      assertThat(page.locator(".digit figcaption")).containsText("sample");
      assertThat(next(page)).hasCount(k == last - 1 ? 0 : 1);
      if (k < last - 1) {
        next(page).click();
      }
    }
    assertThat(page.locator(".storybar .moral")).containsText(story.moral());
    page.goBack();
    assertThat(page.locator(".storybar .says")).hasText(story.stops().get(last - 2).says());
  }

  @Test
  void aBugSwitchedOffLeavesTheStoryAndOneClickLeadsBack() {
    Page page = open(at("/stories/two-wrongs?data=made"));
    page.locator(".stops a").nth(2).click();
    ready(page);
    page.locator(".chip.on").first().click();
    assertThat(page.locator(".storybar .says")).containsText("another walk than the story’s");
    page.locator(".storybar nav a").click();
    assertThat(page.locator(".storybar .says"))
        .hasText(Story.of("two-wrongs").stops().get(2).says());
    assertThat(page.locator(".chip.on")).hasCount(2);
  }

  @Test
  void everyNumberOfTheDeadNetworkIsZero() {
    String id = "killed-in-one-step";
    Page page = open(at("/stories/" + id + "?data=made"));
    page.locator(".stops a").last().click();
    assertEquals(
        List.of("0", "0", "0", "0", "0", "0", "0", "0", "0", "0"),
        page.locator(".picture figure.matrix").last().locator("tbody td").allInnerTexts());
  }

  @Test
  void bugsAreFoundByAnyWordAndByKeyboardAlone() {
    Page page = walk(0, "");
    page.keyboard().press("/");
    Locator field = page.locator(".switches [type=search]");
    assertThat(field).isFocused();
    page.keyboard().type("slope");
    Locator found = page.locator(".switches .menu > a:visible");
    assertThat(page.locator(".switches output")).hasText(found.count() + " bugs");
    for (String text : found.allInnerTexts()) {
      assertThat(page.locator(".switches .menu > a:visible").first()).isVisible();
      assertEquals(true, text.toLowerCase(java.util.Locale.ROOT).contains("slope"), text);
    }
    page.keyboard().type(" nothing-has-this");
    assertThat(page.locator(".switches output")).hasText("No bug has these words.");
    assertThat(found).hasCount(0);
    field.fill("hidden slope");
    page.keyboard().press("Enter");
    assertThat(page.locator(".chip.on")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("bugs=hidden-slope-missing"));
  }

  @Test
  void aHiddenBugSaysByWhichItIsHidden() {
    Page page = walk(1, "&bugs=labels-shuffled,label-scaled");
    assertThat(page.locator(".chip.on.idle")).containsText("hidden by “Label scaled like a pixel”");
    assertThat(page.locator(".chip.on.idle")).hasCount(1);
  }
}
