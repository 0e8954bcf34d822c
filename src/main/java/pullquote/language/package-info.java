/** What is the same in English, Russian and Kazakh: names in their spellings, numbers and dates in their words. Every room may use it. */
@NullMarked
package pullquote.language;

import org.jspecify.annotations.NullMarked;
