/**
 * Pullquote answers readers' questions about news articles and shows the exact sentence each answer rests on.
 *
 * <p><b>One text, three roles.</b> A <i>paragraph</i> is kept in an article; found for a question it is a
 * <i>passage</i>; leaned on by an answer it is a <i>citation</i>. The rooms follow that text. A question walks in the
 * other way, down one corridor, once:
 *
 * <pre>
 * question →                                                      ← nothing points back
 * channel  →  conversation  →  answer  →  retrieval  →  article
 *  doors        memory          desk      catalogue      shelves
 * └────────── Main, App, Settings, Models: the porch; it alone sees every room ──────────┘
 *         language: the lowest room, under all the others; a name, a number, a date in any tongue
 * </pre>
 *
 * <p>Values go down as arguments and come back as results. A room may use any room to its right, never one to its
 * left. Libraries have rooms too: Javalin only in {@code channel} and the porch; Jackson only in {@code channel};
 * Telegram's library only in {@code channel.telegram};
 * ONNX Runtime and its tokenizers only in {@code retrieval} and {@code answer.reading};
 * LangChain4j only in {@code answer}, {@code retrieval} and the porch; Lucene only in {@code retrieval};
 * Resilience4j only in {@code answer.model}; OpenNLP only in {@code answer.proof}; JDBC, its pool and its migrations only in {@code conversation.database};
 * {@code System.getenv} only in {@code Main}. {@code HouseTest} holds us to it.
 */
@NullMarked
package pullquote;

import org.jspecify.annotations.NullMarked;
