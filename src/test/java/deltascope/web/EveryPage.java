package deltascope.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every page that there is, for tests that ask for all of them. A page that is new has to be listed
 * here, or its tests fail.
 */
final class EveryPage {
  /** Each page, in the states in which it is another one. */
  static final List<String> ALL =
      List.of(
          "/?data=made",
          "/step?data=made&step=2",
          "/step?data=made&step=12&bugs=hidden-slope-missing",
          "/step?data=made&step=12&predict=yes&guesses=3v0.1",
          "/step?data=made&batch=2&bugs=shared-buffer-rescaled&story=momentum&stop=4&sample=3",
          "/step/table?data=made&step=2&name=W1&which=operand",
          "/samples?data=made&digit=3",
          "/draw?data=made&drawn=7.lBQDfw",
          "/keys",
          "/compare?data=made&bugs=error-sign&step=12",
          "/checks?data=made&net=16-8-10&limit=200",
          "/train?data=made&net=16-8-10&bugs=error-sign&epochs=1&limit=200",
          "/lessons",
          "/lesson/one-neuron",
          "/lesson/one-neuron/key",
          "/worksheet?data=made&step=2&x1=1&x2=a",
          "/worksheet?data=made&kind=pass&key=yes",
          "/bugs",
          "/bugs/shared-buffer",
          "/bugs/grid?data=made",
          "/bugs/looks-wrong",
          "/bugs/looks-wrong/no-decay-of-biases?answer=yes",
          "/quiz?seed=3&answer=yes",
          "/stories",
          "/stories/two-wrongs",
          "/mystery",
          "/mystery/make?data=made&bugs=error-sign&step=9");

  /** What leads elsewhere, and says nothing itself. */
  private static final Set<String> SILENT =
      Set.of(
          "/healthz",
          "/start/{id}",
          "/train/change",
          "/mystery/new",
          "/lesson/{id}/mystery",
          "/static/<path>",
          "/vendor/<path>");

  /** What is tried on a mystery of its own. */
  private static final Set<String> PLAYED = Set.of("/mystery/answer", "/mystery/reveal");

  /** Parts of a page, which its scripts put into it. */
  static final Set<String> PARTS =
      Set.of(
          "/step/sections",
          "/step/explain",
          "/compare/sections",
          "/compare/explain",
          "/compare/first",
          "/checks/panel");

  private EveryPage() {}

  /** What a server that is being configured can be asked for, with its parameters in braces. */
  static Set<String> routes(RoutesConfig config) {
    Set<String> routes = new TreeSet<>();
    config.getCfg$javalin().internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
        .forEach(endpoint -> routes.add(endpoint.path));
    return routes;
  }

  /** Routes of pages of which none of these is one. */
  static Set<String> missing(Set<String> routes, List<String> pages) {
    Set<String> missing = new TreeSet<>(routes);
    missing.removeIf(route -> route.startsWith("/api/"));
    missing.removeAll(SILENT);
    missing.removeAll(PLAYED);
    for (String page : pages) {
      String path = page.replaceFirst("\\?.*", "");
      missing.removeIf(route -> path.matches(route.replaceAll("\\{\\w+}", "[^/]+")));
    }
    return missing;
  }
}
