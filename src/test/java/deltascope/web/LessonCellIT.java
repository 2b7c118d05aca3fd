package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cell whose number is the answer is chosen unseen. */
class LessonCellIT extends WalkInBrowser {
  private static final String WALK = "data=made&net=16-3-10&epochs=1&batch=10&sample=21";

  /** The errors of the outputs, as the API has them. */
  private int largest() {
    JsonNode step = errors();
    assertEquals("delta2", step.get("result").get("name").asText());
    JsonNode values = step.get("result").get("values");
    int largest = 0;
    for (int k = 1; k < values.size(); k++) {
      if (Math.abs(values.get(k).asDouble()) > Math.abs(values.get(largest).asDouble())) {
        largest = k;
      }
    }
    return largest;
  }

  private JsonNode errors() {
    for (JsonNode step : TraceJson.parse(Asked.get(server(), "/api/trace?" + WALK)).get("steps")) {
      if (step.get("equation").asText().equals("output-error")) {
        return step;
      }
    }
    throw new AssertionError("no output-error");
  }

  @Test
  void itIsFoundByReasoningByMouseAndByKeyboard() {
    int largest = largest();
    Page page = open(at("/lesson/output-error"));
    ready(page);
    List<String> fetched = new ArrayList<>();
    page.onRequest(request -> fetched.add(request.url()));
    Locator task = page.locator("#largest-delta");
    Locator cells = task.locator("tbody td");
    assertEquals(10, cells.count());
    assertEquals("", String.join("", cells.allInnerTexts()).strip());
    assertThat(task.locator("tbody th").nth(largest)).isVisible();
    cells.nth((largest + 1) % 10).hover();
    assertThat(task.locator(".readout")).hasText("δ², output " + (largest + 1) % 10);
    cells.nth((largest + 1) % 10).click();
    assertThat(task.locator(".verdict")).containsText("Not yet.");
    task.locator(".frame").focus();
    for (int k = 0; k <= largest; k++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(task.locator(".readout")).hasText("δ², output " + largest);
    page.keyboard().press("Enter");
    assertThat(task.locator(".verdict")).containsText("Right.");
    assertThat(task.locator("td.sel")).hasCount(1);
    assertTrue(
        fetched.stream().noneMatch(url -> url.contains("/api/tensor") && url.contains("delta2")),
        fetched.toString());
  }
}
