/** The path from a question to a verified answer, and the ports that generators and verifiers implement. */
@NullMarked
package pullquote.answer;

import org.jspecify.annotations.NullMarked;
