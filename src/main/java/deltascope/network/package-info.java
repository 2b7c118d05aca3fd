/** The equations, and what walks and trains with them. Knows nothing of bugs. */
@NullMarked
package deltascope.network;

import org.jspecify.annotations.NullMarked;
