/** Answers and query rewriting by a language model: clients, prompts, streams, errors, circuit breaker. */
@NullMarked
package pullquote.llm;

import org.jspecify.annotations.NullMarked;
