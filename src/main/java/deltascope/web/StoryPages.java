package deltascope.web;

import deltascope.bugs.Story;
import deltascope.network.ScenarioReader;
import deltascope.web.page.Address;
import deltascope.web.page.CardWords;
import deltascope.web.page.Shell;
import deltascope.web.page.StoriesPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** {@code /stories} and {@code /stories/…}: bugs at work, told stop by stop. */
final class StoryPages {
  private static final Set<String> NAMES = Parameters.names(Address.WISHES, "data");

  private final Walks walks;
  private final Pages pages;

  StoryPages(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/stories", this::all);
    routes.get("/stories/{id}", this::one);
  }

  private void all(Context ctx) {
    Address here = here(ctx);
    String title = here.words().of("stories.document");
    render(ctx, "stories.jte", here, title, "/stories", Story.all());
  }

  private void one(Context ctx) {
    Story story = Story.of(ctx.pathParam("id"));
    Address here = here(ctx);
    String title = here.words().of("story.document", CardWords.of(here.words(), story).title());
    render(ctx, "story.jte", here, title, "/stories/" + story.id(), List.of(story));
  }

  private static Address here(Context ctx) {
    return Address.of(new TreeMap<>(new Parameters(ctx, NAMES).all()), Languages.words(ctx));
  }

  private void render(
      Context ctx, String template, Address here, String title, String path, List<Story> stories) {
    Shell shell = Shell.of(here.words(), title, "", here, path, here.at("/step"));
    ScenarioReader reader = walks.reader();
    pages.render(ctx, template, StoriesPage.of(shell, stories, reader));
  }
}
