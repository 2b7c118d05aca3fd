package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class HomePageIT {
  @Test
  void theHomePageOpensInABrowser() {
    try (Server server = Server.start(ServerOptions.anyPort());
        Page page = Chrome.browser().newPage()) {
      page.navigate(server.address());
      assertEquals("Deltascope", page.title());
    }
  }
}
