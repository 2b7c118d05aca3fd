/** Trainings that several pages may watch: queued fairly, shared, kept, given up when unheard. */
@NullMarked
package deltascope.web.train;

import org.jspecify.annotations.NullMarked;
