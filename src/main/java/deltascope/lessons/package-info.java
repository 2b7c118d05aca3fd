/** Lessons: Markdown files with live blocks, whose numbers are taken from walks and trainings. */
@NullMarked
package deltascope.lessons;

import org.jspecify.annotations.NullMarked;
