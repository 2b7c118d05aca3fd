package deltascope.web;

import deltascope.data.Download;
import deltascope.data.Library;
import io.javalin.config.RoutesConfig;

/** Every address the server answers, in one table. */
final class Routes {
  private Routes() {}

  static void addTo(RoutesConfig routes, Pages pages, ServerOptions options, Lab lab) {
    routes.get("/healthz", ctx -> ctx.contentType(Json.TYPE).result("{\"status\":\"ok\"}"));

    Library library = new Library(options.data());
    library.readAhead();
    Walks walks = new Walks(library, lab.kept()::start);
    Findings findings = new Findings(walks);
    Mysteries mysteries = new Mysteries(walks, findings, options.key());
    Cases cases = new Cases(walks, mysteries);
    TraceApi traces = new TraceApi(walks, cases);
    routes.get("/api/trace", traces::get);
    routes.post("/api/trace", traces::post);
    routes.get("/api/compare", new CompareApi(walks)::get);
    new ArraysApi(walks).addTo(routes);

    StartingPoints starts = new StartingPoints(walks);
    routes.get("/start/{id}", starts::get);

    TensorApi tensors = new TensorApi(cases);
    routes.get("/api/tensor.npy", tensors::npy);
    routes.get("/api/tensor.csv", tensors::csv);
    routes.get("/api/tensor.json", tensors::json);
    routes.get("/api/tensor.png", tensors::png);

    DataApi data = new DataApi(walks.library());
    routes.get("/api/datasets", data::datasets);
    routes.get("/api/samples", data::samples);
    routes.get("/api/sample.png", data::picture);

    DownloadApi download = new DownloadApi(walks.library(), new Download());
    routes.get("/api/datasets/mnist", download::status);
    routes.post("/api/datasets/mnist", download::begin);

    routes.get("/api/bugs", BugsApi::all);
    routes.get("/api/bugs/{id}", BugsApi::one);

    lab.addTo(routes, library);
    new LabPages(library, lab::epochs, walks::hidden, pages).addTo(routes);
    ChecksApi checks = new ChecksApi(walks, findings);
    routes.get("/api/checks", checks::get);
    routes.get("/api/checks/gradient.npy", checks::npy);
    routes.get("/api/checks/gradient.png", checks::png);
    new CheckPages(walks, findings, pages).addTo(routes);

    new WalkPages(walks, cases, mysteries, pages).addTo(routes);
    new MysteryPages(walks, mysteries, pages).addTo(routes);
    new GridRoutes(walks, pages).addTo(routes);
    new QuizPages(walks, pages).addTo(routes);
    new BugPages(walks, pages).addTo(routes);
    new StoryPages(walks, pages).addTo(routes);
    new LanePages(walks, pages).addTo(routes);
    new DrawPages(walks, pages).addTo(routes);
    new LessonPages(walks, findings, mysteries, options.lessons(), lab::giveWay, pages)
        .addTo(routes);
    new WorksheetPages(walks, pages).addTo(routes);

    StaticFiles files = new StaticFiles();
    routes.get("/static/<path>", files);
    routes.get("/vendor/<path>", files);
  }
}
