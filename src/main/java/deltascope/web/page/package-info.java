/** What a template is given: one record per page, and what fills it. */
@NullMarked
package deltascope.web.page;

import org.jspecify.annotations.NullMarked;
