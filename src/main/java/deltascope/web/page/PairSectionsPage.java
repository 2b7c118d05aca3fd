package deltascope.web.page;

import java.util.List;

/** Every step of two lanes, for the page to keep ready. */
public record PairSectionsPage(Words words, List<PairSection> sections) {}
