package deltascope.web.page;

import java.util.List;

/** Every step of one trace, for the walk to keep ready. */
public record SectionsPage(Words words, List<Section> sections) {}
