package deltascope.web.page;

/** The first page. */
public record HomePage(String version) {}
